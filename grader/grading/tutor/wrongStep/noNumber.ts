import type { Step } from '../trace/trace';
import type { Standing } from './known';
import { isLiteral, type Run } from './run';

/** Functions of one or more numbers: what becomes NaN or Infinity there does so there. */
const OF_NUMBERS = /^(?:exp|expm1|log|log2|log10|log1p|sqrt|pow|max|min|hypot|tanh|toFixed|toPrecision|toString)$/;
const ENTRY = 'ElementAccessExpression';

/**
 * Where an answer that holds something else than finite numbers, or throws, first comes to such a thing, from numbers that
 * are finite: the place of that step. Null when that cannot be told.
 */
export function firstNoNumber(run: Run, standings: readonly Standing[]): number | null {
  const last = run.steps.at(-1);
  if (last === undefined || (isNumber(last) && !run.trace.threw)) return null;
  for (let at = run.trace.call; at < run.steps.length; at++) {
    const step = run.steps[at];
    if (standings[at] !== 'unknown' || isNumber(step) || step.value.numbers.length > 1) continue;
    if (step.site.does === 'Identifier') continue;
    const above = run.placeAbove(at);
    // What is made of it is a number again, or nothing is.
    if (above === null ? step.site.reads !== null : isNumber(run.steps[above])) continue;
    return beginsAt(run, at) ? at : null;
  }
  return null;
}

/** Whether that is no number because of what is done there. */
function beginsAt(run: Run, at: number): boolean {
  const { site } = run.steps[at];
  const parts = site.parts.flatMap((id) => run.last(run.site(id), at) ?? []).map((place) => run.steps[place]);
  if (parts.some(({ site: part }) => part.does === 'Identifier' && run.isConstant(part.reads as string))) return false;
  if (site.reads !== null) return site.does === ENTRY && isIndexedHere(run, at);
  if (!parts.every((part) => isNumber(part) && (part.value.numbers.length < 2 || part.site.reads !== null)))
    return false;
  if (site.does === '/') return parts.length < 2 || parts[1].value.numbers[0] !== 0;
  return !/^\w+$/.test(site.does) || isLiteral(site) || OF_NUMBERS.test(site.does);
}

/** Whether an entry is missing because of its index: it is none, or is made on this line, so that no other lets it go too far. */
function isIndexedHere(run: Run, at: number): boolean {
  const { line, within, parts } = run.steps[at].site;
  const [, index] = parts.map((id) => run.site(id));
  const place = index === undefined ? null : run.last(index, at);
  if (place === null || run.steps[place].value.kind !== 'number') return true;
  const names = new Set(index.code.match(/[A-Za-z_$][\w$]*/g));
  const changed = run.trace.sites.filter((site) => site.within === within && site.into.some((name) => names.has(name)));
  return changed.every((site) => site.line === line);
}

export const isNumber = ({ value: { kind, numbers } }: Step) =>
  kind !== 'string' && kind !== 'undefined' && numbers.every(Number.isFinite);
