import fs from 'node:fs';
import path from 'node:path';
import type { BigNumber } from 'mathjs';
import { caseInputs, referenceAnswer } from '../authoring/caseInputs';
import type { Exercise } from '../authoring/exercise';
import type { Input, Value } from '../authoring/values';
import { countNumbers } from '../sandbox/host/pack';
import type { Workbook } from '../workbook/workbook';

/** 64-digit arithmetic takes microseconds a multiplication: cases larger than this are left out. */
const MAX_NUMBERS = 2000;
/** Units in the last place that the reference may be off: softmax turns an error of 1 in a score of 10 into 8. */
const MAX_ULPS = 16;

/** A double to all its binary digits. */
type Digits = (x: number) => BigNumber;
type ExactAnswer = (...inputs: readonly Input[]) => readonly (readonly (readonly BigNumber[])[])[];

export interface ExactResult {
  readonly problems: readonly string[];
  /** The largest error in units in the last place; null when the workbook has no exact answer for the exercise. */
  readonly ulps: number | null;
}

/** Measures the reference's rounding error against the workbook's `reference/exact.ts`. */
export async function compareWithExact(workbook: Workbook, exercise: Exercise, seed: string): Promise<ExactResult> {
  const answer = await loadExact(workbook, exercise.name);
  if (answer === null) return { problems: [], ulps: null };
  const { digits } = await import('../../reference/digits.ts');
  let ulps = 0;
  const problems: string[] = [];
  for (const name of new Set(exercise.checks.flatMap(({ on }) => on))) {
    const inputs = caseInputs(exercise, name, seed);
    if (inputs.reduce<number>((sum, input) => sum + countNumbers(input), 0) > MAX_NUMBERS) continue;
    const error = worstUlps(referenceAnswer(exercise, name, inputs), answer(...inputs), digits);
    ulps = Math.max(ulps, error);
    if (error > MAX_ULPS) {
      problems.push(
        `the reference is ${error.toFixed(0)} units in the last place off 64-digit arithmetic on case "${name}", more than ${MAX_ULPS}.`,
      );
    }
  }
  return { problems, ulps };
}

async function loadExact({ root }: Workbook, name: string): Promise<ExactAnswer | null> {
  const file = path.join(root, 'reference', 'exact.ts');
  if (!fs.existsSync(file)) return null;
  const { exactAnswers }: { exactAnswers: Readonly<Record<string, ExactAnswer>> } = await import(
    /* @vite-ignore */ file
  );
  return Object.hasOwn(exactAnswers, name) ? exactAnswers[name] : null;
}

function worstUlps(got: Value, want: ReturnType<ExactAnswer>, digits: Digits): number {
  const parts = want.length === 1 ? [got] : (got as readonly Value[]);
  return Math.max(
    ...want.flatMap((part, p) =>
      rowsUlps(typeof parts[p] === 'number' ? [[parts[p]]] : (parts[p] as number[][]), part, digits),
    ),
  );
}

/**
 * An entry's unit is that of its own size, but of no less than a thousandth of its row's largest entry: a sum that
 * nearly cancels keeps the absolute error of its terms.
 */
function rowsUlps(
  got: readonly (readonly number[])[],
  want: readonly (readonly BigNumber[])[],
  digits: Digits,
): number[] {
  return want.flatMap((row, i) => {
    const largest = Math.max(...row.map((entry) => Math.abs(entry.toNumber())));
    return row.map((entry, j) => {
      const unit = ulp(Math.max(Math.abs(entry.toNumber()), largest / 1000));
      return entry.minus(digits(got[i][j])).abs().toNumber() / unit;
    });
  });
}

/** The distance from `size` to the next larger double. */
function ulp(size: number): number {
  if (size < 2 ** -1022) return 2 ** -1074;
  return 2 ** (Math.floor(Math.log2(size)) - 52);
}
