import type { Site } from '../../../submission/instrument';
import type { Step } from '../trace/trace';
import { sameValue } from './lockstep';
import { isNumber } from './noNumber';
import { isAnswer, isCompound, leavesOf, worksOut } from './parts';
import { isLiteral, type Pair, type Run } from './run';

/** Places of two steps in their traces; of what threw, `at` is the trace's end. */
export interface Places {
  readonly at: number;
  readonly other: number;
}

/**
 * Whether a step that comes to another value than a right answer's need not be where it goes wrong: then nothing is told
 * of it.
 *
 * @param certain whether the two answers are alike but for slips
 */
export function isInDoubt(run: Run, right: Run, pair: Pair, { at, other }: Places, certain: boolean): boolean {
  const { mine, theirs } = pair;
  if (at === run.steps.length) return !certain && !isUnderWay(run, mine);
  const [one, two] = [
    { run, site: mine, before: at },
    { run: right, site: theirs, before: other },
  ];
  // A counter that begins at 0 is right where the loop goes on from there.
  if (isCount(mine) && (!certain || run.steps[at].value.numbers[0] === 0)) return true;
  const isFromElsewhere = () => isRowRead(run, at) || isOfNone(run, at);
  if (!certain && (isOtherLength(run, mine, right.steps[other]) || isFromElsewhere())) return true;
  const comesToNumbers = run.steps[at].value.numbers.length > 0;
  if (comesToNumbers && !(isAnswer(run, mine) && isAnswer(right, theirs))) {
    if (doesMore(one, two)) {
      if (isOfOthers(one, two)) return true;
    } else if (isMadeGood(run, right, pair)) return true;
    if (isOtherwiseShaped(run, right, pair, { at, other })) return true;
  }
  const isMadeHere = !isNumber(run.steps[at]) && comesToNumbers;
  return (mine.condition || !(certain || isMadeHere)) && isSameOfOthers(one, two);
}

/** A number that is written down, or a counter that goes on. */
export const isCount = (site: Site) =>
  isLiteral(site) || /^(?:PostfixUnaryExpression|unary (?:\+\+|--))$/.test(site.does);

/** Whether a step is what the call was in when it threw. */
function isUnderWay(run: Run, mine: Site): boolean {
  const { pending } = run;
  if (pending === null) return false;
  return run.upwards(pending).includes(mine) || isInside(run, mine, pending.within);
}

/** Whether a function stands among what a step is made of. */
const isInside = (run: Run, { callbacks, parts }: Site, within: number): boolean =>
  callbacks.includes(within) || parts.some((id) => isInside(run, run.site(id), within));

interface Place {
  readonly run: Run;
  readonly site: Site;
  readonly before: number;
}

/** Whether the same is done with other values, which are read: then these went wrong before, or it is another step. */
function isSameOfOthers(one: Place, other: Place): boolean {
  if (one.site.does !== other.site.does || !worksOut(one.site)) return false;
  const parts = partsOf(one, other);
  if (parts === null || parts.length === 0) return false;
  const differing = parts.filter(([own, their]) => !isSame(own, their));
  return (
    differing.length > 0 && differing.every(([own, their]) => isGivenBefore(own, their) || isSameOfOthers(own, their))
  );
}

/** Whether no part is the same. */
const isOfOthers = (one: Place, other: Place) => {
  const parts = partsOf(one, other);
  return parts !== null && parts.length > 1 && parts.every(([own, their]) => !isSame(own, their));
};

/** Whether a function of values is in an expression that the other does not hold. */
function doesMore(one: Place, other: Place): boolean {
  const theirs = doneIn(other.run, other.site);
  return doneIn(one.run, one.site).some((does) => OF_VALUES.test(does) && !theirs.includes(does));
}

const doneIn = (run: Run, { does, parts }: Site): readonly string[] => [
  does,
  ...parts.flatMap((id) => doneIn(run, run.site(id))),
];

