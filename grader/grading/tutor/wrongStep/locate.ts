import type { Site } from '../../../submission/instrument';
import { type Counterpart, commonPrefix, counterpartOf, isPlainRead } from './expected';
import { Flow } from './flow';
import type { Place, Run, Sequence } from './run';

/** A step whose value is wrong, and what right answers have in its place. */
export interface Located extends Place {
  readonly run: Run;
  readonly right: Run;
  /** The last named step before it, on a line above. */
  readonly upTo: Site | null;
  readonly counterpart: Counterpart;
}

/** Where a learner's steps part from those of the right answer that they follow longest; null when that cannot be told. */
export function locate(run: Run, rights: readonly Run[]): Located | null {
  const flow = new Flow(run);
  const ranked = rights
    .map((right) => ({ right, agreement: agreement(run, right) }))
    .sort((a, b) => b.agreement - a.agreement);
  const most = ranked[0]?.agreement ?? 0;
  for (const { right, agreement: much } of ranked) {
    if (much < most) return null;
    const place = firstDeviation(run, flow, right);
    if (place === null) return run.trace.threw ? pending(run, [right]) : null;
    const counterpart = place.at === run.steps.length - 1 ? finalOf(run, right) : counterpartOf(run, place, right);
    if (counterpart !== null && differs(place, counterpart))
      return { ...place, run, right, counterpart, upTo: lastNamed(run, place) };
  }
  return null;
}

/** How much of what a learner does is done by a right answer, too: the same operation with the same values. */
function agreement(run: Run, right: Run): number {
  let sum = 0;
  for (const { site, numbers } of run.all) {
    for (const other of right.all) {
      if (other.site.does !== site.does || commonPrefix(numbers, other.numbers) < numbers.length) continue;
      sum += run.carries(numbers) ? 1 : 0.25;
      break;
    }
  }
  return sum;
}

/** What the right answer returns in place of what the learner's does. */
function finalOf(run: Run, right: Run): Counterpart | null {
  const [mine, theirs] = [run.result, right.result];
  if (mine === null || theirs === null) return null;
  const numbers = resultOf(theirs);
  return numbers.length === resultOf(mine).length
    ? { sequence: theirs.sequence, score: 100, numbers, value: right.steps[theirs.at].value }
    : null;
}

function lastNamed(run: Run, { sequence: { site }, at }: Place): Site | null {
  const named = run.steps
    .slice(0, at)
    .map((step) => step.site)
    .filter((one) => one.name !== null && one.file === site.file && one.line < site.line);
  return named.reduce<Site | null>((last, one) => (last === null || one.line >= last.line ? one : last), null);
}

function differs({ sequence, occurrence }: Place, { numbers }: Counterpart): boolean {
  const { start, end } = sequence.steps[occurrence];
  return commonPrefix(sequence.numbers.subarray(start, end), numbers) < end - start;
}

/** The step that threw: what its expression is made of came last. */
function pending(run: Run, rights: readonly Run[]): Located | null {
  const last = run.steps.at(-1);
  const place = last === undefined ? null : run.pending(last.site);
  if (place === null) return null;
  for (const right of rights) {
    const counterpart = counterpartOf(run, place, right);
    if (counterpart !== null) return { ...place, run, right, counterpart, upTo: lastNamed(run, place) };
  }
  return null;
}

/** Steps of counts and truths part only where the right answer does the same thing there. */
const CLOSELY = 7;

/** The first step whose value `right` does not go through, and nothing that it does go through is made of. */
function firstDeviation(run: Run, flow: Flow, right: Run): Place | null {
  const known = new Map<Sequence, number>();
  for (const sequence of run.all) {
    let longest = 0;
    const plain = isPlainRead(sequence);
    for (const other of right.all)
      if (plain || !isPlainRead(other)) longest = Math.max(longest, commonPrefix(sequence.numbers, other.numbers));
    known.set(sequence, longest);
  }
  const isKnown = (step: Sequence['steps'][number], at: Sequence) =>
    step.end <= (known.get(at) as number) && run.carries(at.numbers.subarray(step.start, step.end));
  const deviations = [...run.all]
    .filter(({ site }) => site.does !== 'Identifier' || site.name !== null || site.returned)
    .flatMap((sequence) => {
      if (sequence.numbers.every(Number.isNaN) && sequence.site.does === 'ObjectLiteralExpression') return [];
      const occurrence = sequence.steps.findIndex(({ end }) => end > (known.get(sequence) as number));
      return occurrence === -1 ? [] : [{ sequence, occurrence, at: sequence.steps[occurrence].at }];
    })
    .sort((a, b) => a.at - b.at);
  for (const place of deviations) {
    const { sequence, occurrence, at } = place;
    const { start, end } = sequence.steps[occurrence];
    if (flow.reaches(at, isKnown)) continue;
    if (run.carries(sequence.numbers.subarray(start, end))) return place;
    const counterpart = counterpartOf(run, place, right, CLOSELY);
    if (counterpart !== null && differs(place, counterpart)) return place;
  }
  const [mine, theirs] = [run.result, right.result];
  if (mine === null || theirs === null) return null;
  const numbers = resultOf(theirs);
  return commonPrefix(resultOf(mine), numbers) < numbers.length || resultOf(mine).length !== numbers.length
    ? mine
    : null;
}

function resultOf({ sequence: { numbers, steps }, occurrence }: Place): Float64Array {
  const { start, end } = steps[occurrence];
  return numbers.subarray(start, end);
}
