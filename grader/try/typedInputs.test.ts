import { expect, test } from 'vitest';
import { findExercise } from '../workbook/select';
import { loadWorkbook } from '../workbook/workbook';
import { typedInputs } from './typedInputs';

async function inputsOf(name: string, typed: string) {
  const { exercises } = await loadWorkbook();
  return typedInputs(findExercise(exercises, name), [typed], 'workbook', { mseLoss: () => 0 });
}

test.each([
  ['softmax', '1 2', 'softmax takes 1 argument (Z), not 2.'],
  [
    'numericalGradient',
    '[[1]]',
    'numericalGradient takes 5 to 6 arguments (X, y, params, lossFn, forwardFn, h), not 1.',
  ],
  ['softmax', '[1, 2]', 'Z is a matrix, an array of rows, as in [[1, 2], [3, 4]], not a flat array.'],
  ['softmax', '5', 'Z is a matrix, an array of rows, as in [[1, 2], [3, 4]], not a number.'],
  ['softmax', 'mseLoss', 'Z is a matrix, an array of rows, as in [[1, 2], [3, 4]], not mseLoss.'],
  ['softmax', '[]', 'Z is empty: give it at least one number.'],
  ['softmax', '[[], []]', 'Z has empty rows: give it at least one number.'],
  ['softmax', '[[1, 2], [3]]', 'Z is ragged: row 0 has 2 entries, row 1 has 1.'],
  ['softmax', '[[1], 2]', 'Z mixes numbers and rows.'],
  ['softmax', '[[[1]]]', 'Z has rows that hold more than numbers.'],
  [
    'crossEntropy',
    '[[0.5, 0.5]] [[1, 0], [0, 1]]',
    'The shapes do not go together: the size "n" is 1 in A and 2 in y.',
  ],
  [
    'forwardMlp',
    '[[1, 2]] [[1], [1]] [[0], [0]] [[1, 1]] [[0, 0]]',
    'b1 has not the shape that goes with the other arguments. A case of the exercise has the shape (1, 3) there.',
  ],
  [
    'numericalGradient',
    '[[1]] [[1]] {W: [[1]], b: [[1]]} nothing mseLoss',
    'lossFn is the name of a function, and there is none called nothing. There are mseLoss.',
  ],
])('%s of %s is refused in one sentence: %s', async (name, typed, sentence) => {
  await expect(inputsOf(name, typed)).rejects.toThrow(sentence);
});

test('arguments that a call may leave out may be left out', async () => {
  const inputs = await inputsOf('numericalGradient', '[[1]] [[1]] {W: [[1]], b: [[1]]} mseLoss mseLoss');
  expect(inputs).toHaveLength(5);
});
