import type { CheckReport, Counterexample } from '../../grading/report';
import { escaped } from '../../text/escape';
import { counterexampleLines } from '../text/counterexample';
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

/** The smallest inputs that go wrong: copied as they stand, so their columns are kept. */
export function counterexampleHtml(name: string, counterexample: Counterexample): string {
  return `<pre>${escaped(counterexampleLines(name, counterexample, WIDTH).join('\n'))}</pre>`;
}
