import { describe, expect, test } from 'vitest';
import type { Names, Value } from '../authoring/values';
import { asAnswer, coerce } from './coerce';

const coerced = (answer: unknown, want: Value, names: Names) => coerce(asAnswer(answer), want, names);

describe('an answer in several parts', () => {
  test('may look like a vector or a matrix', () => {
    expect(coerced([3, 4], [1, 2], ['w', 'b'])).toEqual({ value: [3, 4] });
    const twoVectors = [
      [1, 2],
      [3, 4],
    ];
    expect(coerced(twoVectors, twoVectors, ['means', 'deviations'])).toEqual({ value: twoVectors });
  });

  test('has as many parts as it should, each of its own kind', () => {
    const want = [[[1]], [2]];
    expect(coerced([[[1]]], want, ['W', 'history'])).toMatchObject({
      finding: { kind: 'wrong-kind', name: '[W, history]', expected: { list: 2 } },
    });
    expect(coerced([[[1]], 2], want, ['W', 'history'])).toMatchObject({
      finding: { kind: 'wrong-kind', name: 'history', expected: 'vector', got: { kind: 'number' } },
    });
  });
});

describe('an object of parts', () => {
  const want = { W: [[1]], b: [[2]] };

  test('has the keys that it should', () => {
    expect(coerced({ b: [[2]], W: [[1]] }, want, 'gradients')).toEqual({ value: want });
    expect(coerced({ W: [[1]] }, want, 'gradients')).toEqual({
      finding: { kind: 'missing-keys', name: 'gradients', keys: ['b'] },
    });
    expect(coerced({ ...want, c: 1, d: 1 }, want, 'gradients')).toEqual({
      finding: { kind: 'extra-keys', name: 'gradients', keys: ['c', 'd'] },
    });
  });

  test('has each part of its own kind', () => {
    expect(coerced({ W: [[1]], b: 2 }, want, 'gradients')).toMatchObject({
      finding: { kind: 'wrong-kind', name: 'gradients.b', expected: 'matrix' },
    });
  });
});

test('an empty array is an empty matrix', () => {
  expect(coerced([], [[1]], 'Z')).toEqual({ value: [] });
});
