import type { Site } from '../../../submission/instrument';
import { cutText } from '../../../text/cutText';
import { sanitizeLine } from '../../../text/sanitize';
import type { Found } from '../counterexample/find';
import type { Trace, TracedValue } from '../trace/trace';
import type { TraceOf } from '../trace/traceOf';
import { answerSymptoms } from './evidence';
import type { Trap } from './rule';

/** What makes NaN, or an error, of undefined. */
const USES =
  /^(?:unary -|[-+*/%]=?|\*\*=?|ElementAccessExpression|map|reduce|forEach|\.length|exp|log|max|min|pow|abs|sqrt)$/;
const ACCESS = 'ElementAccessExpression';
const MAX_CODE = 40;

/** Looks for a `readPastTheEnd` on the smallest inputs that go wrong, if what comes of them could be the fault of one. */
export async function findPastTheEnd(
  { failing: { call, outcome } }: Found,
  traceOf: TraceOf,
  isOwn: (file: string) => boolean,
): Promise<Trap | null> {
  const isOdd =
    outcome.kind === 'threw' ||
    (outcome.kind === 'returned' && answerSymptoms(outcome.answer).some((symptom) => symptom !== 'wrong-numbers'));
  if (!isOdd) return null;
  const trace = await traceOf(call.inputs);
  return trace === null ? null : readPastTheEnd(trace, isOwn);
}

/**
 * The first entry beyond the end of an array that a call reads and goes on with: `W[i]` where `W` has one row and `i` is 1.
 *
 * @param trace what the answer went through on inputs that went wrong
 * @param isOwn whether a file belongs to the answer
 */
function readPastTheEnd(trace: Trace, isOwn: (file: string) => boolean): Trap | null {
  const latest = new Map<number, TracedValue>();
  for (const [at, { site, value }] of trace.steps.entries()) {
    if (at >= trace.call && value.kind === 'undefined' && site.does === ACCESS && isOwn(site.file)) {
      const sentence = sentenceOf(site, trace, latest);
      if (sentence !== null) return { id: 'past-the-end', file: site.file, line: site.line, sentence };
    }
    latest.set(site.id, value);
  }
  return null;
}

function sentenceOf(site: Site, { sites }: Trace, latest: ReadonlyMap<number, TracedValue>): string | null {
  const above = site.parent === null ? null : sites[site.parent];
  if (above === null || !USES.test(above.does)) return null;
  const [array, index] = site.parts.map((part) => sites[part]);
  const whole = array === undefined ? undefined : latest.get(array.id);
  const place = index === undefined ? undefined : latest.get(index.id);
  if (whole === undefined || place?.kind !== 'number') return null;
  const [length] = whole.shape;
  const [at] = place.numbers;
  const isBeyond = Number.isInteger(at) && length !== undefined && at >= length;
  if (!isBeyond) return null;
  const what = whole.kind === 'matrix' ? 'row' : whole.kind === 'vector' ? 'entry' : null;
  if (what === null) return null;
  const many = length === 1 ? what : what === 'row' ? 'rows' : 'entries';
  return `On that input ${codeOf(site)} is undefined: ${codeOf(array)} has ${length} ${many}, and ${codeOf(index)} is ${at} (the first is 0)`;
}

const codeOf = ({ code }: Site) => cutText(sanitizeLine(code.replace(/\s+/g, ' ')), MAX_CODE);
