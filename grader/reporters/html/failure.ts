import type { CheckReport, Counterexample } from '../../grading/report';
import { escaped } from '../../text/escape';
import { counterexampleLines, counterexampleSentence } from '../text/counterexample';
import { caseLines } from '../text/explanation';

/** Columns of an example, in a page as wide as its style has it. */
const WIDTH = 92;

/** What is wrong with a check's answer: a sentence, and the example that keeps its columns. */
export function failureHtml({ message, example }: CheckReport, seed: string): string {
  return `<p>${escaped(message)}</p>${exampleHtml(example, seed)}`;
}

/** The same of a check that fails as `first` does: only what is new is said, and the example is a click away. */
export function againHtml({ message, example }: CheckReport, first: CheckReport, seed: string): string {
  const sentence = message === first.message ? '<p class="soft">The same as above</p>' : `<p>${escaped(message)}</p>`;
  const lines = exampleHtml(example, seed);
  return sentence + (lines === '' ? '' : `<details><summary>The example</summary>${lines}</details>`);
}

function exampleHtml(example: CheckReport['example'], seed: string): string {
  return example === null ? '' : `<pre>${escaped(caseLines(example, seed, WIDTH, true).join('\n'))}</pre>`;
}

/** The smallest inputs that go wrong: a sentence as wide as the page, or inputs and answers that keep their columns. */
export function counterexampleHtml(name: string, counterexample: Counterexample): string {
  const lines = counterexampleLines(name, counterexample, WIDTH);
  const sentence = counterexampleSentence(name, counterexample);
  return lines.join(' ') === sentence
    ? `<pre class="excerpt">${escaped(sentence)}</pre>`
    : `<pre>${escaped(lines.join('\n'))}</pre>`;
}
