import type { Site } from '../../../submission/instrument';
import type { Step } from '../trace/trace';
import { sameAll } from './numbers';
import { isLiteral, isTrivial, type Run } from './run';

/** Something that a step is worked out from: a variable that it reads, an entry of one, or what was added up before. */
export interface Leaf {
  readonly step: Step;
  /** Its place in the trace. */
  readonly at: number;
}

/** Whether something is worked out at a site, and not only read or written down. */
export const worksOut = (site: Site) => site.reads === null && !isLiteral(site);

/** `sum += x` and the like. */
export const isCompound = ({ does }: Site) => /^(?:[-+*/%]|\*\*|&&|\|\||\?\?)=$/.test(does);

/**
 * What the step at a place of the trace is worked out from. Lengths, counts, and constants of the program are left out:
 * they are the same by chance, or are written down in one answer where another has a name for them.
 *
 * @param withSum whether what `sum += x` adds to is among them
 */
export function leavesOf(run: Run, at: number, withSum = true): readonly Leaf[] {
  const { site } = run.steps[at];
  const leaves: Leaf[] = [];
  const collect = ({ parts }: Site, before: number) => {
    for (const id of parts) {
      const part = run.site(id);
      const place = run.last(part, before);
      if (place === null) continue;
      if (worksOut(part)) collect(part, place);
      else leaves.push({ step: run.steps[place], at: place });
    }
  };
  collect(site, at);
  const before = withSum && isCompound(site) ? valueBefore(run, at) : null;
  if (before !== null) leaves.push({ step: run.steps[before], at: before });
  return leaves.filter(({ step }) => saysSomething(run, step));
}

function saysSomething(run: Run, { site, value }: Step): boolean {
  if (site.does === '.length' || (site.does === 'Identifier' && run.isConstant(site.reads as string))) return false;
  return value.numbers.length === 0 || !value.numbers.every(isTrivial);
}

/** Where what a step adds to was last given its value; null when that was not in the call. */
export function valueBefore(run: Run, at: number): number | null {
  const { name, file } = run.steps[at].site;
  for (let before = at - 1; before >= run.trace.call; before--) {
    const { site } = run.steps[before];
    if (site.name === name && site.file === file) return before;
  }
  return null;
}

/** Where the values of a variable stand that are added up no further: its sums, one after the other. */
export function sumsOf(run: Run, { name, file }: Site): readonly number[] {
  const given = run.steps.flatMap(({ site }, at) =>
    at >= run.trace.call && site.name === name && site.file === file ? [at] : [],
  );
  return given.filter((_, i) => i + 1 === given.length || !isCompound(run.steps[given[i + 1]].site));
}

/** `[a, b]` and the like. */
export const isBuilt = ({ does }: Site) => does === 'ArrayLiteralExpression' || does === 'ObjectLiteralExpression';

/** Where steps of a site are in a call. */
export function placesIn(run: Run, site: Site): readonly number[] {
  return run.at(site).filter((at) => at >= run.trace.call);
}

/** Whether what comes at a site, one after the other, is the answer. */
export function isAnswer(run: Run, site: Site): boolean {
  const last = run.steps.at(-1);
  if (last === undefined || !last.site.returned || isBuilt(site)) return false;
  const numbers = placesIn(run, site).flatMap((at) => [...run.steps[at].value.numbers]);
  return sameAll(Float64Array.from(numbers), last.value.numbers);
}
