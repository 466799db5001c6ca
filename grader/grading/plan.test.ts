import { expect, test } from 'vitest';
import { agreesWithReference, exercise } from '../authoring';
import { makePlan } from './plan';

/** A function of one number, and how often its case was made. */
function counted() {
  const made = { times: 0 };
  const fixture = exercise({
    name: 'half',
    chapter: '1',
    reference: (x: number) => x / 2,
    parameters: ['x'],
    returns: 'y',
    cases: {
      eight: () => {
        made.times += 1;
        return [8];
      },
    },
    checks: { agrees: { title: 'It is half', points: 1, on: ['eight'], holds: agreesWithReference() } },
    hints: ['Divide by two.'],
  });
  return { fixture, made };
}

test('a plan says what there is to check before any inputs are made', () => {
  const { fixture, made } = counted();
  expect(makePlan(fixture, 'seed').checks.map(({ check }) => check.id)).toEqual(['agrees']);
  expect(made.times).toBe(0);
});

test('a plan makes its inputs once, however often they are looked at', () => {
  const { fixture, made } = counted();
  const { calls, cases, checks, handsOver } = makePlan(fixture, 'seed');
  expect([calls[0], checks[0].clauses[0].call]).toEqual([cases[0], cases[0]]);
  expect(handsOver).toBe(false);
  expect(made.times).toBe(1);
});
