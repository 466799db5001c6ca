import type { CheckReport } from '../../grading/report';
import { escaped } from '../../text/escape';
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
