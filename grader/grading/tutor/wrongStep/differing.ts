import type { Site } from '../../../submission/instrument';
import type { Step, TracedValue } from '../trace/trace';
import { isCount, isInDoubt } from './doubt';
import type { Located } from './locate';
import { sameValue } from './lockstep';
import { isNumber } from './noNumber';
import { isCompound, sumsOf } from './parts';
import type { Pair, Run } from './run';
import type { WrongStep } from './wrongStep';

/** Values that can be shown. */
const SHOWN = new Set(['number', 'boolean', 'vector', 'matrix']);

/** Whether a variable is given its entries only later, by writing into it. */
const isFilledLater = (run: Run, { name }: Site) =>
  name !== null && run.visited.some((site) => site.name !== name && site.into.includes(name));

/** The first time that two places come to different values; null when they do not, or it cannot be shown. */
export function differing(
  run: Run,
  right: Run,
  pair: Pair,
  { right: rightSites, certain }: Pick<Located, 'right' | 'certain'>,
): WrongStep | null {
  const sums = [sumsOf(run, pair.mine), sumsOf(right, pair.theirs)];
  const asSums = isCompound(pair.mine) && isCompound(pair.theirs) && sums[0].length === sums[1].length;
  const [own, others] = asSums ? sums : [run.at(pair.mine), right.at(pair.theirs)];
  for (const [i, other] of others.entries()) {
    // Of a sum that threw there may be no more than its beginning.
    const isBegun = own[i] !== undefined && (!run.trace.threw || run.steps[own[i]].site === pair.mine);
    const at = isBegun ? own[i] : run.steps.length;
    const got = (run.steps[at] as Step | undefined) ?? null;
    const expected = right.steps[other];
    if (got !== null && sameValue(got, expected)) continue;
    const lost = got === null && !run.trace.threw;
    if (expected.value.numbers.length === 0 || isFilledLater(run, pair.mine) || isFilledLater(right, pair.theirs))
      return null;
    if (lost || !SHOWN.has(expected.value.kind) || !isComparable(pair, got, expected)) return null;
    const constant = constantOf(run, right, pair, at, other);
    if (constant !== null) return constant;
    if (isInDoubt(run, right, pair, { at, other }, certain)) return null;
    const rightUpTo = lastNamed(run, pair.mine, at, rightSites);
    // What threw has a value in its place only where a right answer does the same.
    const inPlace = got !== null || pair.mine.does === pair.theirs.does ? asShaped(expected.value, got) : null;
    return { site: pair.mine, got: got?.value ?? null, expected: inPlace, rightUpTo };
  }
  return null;
}

/** The only row of a matrix, where the answer has a row in its place. */
function asShaped(value: TracedValue, got: Step | null): TracedValue {
  const isRow = got?.value.kind === 'vector' && value.kind === 'matrix' && value.shape[0] === 1;
  return isRow ? { ...value, kind: 'vector', shape: [value.numbers.length] } : value;
}

/** Whether two values are of one kind, or at least should be. */
function isComparable({ mine, theirs }: Pair, got: Step | null, { value }: Step): boolean {
  if (got === null || mine.does === theirs.does || !SHOWN.has(got.value.kind)) return true;
  return got.value.kind === value.kind;
}

/** The constant of the file that alone makes a step wrong: that is told instead. */
function constantOf(run: Run, right: Run, { mine, theirs }: Pair, at: number, other: number): WrongStep | null {
  const last = (of: Run, id: number | undefined, before: number) => {
    const place =
      id === undefined
        ? undefined
        : of
            .at(of.site(id))
            .filter((one) => one < before)
            .at(-1);
    return place === undefined ? null : of.steps[place];
  };
  const parts = mine.parts.map((part, i) => [last(run, part, at), last(right, theirs.parts[i], other)] as const);
  const wrong = parts.filter(([one, two]) => one === null || two === null || !sameValue(one, two));
  const [[own, expected]] = wrong.length === 1 ? wrong : [[null, null] as const];
  if (own === null || expected === null || own.site.does !== 'Identifier') return null;
  const constants = run.steps.slice(0, run.trace.call).filter(({ site }) => site.within === 0);
  const declared = constants.find((step) => step.site.name === own.site.reads && sameValue(step, own));
  if (declared === undefined) return null;
  return { site: declared.site, got: own.value, expected: expected.value, rightUpTo: null };
}

/** The last thing before a step that was given a name, on a line above: no count, as such goes on. */
function lastNamed(run: Run, { file, line }: Site, at: number, right: ReadonlySet<Site> | null): Site | null {
  const before = run.steps.slice(run.trace.call, at).map(({ site }) => site);
  const named = before.filter((site) => site.name !== null && site.file === file && site.line < line && !isCount(site));
  const certain = right === null ? named : named.filter((site) => right.has(site));
  return certain.reduce<Site | null>((last, site) => (last === null || site.line >= last.line ? site : last), null);
}

/** The first time that no number comes at a place; null when that does not happen. */
export function noNumberAt(run: Run, site: Site, right: ReadonlySet<Site> | null): WrongStep | null {
  const at = run.at(site).find((place) => {
    const above = run.placeAbove(place);
    return !isNumber(run.steps[place]) && (above === null || !isNumber(run.steps[above]));
  });
  if (at === undefined) return null;
  return { site, got: run.steps[at].value, expected: null, rightUpTo: lastNamed(run, site, at, right) };
}
