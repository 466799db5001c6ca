import { describe, expect, test } from 'vitest';
import { countingSteps, STEP, Steps } from './steps';

/** The function that `code` makes, with its steps counted. */
function counted(code: string): { steps: Steps; answer: (x: number[]) => unknown } {
  const steps = new Steps();
  const make = new Function(STEP, countingSteps(`return ${code}`)) as (step: () => void) => (x: number[]) => unknown;
  const answer = make(steps.step);
  return {
    steps,
    answer(x) {
      steps.begin([x]);
      return answer(x);
    },
  };
}

describe('a loop that never ends is stopped', () => {
  test.each([
    ['for', '(x) => { for (let i = 0; i >= 0; i++) x.length; }'],
    ['for ... of', '(x) => { for (const y of x) x.push(y); }'],
    ['while', '(x) => { while (x.length > 0) { x.length; } }'],
    ['do', '(x) => { do x.length; while (true); }'],
    ['a loop in a loop', '(x) => { for (const y of x) for (let i = 0; i < 1; i--) x.length; }'],
    ['a loop that catches', '(x) => { while (true) { try { x.length; } catch {} } }'],
  ])('%s', (_, code) => {
    const { steps, answer } = counted(code);
    expect(() => answer([1, 2])).toThrow('this never ends');
    expect(steps.exhausted).toBe(true);
  });
});

test('loops that end give what they would', () => {
  const { steps, answer } = counted(`(x) => {
    const pairs = [];
    outer: for (let i = 0; i < x.length; i++) {
      if (x[i] === 2) continue;
      for (const y of x) { if (y === 3) break outer; else pairs.push([x[i], y]); }
    }
    return pairs;
  }`);
  expect(answer([1, 2, 3])).toEqual([
    [1, 1],
    [1, 2],
  ]);
  expect(steps.exhausted).toBe(false);
});

test('every call has steps of its own, more of them for larger inputs', () => {
  const { answer } = counted('(x) => { let n = 0; for (const y of x) for (const z of x) n++; return n; }');
  const large = Array.from({ length: 150 }, () => 1);
  expect([answer(large), answer(large), answer(large)]).toEqual([22500, 22500, 22500]);
  expect(() => counted('() => { for (let i = 0; i < 22500; i++); }').answer([])).toThrow('this never ends');
});
