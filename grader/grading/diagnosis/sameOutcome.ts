import { agrees, DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../authoring/compare';
import type { Outcome } from '../../sandbox/host/outcome';
import type { Answer } from '../../sandbox/host/pack';

/**
 * Whether two outcomes are the same behaviour. Unlike in judging, NaN is the same as NaN here: two answers that
 * overflow in the same entries made the same mistake.
 *
 * @param unchanged how exactly arguments are compared as they are after the call
 * @param parameters names that are no matter of taste in the message of an error
 */
export function sameOutcome(
  a: Outcome,
  b: Outcome,
  unchanged: Tolerance | null,
  parameters: readonly string[] = [],
): boolean {
  if (a === b) return true;
  if (a.kind === 'threw' && b.kind === 'threw')
    return errorKind(a.message) === errorKind(b.message) && !areOthers(a.message, b.message, parameters);
  if (a.kind !== 'returned' || b.kind !== 'returned') return false;
  if (!sameAnswer(a.answer, b.answer)) return false;
  if (a.inputs === null || b.inputs === null) return true;
  const others = b.inputs;
  return a.inputs.every((input, i) => sameAnswer(input, others[i], unchanged ?? EXACT));
}

/** What kind of error a message is of, whatever the names and numbers in it: `TypeError: … is not a function`. */
function errorKind(message: string): string {
  return message.replace(/'[^']*'|"[^"]*"|\d+/g, '…').replace(/^(\w*Error: |)\S+( is not )/, '$1…$2');
}

/** Whether two errors are about one parameter and another: `random is not a function`, `activationFn is not a function`. */
function areOthers(one: string, other: string, parameters: readonly string[]): boolean {
  const named = (message: string) => parameters.find((name) => message.includes(`: ${name} is not `));
  const [first, second] = [named(one), named(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function sameAnswer(a: Answer, b: Answer, tolerance = DEFAULT_TOLERANCE): boolean {
  const same = (x: Answer, y: Answer) => sameAnswer(x, y, tolerance);
  const sameRow = (x: readonly number[], y: readonly number[]) =>
    x.length === y.length && x.every((entry, i) => Object.is(entry, y[i]) || agrees(entry, y[i], tolerance));
  if (a.kind === 'number' && b.kind === 'number') return sameRow([a.value], [b.value]);
  if (a.kind === 'vector' && b.kind === 'vector') return sameRow(a.value, b.value);
  if (a.kind === 'matrix' && b.kind === 'matrix') {
    return a.value.length === b.value.length && a.value.every((row, i) => sameRow(row, b.value[i]));
  }
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]));
  }
  if (a.kind === 'record' && b.kind === 'record') {
    const names = Object.keys(a.entries);
    return (
      names.length === Object.keys(b.entries).length &&
      names.every((name) => Object.hasOwn(b.entries, name) && same(a.entries[name], b.entries[name]))
    );
  }
  return a.kind === 'other' && b.kind === 'other' && a.what === b.what;
}

/** Whether an outcome holds a finite number: a crash, or NaN throughout, does not tell how it came about. */
export function holdsFinite(outcome: Outcome): boolean {
  return outcome.kind === 'returned' && numbersOf(outcome.answer).some(Number.isFinite);
}

/** All numbers in an answer, in their order. */
export function numbersOf(answer: Answer): readonly number[] {
  switch (answer.kind) {
    case 'number':
      return [answer.value];
    case 'vector':
      return answer.value;
    case 'matrix':
      return answer.value.flat();
    case 'list':
      return answer.items.flatMap(numbersOf);
    case 'record':
      return Object.values(answer.entries).flatMap(numbersOf);
    case 'other':
      return [];
  }
}
