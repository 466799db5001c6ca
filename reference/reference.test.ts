import { describe, expect, test } from 'vitest';
import { affine } from './affine';
import { binaryCrossEntropy } from './binaryCrossEntropy';
import { crossEntropy } from './crossEntropy';
import { forwardMlp } from './forwardMlp';
import { forwardPerceptron } from './forwardPerceptron';
import { shapeOf } from './matrix';
import { matrixMultiply } from './matrixMultiply';
import { mseLoss } from './mseLoss';
import { normalize } from './normalize';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';

/** Worked by hand; `npm run verify` compares with NumPy and with 64-digit arithmetic. */
describe('the reference', () => {
  test('relu keeps what is positive', () => {
    expect(relu([[-2, 0, 3, 0.001]])).toEqual([[0, 0, 3, 0.001]]);
  });

  test('softmax of logarithms gives back the odds', () => {
    const [row] = softmax([[0, Math.log(2), Math.log(5)]]);
    expect(row[0]).toBeCloseTo(1 / 8, 15);
    expect(row[1]).toBeCloseTo(2 / 8, 15);
    expect(row[2]).toBeCloseTo(5 / 8, 15);
  });

  test('softmax survives scores of a thousand either way', () => {
    expect(softmax([[1000, -1000]])).toEqual([[1, 0]]);
    expect(softmax([[-1000, -1000]])).toEqual([[0.5, 0.5]]);
  });

  test('affine multiplies, then adds the bias to every row', () => {
    expect(
      affine(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 0],
          [0, 10],
        ],
        [[100, 200]],
      ),
    ).toEqual([
      [101, 220],
      [103, 240],
    ]);
  });

  test('forwardMlp puts relu inside and softmax outside', () => {
    const [A1, A2] = forwardMlp(
      [[1, 2]],
      [
        [1, -1],
        [1, -1],
      ],
      [[0, 0]],
      [
        [1, 1],
        [5, 5],
      ],
      [[0, Math.log(3)]],
    );
    expect(A1).toEqual([[3, 0]]);
    expect(A2[0][0]).toBeCloseTo(0.25, 15);
    expect(A2[0][1]).toBeCloseTo(0.75, 15);
  });

  test('crossEntropy averages the surprise at the true class', () => {
    expect(
      crossEntropy(
        [
          [0.5, 0.5],
          [0.25, 0.75],
        ],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBeCloseTo((Math.log(2) + Math.log(4 / 3)) / 2, 14);
    expect(crossEntropy([[1, 0]], [[0, 1]])).toBeCloseTo(-Math.log(1e-15), 10);
  });

  test('normalize gives a column mean 0 and deviation 1, and only centres what has no spread', () => {
    expect(
      normalize([
        [3, 7],
        [9, 7],
        [11, 7],
        [17, 7],
      ]),
    ).toEqual([
      [-1.4, 0],
      [-0.2, 0],
      [0.2, 0],
      [1.4, 0],
    ]);
  });

  test('normalize takes the rounding error in the mean of 0.1, 0.1, 0.1 for no spread', () => {
    for (const [entry] of normalize([[0.1], [0.1], [0.1]])) expect(entry).toBeCloseTo(0, 15);
  });

  test('matrixMultiply pairs rows with columns', () => {
    expect(
      matrixMultiply(
        [
          [1, 0, -2],
          [0.5, 3, 1],
        ],
        [
          [2, 1],
          [1, -3],
          [0.5, 2],
        ],
      ),
    ).toEqual([
      [1, -3],
      [4.5, -6.5],
    ]);
  });

  test('sigmoid turns the logarithm of the odds into a probability', () => {
    const [row] = sigmoid([[0, Math.log(3), -Math.log(3)]]);
    expect(row[0]).toBe(0.5);
    expect(row[1]).toBeCloseTo(0.75, 15);
    expect(row[2]).toBeCloseTo(0.25, 15);
    expect(sigmoid([[1000, -1000]])).toEqual([[1, 0]]);
  });

  test('mseLoss averages squares', () => {
    expect(mseLoss([[1], [2], [5]], [[1], [4], [4]])).toBeCloseTo(5 / 3, 15);
  });

  test('binaryCrossEntropy averages the surprise at yes and no', () => {
    expect(binaryCrossEntropy([[0.5], [0.25]], [[1], [0]])).toBeCloseTo((Math.log(2) + Math.log(4 / 3)) / 2, 14);
    expect(binaryCrossEntropy([[0]], [[1]])).toBeCloseTo(-Math.log(1e-15), 10);
    expect(binaryCrossEntropy([[1]], [[0]])).toBeCloseTo(-Math.log(1e-15), 10);
  });

  test('forwardPerceptron adds the bias before the sigmoid', () => {
    const [[a], [c]] = forwardPerceptron(
      [
        [1, 2],
        [2, 2],
      ],
      [[2], [-0.5]],
      [[-1 + Math.log(3)]],
    );
    expect(a).toBeCloseTo(0.75, 15);
    expect(c).toBeCloseTo(1 / (1 + Math.exp(-2) / 3), 15);
  });

  test('shapeOf counts rows and columns', () => {
    expect(shapeOf([[1, 2, 3]])).toEqual([1, 3]);
    expect(shapeOf([])).toEqual([0, 0]);
  });
});
