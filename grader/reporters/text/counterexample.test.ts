import { expect, test } from 'vitest';
import type { CheckReport, Counterexample, ExerciseReport } from '../../grading/report';
import { counterexampleLines } from './counterexample';
import { exerciseDetails } from './exerciseDetails';
import { newStyle } from './style';

const tolerance = { rtol: 1e-5, atol: 1e-8 };

const overflow: Counterexample = {
  inputs: { Z: [[1, 1000]] },
  expected: [[0, 1]],
  got: [['NaN', 'NaN']],
  threw: null,
  place: null,
  works: { inputs: { Z: [[1, 2]] } },
  message: 'A[0][0] is NaN, expected 0 (all 2 entries differ)',
  returns: 'A',
  tolerance,
  wrong: {
    A: [
      [0, 0],
      [0, 1],
    ],
  },
};

test('few numbers are a sentence, which never breaks inside a matrix', () => {
  expect(counterexampleLines('softmax', overflow, 90)).toEqual([
    'softmax([[1, 1000]]) gives [[NaN, NaN]], expected [[0, 1]]. Right for [[1, 2]].',
  ]);
  expect(counterexampleLines('softmax', overflow, 76)).toEqual([
    'softmax([[1, 1000]]) gives [[NaN, NaN]], expected [[0, 1]]. Right for',
    '[[1, 2]].',
  ]);
});

test('several arguments are named, and of several answers the first wrong one is shown', () => {
  const several = { ...overflow, inputs: { A: [[1, 0]], y: [[0, 1]] }, works: null, returns: ['A1', 'A2'] };
  const pair = { expected: [[[0]], [[1]]], got: [[[0]], [[0.5]]], wrong: { A1: [], A2: [[0, 0]] } };
  expect(counterexampleLines('f', { ...several, ...pair }, 90)).toEqual([
    'f(A = [[1, 0]], y = [[0, 1]]) gives [[0.5]] as A2, expected [[1]].',
  ]);
});

test('beside several arguments, what is right names those that differ', () => {
  const inputs = { X: [[1]], b: [[1]] };
  const works = { inputs: { X: [[1]], b: [[0]] } };
  expect(counterexampleLines('f', { ...overflow, inputs, works }, 120)).toEqual([
    'f(X = [[1]], b = [[1]]) gives [[NaN, NaN]], expected [[0, 1]]. Right with b = [[0]].',
  ]);
});

test('beside several arguments that look the same, what is right is shown whole', () => {
  const inputs = { X: [[1]], b: [[0]] };
  const works = { inputs: { X: [[1]], b: [[-0]] } };
  expect(counterexampleLines('f', { ...overflow, inputs, works }, 120)[0]).toMatch(
    / Right for X = \[\[1\]\], b = \[\[-?0\]\]\.$/,
  );
});

test('right and wrong are never the same text', () => {
  const near = { ...overflow, expected: 0.5108256, got: 0.5108, wrong: { A: [[]] }, works: null };
  expect(counterexampleLines('f', near, 90)[0]).toBe('f([[1, 1000]]) gives 0.5108, expected 0.510826.');
});

test('an answer of another kind is told in words, an error with its place', () => {
  const nothing = { ...overflow, got: 'undefined', message: 'A is undefined', wrong: {}, works: null };
  expect(counterexampleLines('f', nothing, 90)).toEqual(['f([[1, 1000]]): A is undefined.']);
  const place = { file: 'exercises/f.ts', line: 3, column: 1 };
  const thrown = { ...nothing, got: null, threw: 'TypeError: Z.mop is not a function', place };
  expect(counterexampleLines('f', thrown, 120)).toEqual([
    'f([[1, 1000]]) throws an error at exercises/f.ts:3: TypeError: Z.mop is not a function.',
  ]);
});

test('many numbers stand in rows', () => {
  const Z = Array.from({ length: 4 }, (_, i) => Array.from({ length: 10 }, (__, j) => i + j / 8));
  const lines = counterexampleLines('f', { ...overflow, inputs: { Z }, expected: Z, got: Z, works: null }, 76);
  expect(lines[0]).toBe('A[0][0] is NaN, expected 0 (all 2 entries differ):');
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => line.length > 76)).toEqual([]);
});

const check = (id: string, message: string, got: number | 'NaN'): CheckReport => ({
  id,
  title: `The check called ${id}`,
  points: 1,
  score: 0,
  status: 'failed',
  message,
  example: { case: 'by-hand', inputs: { Z: [[1]] }, expected: [[1]], got: [[got]], returns: 'A', tolerance },
  place: null,
});

const failing = (checks: readonly CheckReport[]): ExerciseReport => ({
  name: 'softmax',
  chapter: '3.2',
  section: { id: '3', title: '' },
  file: 'exercises/softmax.ts',
  status: 'failed',
  score: 0,
  maxScore: checks.length,
  error: null,
  checks,
  counterexample: overflow,
  diagnosis: [{ misconception: 'm', question: 'What is Math.exp(1000)?', factor: null }],
  carriedForward: [],
  console: 'one\ntwo\nthree\nfour\nfive\n',
  place: null,
});

test('the input comes first, then the question, then the checks, those of one reason in a line', () => {
  const wrong = ['a', 'b', 'c'].map((id) => check(id, `A[0][0] is ${id}`, 0.5));
  const lines = exerciseDetails(failing([...wrong, check('d', 'A[0][0] is NaN', 'NaN')]), 's', newStyle(100, false));
  expect(lines.slice(0, 6)).toEqual([
    '    softmax([[1, 1000]]) gives [[NaN, NaN]], expected [[0, 1]]. Right for [[1, 2]].',
    '    ? Question: What is Math.exp(1000)?',
    '  ✗ The check called a (not yet, 1 point)',
    '      A[0][0] is a',
    '      on case "by-hand" (seed s)',
    '    2 more checks fail in the same way',
  ]);
});

test('a counterexample of many numbers leaves room for the rest of the screen', () => {
  const inputs = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `argument${i}`,
      [
        [i, i],
        [i, i],
      ],
    ]),
  );
  const exercise = {
    ...failing([check('a', 'A[0][0] is a', 0.5)]),
    counterexample: { ...overflow, inputs, works: null },
  };
  expect(exerciseDetails(exercise, 's', newStyle(80, false)).length).toBeLessThanOrEqual(16);
  expect(exerciseDetails(exercise, 's', newStyle(80, false, true, true)).length).toBeGreaterThan(40);
});

test('one exercise never takes more than a screen, unless all is asked for', () => {
  const kinds = Array.from({ length: 12 }, (_, i) => ({
    ...check(`c${i}`, `reason ${'x'.repeat(i)}`, 1),
    example: null,
  }));
  const screen = exerciseDetails(failing(kinds), 's', newStyle(80, false));
  expect(screen.length).toBeLessThanOrEqual(16);
  expect(screen.join('\n')).toMatch(/\d+ more checks fail \(--all explains them\)/);
  const all = exerciseDetails(failing(kinds), 's', newStyle(80, false, true, true)).join('\n');
  expect(all.match(/not yet, 1 point/g)).toHaveLength(12);
});
