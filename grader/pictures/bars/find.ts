import type { Matrix } from '../../../reference/matrix';
import { agrees, distance } from '../../authoring/compare';
import type { BarsOfRow } from '../../authoring/pictures';
import type { Input, Value } from '../../authoring/values';
import type { Observed } from '../../grading/gradeSubmission';
import { short, shortPair } from '../shortNumbers';
import type { Captioned } from '../sketch';
import { caseWords, type Subject, subjectsOf } from '../subject';

export interface BarsSketch extends Captioned {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
}

/** One entry of a row, expected beside got. */
export interface Bar {
  readonly column: number;
  /** The entry of the input it came from, when the input has the answer's shape. */
  readonly input: number | null;
  readonly want: number;
  /** Missing when the answer's row is too short. */
  readonly got: number | null;
  readonly wrong: boolean;
}

/** With more columns than this, the bars would be too thin to tell apart. */
const MAX_BARS = 24;

/**
 * The row that is furthest off, on the smallest case that has something to compare; of a right answer, the first row
 * of the check's first case. A row of one class says little, so it is only shown when there is no other.
 */
export function barsSketch(picture: BarsOfRow<Value>, observed: Observed, index: number): BarsSketch | null {
  const { parameters, returns } = observed.plan.exercise;
  const [answer, input] = [typeof returns === 'string' ? returns : returns[0], parameters[0]];
  const width = ({ want }: Subject) => picture.matrix(want)[0].length;
  const drawable = subjectsOf(observed, index).filter((subject) => width(subject) <= MAX_BARS);
  const subject = drawable.find((candidate) => width(candidate) > 1) ?? drawable[0];
  if (subject === undefined) return null;
  const { call, got, want, tolerance } = subject;
  const [wanted, gotten] = [picture.matrix(want), picture.matrix(got)];
  const off = wanted.map((row, i) => row.map((entry, j) => distance(gotten[i]?.[j] ?? Number.NaN, entry, tolerance)));
  const worst = off.map((row) => Math.max(...row));
  const row = worst.indexOf(Math.max(...worst));
  const inputs = rowLike(call.inputs[0], wanted, row);
  const bars = wanted[row].map((entry, j): Bar => {
    const value = gotten[row]?.[j] ?? null;
    const wrong = value === null || !agrees(value, entry, tolerance);
    return { column: j, input: inputs?.[j] ?? null, want: entry, got: value, wrong };
  });
  const place = `${answer}[${row}] on ${caseWords(observed, index, call.caseName)}`;
  const scores = inputs === null ? '' : `, for ${input}[${row}] = [${inputs.map((z) => short(z)).join(', ')}]`;
  return { kind: 'bars', bars, title: `Row ${place}`, words: `Bars: row ${place}${scores}. ${comparison(bars)}` };
}

/** Row `row` of the first argument when it has the answer's shape, so that each entry is above what it came from. */
function rowLike(input: Input, answer: Matrix, row: number): readonly number[] | null {
  if (!Array.isArray(input)) return null;
  const candidate = input[row];
  return input.length === answer.length && Array.isArray(candidate) && candidate.length === answer[row].length
    ? candidate
    : null;
}

function comparison(bars: readonly Bar[]): string {
  if (bars.every(({ wrong }) => !wrong))
    return `Yours are as high as expected: ${bars.map(({ want }) => short(want)).join(', ')}.`;
  const words = bars.map(valueWords);
  return `Expected ${words.map(({ want }) => want).join(', ')}; got ${words.map(({ got }) => got).join(', ')}.`;
}

/** The two values of a bar, told apart when they differ; `none` for an entry that is missing. */
export function valueWords({ want, got, wrong }: Bar): { readonly want: string; readonly got: string } {
  if (got === null) return { want: short(want), got: 'none' };
  if (!wrong) return { want: short(want), got: short(want) };
  const [wantWord, gotWord] = shortPair(want, got);
  return { want: wantWord, got: gotWord };
}
