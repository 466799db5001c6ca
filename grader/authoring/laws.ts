import type { Matrix } from '../../reference/matrix';
import type { Tolerance } from './compare';
import { type AnyFunction, type Law, law } from './properties';

/** Laws that hold for many functions of a batch: matrices with a row for each sample. */

/** A function each of whose arguments has a row for each sample. `Inputs` keeps the types of its parameters. */
type OfBatches<Inputs extends Matrix[], Output> = (...batches: Inputs) => Output;

/** Every argument as `change` makes it: there are as many as before, so the types stay. */
const each = <Inputs extends Matrix[]>(batches: Inputs, change: (batch: Matrix) => Matrix) =>
  batches.map(change) as Inputs;

/** A batch that holds every sample twice gives what the batch gives: for a function that averages over samples. */
export function batchTwice<Inputs extends Matrix[]>(f: OfBatches<Inputs, number>): Law<Inputs, number> {
  return law<typeof f>({
    statement: `${f.name} of a batch repeated = ${f.name} of the batch`,
    calls: (batches) => [each(batches, (batch) => [...batch, ...batch])],
    expected: (output) => [output],
  });
}

/**
 * The samples in reverse order give the same number, or the same rows in reverse order.
 *
 * @param statement the law as the learner reads it
 */
export function rowOrder<F extends OfBatches<Matrix[], number | Matrix>>(
  statement: string,
  tolerance?: Partial<Tolerance>,
): Law<Parameters<F>, ReturnType<F>> {
  return law<F>({
    statement,
    calls: (batches) => [each(batches, (batch) => [...batch].reverse())],
    expected: (output: number | Matrix) => [
      (typeof output === 'number' ? output : [...output].reverse()) as ReturnType<F>,
    ],
    tolerance,
  });
}

/**
 * A sample alone gives the same as in a batch. The samples are the rows of the first argument, and the answer, or each
 * of its parts, has a row for each of them.
 *
 * @param statement the law as the learner reads it
 */
export function rowAlone<F extends AnyFunction & ((X: Matrix, ...others: never[]) => Matrix | Matrix[])>(
  statement: string,
): Law<Parameters<F>, ReturnType<F>> {
  return law<F>({
    statement,
    calls: ([X, ...others]) => X.map((row) => [[row], ...others] as Parameters<F>),
    expected: (output) => alone(output) as ReturnType<F>[],
  });
}

/** The answer for each row on its own, taken from the answer for all of them. */
function alone(output: Matrix | Matrix[]): (Matrix | Matrix[])[] {
  return isMatrix(output) ? output.map((row) => [row]) : output[0].map((_, i) => output.map((part) => [part[i]]));
}

function isMatrix(output: Matrix | Matrix[]): output is Matrix {
  return typeof output[0]?.[0] === 'number';
}
