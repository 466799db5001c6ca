import type { TracedValue } from '../trace/trace';
import { same } from './numbers';
import type { Place, Run, Sequence } from './run';

/** A step of a right answer in the place of one of the learner's. */
export interface Counterpart {
  readonly sequence: Sequence;
  readonly score: number;
  readonly numbers: Float64Array;
  /** A value there, for its form. */
  readonly value: TracedValue;
}

/** How many numbers two sequences have in common from the beginning. */
export function commonPrefix(one: Float64Array, other: Float64Array, most = one.length): number {
  const end = Math.min(most, one.length, other.length);
  for (let i = 0; i < end; i++) if (!same(one[i], other[i])) return i;
  return end;
}

/** Whether what comes at a site is no more than a value that was there before. */
export function isPlainRead({ site }: Sequence): boolean {
  return site.reads !== null && site.name === null && !site.returned;
}

/** How many numbers of a sequence came before step `at` of the trace. */
function before(sequence: Sequence, at: number): number {
  let end = 0;
  for (const step of sequence.steps) if (step.at < at) end = step.end;
  return end;
}

/** Below this, two steps have little to do with one another. */
const NEEDED = 5;

/** The step of a right answer that takes the place of one of the learner's; null when none does, or several that differ. */
export function counterpartOf(run: Run, place: Place, right: Run, needed = NEEDED): Counterpart | null {
  const { sequence, occurrence, at } = place;
  const mine = sequence.steps[occurrence] as Sequence['steps'][number] | undefined;
  const start = mine?.start ?? sequence.numbers.length;
  let best: Counterpart[] = [];
  const after = anchor(run, at, right);
  for (const other of right.all) {
    if (commonPrefix(sequence.numbers, other.numbers, start) < start) continue;
    const end = mine?.end ?? other.steps.find((step) => step.start >= start)?.end;
    if (end === undefined || other.numbers.length < end) continue;
    const score = scoreOf(run, place, start, right, other) + nearness(other, end, after);
    if (score < needed || (best.length > 0 && score < best[0].score)) continue;
    if (best.length > 0 && score > best[0].score) best = [];
    best.push({
      sequence: other,
      score,
      numbers: other.numbers.slice(start, end),
      value: right.steps[other.steps[0].at].value,
    });
  }
  const [first, ...others] = best;
  if (first === undefined) return null;
  return others.every(({ numbers }) => commonPrefix(first.numbers, numbers) === numbers.length) ? first : null;
}

function scoreOf(run: Run, { sequence, at }: Place, start: number, right: Run, other: Sequence): number {
  const { site, numbers, steps } = sequence;
  const theirs = other.site;
  let score = 0;
  if (site.does === theirs.does) score += 2;
  if (site.name !== null && site.name === theirs.name) score += 1;
  if (site.code === theirs.code) score += 1;
  if (site.returned === theirs.returned) score += 0.5;
  if (site.condition === theirs.condition) score += 0.5;
  else score -= 2;
  if (numbers.length > 0 && run.carries(numbers) !== right.carries(other.numbers)) score -= 2;
  const kind = run.steps[at]?.value.kind;
  if (steps.length > 0 && kind !== right.steps[other.steps[0].at].value.kind) score -= 1;
  if (numbers.length === other.numbers.length) score += 1;
  if (steps.length === other.steps.length) score += 0.5;
  if (start > 0) score += run.carries(numbers.subarray(0, start)) ? 2 : 0.5;
  const parts = theirs.parts.flatMap((part) => right.of(part) ?? []);
  const below = right.below(theirs);
  let [matched, telling] = [0, 0];
  const own = site.parts.flatMap((part) => run.of(part) ?? []);
  for (const part of own) {
    const length = before(part, at);
    const fits = (one: Sequence) => commonPrefix(part.numbers, one.numbers, length) >= length;
    const tells = part.numbers.subarray(0, length).some((value) => !Number.isInteger(value) || Math.abs(value) > 20);
    if (parts.some(fits)) score += tells ? 3 : 1.5;
    else if (below.some(fits)) score += tells ? 2 : 0.5;
    else {
      score -= 2;
      continue;
    }
    matched += 1;
    if (tells) telling += 1;
  }
  // Something must say that these two belong together.
  const callers = site.returned && theirs.returned ? run.callers(site).map(({ site: { does } }) => does) : [];
  const sameRole = callers.length > 0 && right.callers(theirs).some(({ site: { does } }) => callers.includes(does));
  if (sameRole) score += 1;
  const related =
    sameRole || site.does === theirs.does || (site.name !== null && site.name === theirs.name) || telling > 0;
  return related ? score - Math.max(0, parts.length - matched) : Number.NEGATIVE_INFINITY;
}

/** Where `right` is, in its own steps, after what came last before step `at`; -1 when that is not known. */
function anchor(run: Run, at: number, right: Run): number {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const mine = run.of(run.steps[i].site.id) as Sequence;
    const end = mine.steps.find((step) => step.at === i)?.end ?? 0;
    for (const other of right.all) {
      if (other.site.does !== mine.site.does || other.numbers.length < end) continue;
      if (commonPrefix(mine.numbers, other.numbers, end) < end) continue;
      const step = other.steps.find((one) => one.end >= end);
      if (step !== undefined) return step.at;
    }
  }
  return -1;
}

function nearness({ steps }: Sequence, end: number, after: number): number {
  const step = steps.find((one) => one.end >= end);
  if (after < 0 || step === undefined) return 0;
  const distance = step.at - after;
  if (distance < 0) return -1;
  return distance <= 4 ? 2 : distance <= 10 ? 1 : 0;
}
