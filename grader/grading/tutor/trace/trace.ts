import { CALL, TRACED_KINDS, type TracedKind } from '../../../sandbox/protocol/recorder';
import type { Site } from '../../../submission/instrument';

/** A value that a program went through, as far as it was kept. */
export interface TracedValue {
  readonly kind: TracedKind;
  /** `[length]` of a vector, `[rows, columns]` of a matrix; empty for all else. */
  readonly shape: readonly number[];
  /** Its numbers row by row; 0 or 1 for a boolean, NaN for what is no number. */
  readonly numbers: Float64Array;
}

/** What came at a site. */
export interface Step {
  readonly site: Site;
  readonly value: TracedValue;
}

/** The values of a call, in the order in which they were worked out: the parts of an expression before the whole. */
export interface Trace {
  readonly steps: readonly Step[];
  /** Where the call begins: what comes before is what loading the file did, its constants among it. */
  readonly call: number;
  /** Whether there were more than are kept. */
  readonly more: boolean;
  /** Whether the call threw: the trace ends there. */
  readonly threw: boolean;
  /** All sites of the program by their ids. */
  readonly sites: readonly Site[];
}

/** How many numbers say what shape a kind of value has. */
const SHAPE_NUMBERS: Partial<Record<TracedKind, number>> = { vector: 1, matrix: 2, nested: 1 };

/**
 * The trace that a recorder has kept as numbers; null when it is none that our recorder writes, as a guest may send
 * anything.
 *
 * @param sites by their ids
 */
export function readTrace(numbers: Float64Array, more: boolean, threw: boolean, sites: readonly Site[]): Trace | null {
  const steps: Step[] = [];
  let at = 0;
  let call = 0;
  while (at < numbers.length) {
    if (numbers[at] === CALL) {
      call = steps.length;
      at += 1;
      continue;
    }
    const site = sites[numbers[at]] as Site | undefined;
    const kind = TRACED_KINDS[numbers[at + 1]] as TracedKind | undefined;
    if (site === undefined || kind === undefined) return null;
    const shape = [...numbers.subarray(at + 2, at + 2 + (SHAPE_NUMBERS[kind] ?? 0))];
    const start = at + 2 + shape.length;
    const end = start + countOf(kind, shape);
    if (!Number.isSafeInteger(end) || end < start || end > numbers.length) return null;
    steps.push({ site, value: { kind, shape: kind === 'nested' ? [] : shape, numbers: numbers.subarray(start, end) } });
    at = end;
  }
  return { steps, call, more, threw, sites };
}

function countOf(kind: TracedKind, shape: readonly number[]): number {
  if (kind === 'number' || kind === 'boolean') return 1;
  return shape.length === 0 ? 0 : shape.reduce((product, size) => product * size, 1);
}
