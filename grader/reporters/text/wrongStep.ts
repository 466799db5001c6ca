import type { WrongStepReport } from '../../grading/report';
import { inlineValue, tellingApart, UNBROKEN } from './counterexample';

/** As `wrongStepWords`, with spaces that are nothing but spaces. */
export function wrongStepSentence(step: WrongStepReport, exerciseFile: string): string {
  return wrongStepWords(step, exerciseFile).replaceAll(UNBROKEN, ' ');
}

/** Where an answer goes wrong; within a matrix stands the space at which no line ends. `Right up to line 5 (powers). Line 6, total: 2.72, expected 3.72.` */
export function wrongStepWords(step: WrongStepReport, exerciseFile: string): string {
  const { file, line, code, got, expected, rightUpTo } = step;
  const before = rightUpTo === null ? '' : `Right up to ${placeOf(rightUpTo, exerciseFile)} (${rightUpTo.code}). `;
  const place = placeOf({ file, line }, exerciseFile);
  const where = place.replace(/^line /, 'Line ');
  if (expected === null) return `${before}${where}, ${code}: ${got === null ? 'an error' : inlineValue(got)}.`;
  const [came, wanted] = got === null ? ['an error', inlineValue(expected)] : tellingApart(got, expected);
  return `${before}${where}, ${code}: ${came}, expected ${wanted}.`;
}

/** A line of the exercise's own file, or of another one. */
function placeOf({ file, line }: { readonly file?: string; readonly line: number }, exerciseFile: string): string {
  return file === undefined || file === exerciseFile ? `line ${line}` : `${file}:${line}`;
}
