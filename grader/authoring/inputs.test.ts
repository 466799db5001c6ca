import { expect, test } from 'vitest';
import { oneHot, random, scale, shift, zeros } from './inputs';

/**
 * Seen on Node 20, 22, 24 and 26. A change here changes every learner's random cases: say so in the release notes.
 * The exercises' own cases are kept as digests in their numpy.json, which `verify` compares.
 */
const FROZEN = {
  'uniform': 0.41489022108726203,
  'randn': [
    [-0.629917, 0.653779, 0.104117],
    [0.677368, -0.559132, 0.408807],
  ],
  'rand': [[0.137072, 0.504335, -0.098113]],
  'integers': [6, 6, 1, 1, 1, 5],
  'permutation': [3, 4, 2, 5, 1, 0],
};

test('a seed gives the same stream on every platform and Node version', () => {
  const { uniform, randn, rand, integers, permutation } = random('workbook');
  expect(uniform()).toBe(FROZEN.uniform);
  expect(randn(2, 3)).toEqual(FROZEN.randn);
  expect(rand(1, 3, -1, 1)).toEqual(FROZEN.rand);
  expect(integers(6, 0, 10)).toEqual(FROZEN.integers);
  expect(permutation(6)).toEqual(FROZEN.permutation);
});

test('streams of different names differ, and each case has a stream of its own', () => {
  expect(random('a').randn(2, 2)).not.toEqual(random('b').randn(2, 2));
});

test('randn is standard normal: mean 0, deviation 1, one in three beyond one deviation', () => {
  const sample = random('moments').randn(200, 200).flat();
  const mean = sample.reduce((sum, z) => sum + z, 0) / sample.length;
  const variance = sample.reduce((sum, z) => sum + (z - mean) ** 2, 0) / sample.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(sample.filter((z) => Math.abs(z) > 1).length / sample.length).toBeCloseTo(0.317, 2);
});

test('integers and rand stay in their ranges, permutation holds every number once', () => {
  const { integers, rand, permutation } = random('ranges');
  expect(new Set(integers(500, 3, 6))).toEqual(new Set([3, 4, 5]));
  expect(
    rand(20, 20, -2, 1)
      .flat()
      .every((x) => x >= -2 && x <= 1),
  ).toBe(true);
  expect(permutation(50).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test('zeros, oneHot, scale and shift do what their NumPy namesakes do', () => {
  expect(zeros(1, 2)).toEqual([[0, 0]]);
  expect(oneHot([2, 0], 3)).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(scale([[1, -2]], 3)).toEqual([[3, -6]]);
  expect(shift([[1, -2]], 3)).toEqual([[4, 1]]);
});
