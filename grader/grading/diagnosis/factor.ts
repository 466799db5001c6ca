import type { Matrix } from '../../../reference/matrix';
import { formatNumber } from '../../text/formatNumber';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';
import { numbersOf } from './sameOutcome';

/** A factor that may depend on the batch: `n` rows and `K` columns of the first argument. */
interface Scale {
  readonly symbol: string;
  readonly of: (n: number, K: number) => number;
}

const SCALES: readonly Scale[] = [
  { symbol: '', of: () => 1 },
  { symbol: 'n', of: (n) => n },
  { symbol: '1/n', of: (n) => 1 / n },
  { symbol: 'K', of: (_, K) => K },
  { symbol: '1/K', of: (_, K) => 1 / K },
  { symbol: 'n/K', of: (n, K) => n / K },
  { symbol: 'K/n', of: (n, K) => K / n },
];

/** Ratios closer than this are the same: far below any factor worth naming, far above rounding and epsilons. */
const TOLERANCE = 1e-3;
/** More than epsilons make of a number. */
const NOTICEABLE = 1e-2;

/**
 * Says by which factor a learner's numbers are off, when it is the same factor on every case, or one that follows the
 * number of rows and columns: `On every case your loss is 1.443 times the right one`.
 *
 * @returns null when there is no such factor, or the function returns several things
 */
export function factorOf(plan: Plan, outcomes: Outcomes): string | null {
  const { returns } = plan.exercise;
  if (typeof returns !== 'string') return null;
  const cases = plan.cases.flatMap((call) => ratioOn(call, outcomes));
  // Cases that cost next to nothing, or what an epsilon makes of log(0), say little about a factor.
  if (cases.length < 3) return null;
  for (const { symbol, of } of SCALES) {
    const rests = cases.map(({ ratio, n, K }) => ratio / of(n, K));
    const [constant] = rests;
    if (!rests.every((rest) => Math.abs(rest - constant) <= TOLERANCE * Math.abs(constant))) continue;
    if (symbol === '' && Math.abs(constant - 1) <= TOLERANCE) return null;
    return `On every case your ${returns} is ${factorWords(constant, symbol)} the right one${legend(symbol)}.`;
  }
  return null;
}

/** `-1.443 n times`, `1/K times`, `3/K times`, `2 times`. */
function factorWords(constant: number, symbol: string): string {
  const number = formatNumber(constant, 4);
  if (symbol === '') return `${number} times`;
  if (Math.abs(constant - 1) <= TOLERANCE) return `${symbol} times`;
  if (Math.abs(constant + 1) <= TOLERANCE) return `-${symbol} times`;
  return symbol.startsWith('1/') ? `${number}${symbol.slice(1)} times` : `${number} ${symbol} times`;
}

function legend(symbol: string): string {
  const letters = [symbol.includes('n') ? 'n rows' : '', symbol.includes('K') ? 'K columns' : ''].filter(
    (text) => text !== '',
  );
  return letters.length === 0 ? '' : ` (${letters.join(', ')})`;
}

function ratioOn(call: Call, outcomes: Outcomes): { ratio: number; n: number; K: number }[] {
  const outcome = outcomes.get(call);
  const [first] = call.inputs;
  if (outcome?.kind !== 'returned' || !Array.isArray(first) || !Array.isArray(first[0])) return [];
  const wants = [call.expected()].flat(2) as number[];
  const values = numbersOf(outcome.answer);
  if (values.length !== wants.length) return [];
  const size = { n: (first as Matrix).length, K: first[0].length };
  // No factor makes a number of nothing, or nothing of a number.
  if (values.some((value, i) => isNothing(value) !== isNothing(wants[i]) && Math.abs(value - wants[i]) > NOTICEABLE))
    return [{ ratio: Number.NaN, ...size }];
  const ratios = values.flatMap((value, i) => {
    const want = Math.abs(wants[i]);
    return want > 1e-3 && want < 10 && Number.isFinite(value) && value !== 0 ? [value / wants[i]] : [];
  });
  if (ratios.length === 0) return [];
  const [ratio] = ratios;
  const isOne = ratios.every((other) => Math.abs(other - ratio) <= TOLERANCE * Math.abs(ratio));
  return [{ ratio: isOne ? ratio : Number.NaN, ...size }];
}

const isNothing = (value: number) => Math.abs(value) <= 1e-9;
