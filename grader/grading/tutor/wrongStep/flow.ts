import { same } from './numbers';
import type { Run, Sequence } from './run';

/** Methods that change what they are called on. */
const CHANGING = new Set(['push', 'unshift', 'splice', 'fill', 'set']);

/** Steps that are looked at after one. */
const MAX_REACHED = 60;

type Occurrence = Sequence['steps'][number];

/** Where the value of a step goes: what is worked out from it, as far as names and values tell. */
export class Flow {
  constructor(private readonly run: Run) {}

  /** Whether something that is worked out from step `at` passes `test`. */
  reaches(at: number, test: (step: Occurrence, sequence: Sequence) => boolean): boolean {
    const reached = new Set([at]);
    for (const one of reached) {
      for (const [step, sequence] of this.next(one)) {
        if (test(step, sequence)) return true;
        if (reached.size < MAX_REACHED) reached.add(step.at);
      }
    }
    return false;
  }

  private *next(at: number): Iterable<[Occurrence, Sequence]> {
    const { site, value } = this.run.steps[at];
    const above = this.run.above(site);
    if (above !== undefined) yield* following(above, at);
    const names = new Set(site.into);
    if (above !== undefined && CHANGING.has(above.site.does)) {
      const name = this.run.of(above.site.parts[0])?.site.reads ?? null;
      if (name !== null) names.add(name);
    }
    for (const other of this.run.all) {
      if (other.site.reads !== null && names.has(other.site.reads)) {
        const step = other.steps.find(
          (one) => one.at > at && holds(other.numbers.subarray(one.start, one.end), value.numbers),
        );
        if (step !== undefined) {
          const reader = this.run.above(other.site);
          if (reader !== undefined) yield* following(reader, step.at);
          else yield [step, other];
        }
      }
      if (isUpdate(other) && other.site.into.some((name) => names.has(name))) yield* following(other, at);
      if (site.returned && other.site.callbacks.includes(site.within)) yield* following(other, at);
    }
  }
}

const isUpdate = ({ site: { does } }: Sequence) => does.length > 1 && does.endsWith('=') && !/^[<>=!]/.test(does);

function* following(sequence: Sequence, at: number): Iterable<[Occurrence, Sequence]> {
  const step = sequence.steps.find((one) => one.at > at);
  if (step !== undefined) yield [step, sequence];
}

/** Whether all of `part` is in `whole`, one after another. */
function holds(whole: Float64Array, part: Float64Array): boolean {
  for (let start = 0; start + part.length <= whole.length; start++) {
    if (part.every((value, i) => same(value, whole[start + i]))) return true;
  }
  return false;
}
