import { expect, test } from 'vitest';
import { nearNames } from './nearNames';

const EXERCISES = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
const near = (files: readonly string[], texts: Readonly<Record<string, string>> = {}) =>
  nearNames({ folder: '', files }, EXERCISES, (file) => texts[file] ?? null).map(
    ({ exercise, file }) => `${file} for ${exercise}`,
  );

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

test.each([
  ['export function softmax(Z) {', 'a function'],
  ['export const softmax = (Z) =>', 'a constant'],
  ['const f = 1;\nexport { relu, softmax };', 'a list of names'],
])('a file of any name that exports an exercise is meant for it: %s', (text) => {
  expect(near(['answers.ts'], { 'answers.ts': text })).toContain('answers.ts for softmax');
});

test.each([
  'function softmax(Z) {',
  '// export function softmax',
  'export function softmaxOfRow(z) {',
  'export default softmax',
])('a file that does not export it is not: %s', (text) => {
  expect(near(['answers.ts'], { 'answers.ts': text })).toEqual([]);
});

test('one file may have several exercises', () => {
  const text = 'export const relu = 1;\nexport function crossEntropy() {}\n';
  expect(near(['mlp.ts'], { 'mlp.ts': text })).toEqual(['mlp.ts for relu', 'mlp.ts for crossEntropy']);
});

test('of several files with an exercise the one with the highest number is proposed', () => {
  const text = 'export function softmax() {}';
  const files = ['softmax_final.ts', 'softmax_final_v10.ts', 'softmax_final_v9.ts'];
  expect(near(files, Object.fromEntries(files.map((file) => [file, text])))).toEqual([
    'softmax_final_v10.ts for softmax',
  ]);
});

test('a stub does not stand in the way of the answer beside it, and an answer does', () => {
  const stub = "export function relu(Z) {\n  throw new Error('TODO: write relu');\n}";
  const answer = 'export function relu(Z) {\n  return Z;\n}';
  const files = ['relu.ts', 'relu (1).ts'];
  expect(near(files, { 'relu.ts': stub, 'relu (1).ts': answer })).toEqual(['relu (1).ts for relu']);
  expect(near(files, { 'relu.ts': stub, 'relu (1).ts': stub })).toEqual([]);
  expect(near(files, { 'relu.ts': answer, 'relu (1).ts': answer })).toEqual([]);
});