/** Whether a part is only read, and at no index that is written down, in both or from what was worked out on another line. */
function isGivenBefore({ run, site }: Place, { site: other }: Place): boolean {
  return (
    site.reads !== null &&
    (site.does !== '.length' || run.above(site)?.condition === true) &&
    !isOfFile(run, site.reads) &&
    !/\w(?:\[\d+\])+$/.test(site.code) &&
    (other.reads !== null || isWorkedOutElsewhere(run, site, site.reads))
  );
}

/** Whether a variable is given its value before the call. */
const isOfFile = ({ steps, trace }: Run, name: string) =>
  steps.slice(0, trace.call).some(({ site }) => site.within === 0 && site.name === name);

/** Whether a variable was given, on another line, what was worked out there. */
const isWorkedOutElsewhere = (run: Run, { line, file }: Site, name: string) =>
  run.visited.some(
    (site) => site.name === name && site.file === file && site.line !== line && worksOut(site) && !isCount(site),
  );

/** Whether there is a length that right answers have in place of another: loops may go the other way round. */
const isOtherLength = (run: Run, { does, code }: Site, expected: Step) =>
  does === '.length' &&
  run.visited.some(
    (site) => site.does === does && site.code !== code && run.at(site).some((at) => sameValue(run.steps[at], expected)),
  );

/** Whether a row is only read, for something to be made of it. */
function isRowRead(run: Run, at: number): boolean {
  const { site, value } = run.steps[at];
  return site.reads !== null && site.parent !== null && value.shape.length > 0;
}

/** Whether no number comes since none was read. */
const isOfNone = (run: Run, at: number) =>
  !isNumber(run.steps[at]) && leavesOf(run, at).some(({ step }) => step.value.kind === 'number' && !isNumber(step));

/** What two steps are made of, side by side; null when not of as many parts, or one was not come to. */
function partsOf(one: Place, other: Place): readonly (readonly [Place, Place])[] | null {
  if (one.site.parts.length !== other.site.parts.length) return null;
  const places = ({ run, site, before }: Place) =>
    site.parts.map((id) => {
      const part = run.site(id);
      const at = run.last(part, before);
      return at === null ? null : { run, site: part, before: at };
    });
  const [own, theirs] = [places(one), places(other)];
  const pairs = own.map((part, i) => [part, theirs[i]] as const);
  return pairs.every(([part, their]) => part !== null && their !== null)
    ? (pairs as readonly (readonly [Place, Place])[])
    : null;
}

const isSame = (one: Place, other: Place) => sameValue(one.run.steps[one.before], other.run.steps[other.before]);

/** Whether values of another rank or length come of doing something else: the one may be as right as the other. */
function isOtherwiseShaped(run: Run, right: Run, { mine, theirs }: Pair, { at, other }: Places): boolean {
  const [{ value: got }, { value: expected }] = [run.steps[at], right.steps[other]];
  return got.numbers.length !== expected.numbers.length && (got.kind !== expected.kind || mine.does !== theirs.does);
}

/** Functions and operators that a right answer may come to earlier, or later. */
const OF_VALUES = /^(?:unary -|exp|log|sqrt|pow|sigmoid|softmax|relu|tanh|abs)$/;

/** Whether an answer does something later that a right one does not do after this: what is expected here is something else. */
function isMadeGood(run: Run, right: Run, { mine, theirs }: Pair): boolean {
  const later = doneAfter(right, theirs);
  return [...doneAfter(run, mine)].some((does) => OF_VALUES.test(does) && !later.has(does));
}

function doneAfter(run: Run, site: Site): ReadonlySet<string> {
  const from = (run.at(site).at(-1) ?? 0) + 1;
  const done = run.steps.slice(from).map((step) => step.site);
  const left = run.trace.threw ? run.trace.sites.filter((one) => run.at(one).length === 0) : [];
  return new Set([...done, ...left].filter((one) => !isCompound(one)).map(({ does }) => does));
}
