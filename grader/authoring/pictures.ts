import type { Matrix } from '../../reference/matrix';
import { largest } from './largest';
import type { Value } from './values';

/**
 * What a check's pictures show: data only. Each kind says how to find what it draws in the inputs and the answer, so
 * a picture that does not fit the function is a compile error. `grader/pictures/` turns it into words and SVG.
 */

/** One row of a matrix as bars, expected beside got: the row that is furthest off. */
export interface BarsOfRow<Output> {
  readonly kind: 'bars-of-row';
  readonly matrix: (output: Output) => Matrix;
}

/** Where the answer's matrices differ from the reference's, and by how much. */
export interface HeatMap<Output> {
  readonly kind: 'heat-map';
  readonly matrices: (output: Output) => readonly Matrix[];
}

/** A curve, and the learner's points on it or off it, from every case that was answered. */
export interface Graph<Inputs extends unknown[], Output> {
  readonly kind: 'graph';
  readonly title: string;
  /** What the horizontal axis is called. */
  readonly x: string;
  readonly from: number;
  readonly to: number;
  /** Where the window ends at the top; by default it holds the whole curve. */
  readonly top?: number;
  /** The curve's values at `xs`. */
  readonly curve: (xs: number[], reference: (...inputs: Inputs) => Output) => readonly number[];
  readonly points: (inputs: Inputs, output: Output) => readonly Point[];
  /** Whether each point stands for a whole case and carries its name. */
  readonly named: boolean;
}

export type Point = readonly [x: number, y: number];

/** Numbers between 0 and 1 on several cases side by side, the learner's above the reference's. */
export interface Distribution<Output, CaseName extends string> {
  readonly kind: 'distribution';
  /** What is shown, as a phrase: `largest probability of a sample`. */
  readonly what: string;
  readonly numbers: (output: Output) => readonly number[];
  readonly panels: readonly { readonly on: CaseName; readonly title: string }[];
}

/** What a check of a function from `Inputs` to `Output` may show. */
export type Picture<Inputs extends unknown[], Output extends Value, CaseName extends string> =
  | BarsOfRow<Output>
  | HeatMap<Output>
  | Graph<Inputs, Output>
  | Distribution<Output, CaseName>;

/** A picture once its function's types have done their work. */
// biome-ignore lint/suspicious/noExplicitAny: erased on purpose, in this one place
export type AnyPicture = Picture<any, any, string>;

/** Expected and got as bars, for the row that is furthest off (of a right answer: the first row of the check's first case). */
export function barsOfRow(): BarsOfRow<Matrix> {
  return { kind: 'bars-of-row', matrix: (output) => output };
}

/** A map of |got - expected|: one row, one column, or everything? For a matrix, or an answer of several matrices. */
export function heatMap(): HeatMap<Matrix | readonly Matrix[]> {
  return { kind: 'heat-map', matrices: (output) => (isMatrix(output) ? [output] : output) };
}

function isMatrix(output: Matrix | readonly Matrix[]): output is Matrix {
  return !Array.isArray(output[0]?.[0]);
}

/** The graph of a function that works entry by entry, with the learner's points; entries outside the window are left out. */
export function graph({ from = -4, to = 4 } = {}): Graph<[Matrix], Matrix> {
  return {
    kind: 'graph',
    title: 'output over input',
    x: 'input',
    from,
    to,
    curve: (xs, reference) => reference([xs])[0],
    points: ([Z], A) => Z.flatMap((row, i) => row.map((z, j): Point => [z, A[i]?.[j] ?? Number.NaN])),
    named: false,
  };
}

/**
 * The loss of a prediction over the probability of the true class, on the curve -ln p. The mean loss of a batch lies
 * on that curve over the geometric mean of its probabilities, so a case is one point.
 */
export function lossCurve(): Graph<[A: Matrix, y: Matrix], number> {
  return {
    kind: 'graph',
    title: 'loss over p, on the curve -ln p',
    x: 'p, the probability of the true class (of a batch: the geometric mean)',
    from: 0,
    to: 1,
    top: 6,
    curve: (xs) => xs.map((p) => -Math.log(p)),
    points: ([A, y], loss) => [[geometricMean(A.map((row, i) => trueClass(row, y[i]))), loss]],
    named: true,
  };
}

/** The probability of the true class: labels are one-hot, or a single 0 or 1 beside the probability of 1. */
function trueClass(probabilities: readonly number[], labels: readonly number[]): number {
  if (labels.length > 1) return probabilities[labels.indexOf(1)];
  return labels[0] === 1 ? probabilities[0] : 1 - probabilities[0];
}

function geometricMean(probabilities: readonly number[]): number {
  return Math.exp(probabilities.reduce((sum, p) => sum + Math.log(p), 0) / probabilities.length);
}

/**
 * The largest probability of each sample on several cases, side by side: what undecided and saturated look like.
 *
 * @param panels the cases with what to call them, `{ 'large-weights': 'weights x 1' }`
 * @param probabilities where in the answer they are
 */
export function largestProbabilities<Output, const CaseName extends string>(
  panels: { readonly [Name in CaseName]: string },
  probabilities: (output: Output) => Matrix,
): Distribution<Output, CaseName> {
  const names = Object.keys(panels) as CaseName[];
  return {
    kind: 'distribution',
    what: 'largest probability of a sample',
    numbers: (output) => probabilities(output).map(largest),
    panels: names.map((on) => ({ on, title: panels[on] })),
  };
}
