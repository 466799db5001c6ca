import type { BigNumber } from 'mathjs';
import { bignumber, digits } from './digits';
import type { Matrix } from './matrix';

/**
 * The exercises once more, in 64-digit arithmetic and straight from the formulas: what `npm run verify` measures the
 * reference's rounding against. Far too slow for grading.
 */

type Exact = BigNumber[][];

const exact = (Z: Matrix): Exact => Z.map((row) => row.map(digits));
const total = (row: readonly BigNumber[]): BigNumber => row.reduce((sum, entry) => sum.plus(entry), bignumber(0));

const relu = (Z: Exact): Exact => Z.map((row) => row.map((z) => (z.isNegative() ? bignumber(0) : z)));

/** No maximum is subtracted: 64 digits with decimal exponents up to 9e15 do not overflow. */
function softmax(Z: Exact): Exact {
  return Z.map((row) => {
    const powers = row.map((z) => z.exp());
    const sum = total(powers);
    return powers.map((power) => power.div(sum));
  });
}

function affine(X: Exact, W: Exact, b: Exact): Exact {
  return X.map((sample) => b[0].map((bias, j) => total(sample.map((x, k) => x.times(W[k][j]))).plus(bias)));
}

const sigmoid = (Z: Exact): Exact => Z.map((row) => row.map((z) => bignumber(1).div(z.neg().exp().plus(1))));

const product = (X: Exact, W: Exact): Exact =>
  X.map((row) => W[0].map((_, j) => total(row.map((x, k) => x.times(W[k][j])))));

/**
 * By exercise: the answer on `inputs`, as a list of its parts. Without normalize, where an
 * entry near its column's mean keeps the absolute error of that mean (up to 32 units of its own), without gradientDescent, which hands over functions that
 * compute in doubles, and without numericalGradient: there two losses cancel to a few digits, so that units in the last place
 * say nothing.
 */
export const exactAnswers: Readonly<Record<string, (...inputs: Matrix[]) => readonly Exact[]>> = {
  relu: (Z) => [relu(exact(Z))],
  softmax: (Z) => [softmax(exact(Z))],
  forwardMlp(X, W1, b1, W2, b2) {
    const A1 = relu(affine(exact(X), exact(W1), exact(b1)));
    return [A1, softmax(affine(A1, exact(W2), exact(b2)))];
  },
  crossEntropy(A, y) {
    // p + 1e-15 is rounded to a double, as in every implementation: near p = 1 that decides the logarithm.
    const terms = A.map((row, i) =>
      total(
        row.map((p, j) =>
          digits(p + 1e-15)
            .ln()
            .times(-y[i][j]),
        ),
      ),
    );
    return [[[total(terms).div(A.length)]]];
  },
  matrixMultiply: (X, W) => [product(exact(X), exact(W))],
  sigmoid: (Z) => [sigmoid(exact(Z))],
  mseLoss(yPred, y) {
    // The differences are rounded to doubles first: where the two are nearly equal, all their error is from there.
    const squares = yPred.map(([prediction], i) => digits(prediction - y[i][0]).pow(2));
    return [[[total(squares).div(y.length)]]];
  },
  binaryCrossEntropy(A, y) {
    // As in crossEntropy, what goes into a logarithm is rounded to a double first.
    const terms = A.map(([a], i) => digits((y[i][0] === 1 ? a : 1 - a) + 1e-15).ln());
    return [[[total(terms).div(-A.length)]]];
  },
  forwardPerceptron: (X, W, b) => [sigmoid(affine(exact(X), exact(W), exact(b)))],
};
