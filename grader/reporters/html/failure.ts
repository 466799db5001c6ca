import type { CheckReport, Counterexample } from '../../grading/report';
import { escaped } from '../../text/escape';
import { counterexampleLines, counterexampleSentence } from '../text/counterexample';
import { caseLines } from '../text/explanation';

/** Columns of an example, in a page as wide as its style has it. */
const WIDTH = 92;

/** What is wrong with a check's answer: a sentence, and the example that keeps its columns. */
export function failureHtml({ message, example }: CheckReport, seed: string): string {
  const sentence = `<p>${escaped(message)}</p>`;
  return example === null
    ? sentence
    : `${sentence}<pre>${escaped(caseLines(example, seed, WIDTH, true).join('\n'))}</pre>`;
}

/** The smallest inputs that go wrong: a sentence, as wide as there is room, or rows, whose columns are kept. */
export function counterexampleHtml(name: string, counterexample: Counterexample): string {
  const lines = counterexampleLines(name, counterexample, WIDTH);
  const sentence = counterexampleSentence(name, counterexample);
  if (lines.join(' ') === sentence) return `<pre class="excerpt">${escaped(sentence)}</pre>`;
  return `<pre>${escaped(lines.join('\n'))}</pre>`;
}
