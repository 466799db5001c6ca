import { expect, test } from 'vitest';
import { nearNames } from './nearNames';

const EXERCISES = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
const near = (files: readonly string[]) =>
  nearNames({ files }, EXERCISES).map(({ exercise, file }) => `${file} for ${exercise}`);

test.each([
  ['forwardMLP.ts', 'forwardMlp'],
  ['crossEntropy.ts.txt', 'crossEntropy'],
  ['relu.js', 'relu'],
  ['Softmax.ts', 'softmax'],
  ['cross_entropy.ts', 'crossEntropy'],
  ['relu (1).ts', 'relu'],
  ['relu - Copy.ts', 'relu'],
  ['softmx.ts', 'softmax'],
])('%s is nearly %s', (file, exercise) => {
  expect(near([file])).toEqual([`${file} for ${exercise}`]);
});

test.each(['utils.ts', 'reluPrime.ts', 'rely.ts', 'relu.png', 'softmaxTest.ts', 'maximum.ts'])(
  '%s is no exercise',
  (file) => {
    expect(near([file])).toEqual([]);
  },
);

test('where there is a file of the very name, nothing is near', () => {
  expect(near(['relu.ts', 'relu.js', 'Relu.ts'])).toEqual([]);
});

test('the nearest is proposed', () => {
  expect(near(['relu (1).ts', 'relu.js'])).toEqual(['relu.js for relu']);
});
