import { expect, test } from 'vitest';
import { gradeAnswer, gradeFiles } from '../test/support/temporarySubmissions';

test('an answer that takes too long on large inputs is not said to go on for ever, and its mistake on small ones is told', async () => {
  // The product of matrices in the wrong order, which makes far more of 784 rows than is asked for.
  const source = `function matmul(A: number[][], B: number[][]) {
  if (A.length > 700) for (;;);
  return A.map((a) => B[0].map((_, j) => B.reduce((s, b, k) => s + a[k] * b[j], 0)));
}
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]) {
  const A1 = matmul(W1, X).map((row) => row.map((z, j) => Math.max(0, z + b1[0][j])));
  return [A1, matmul(W2, A1)];
}`;
  const { error, counterexample, traps } = await gradeAnswer('forwardMlp', source, { timeLimit: 400 });
  expect(error?.message).toMatch(
    /took longer than 400 ms and was stopped\. All \d+ calls before it, with far smaller inputs, came back; here W1 has shape \(784, 128\): what is worked out more often than it must be\?$/,
  );
  expect(counterexample).not.toBeNull();
  expect(traps).toContainEqual(expect.objectContaining({ id: 'product-order', line: 6 }));
});

test('a loop in the answer to another exercise is said to be there', async () => {
  const files = {
    'matrixMultiply.ts': 'export function matrixMultiply(): number[][] {\n  for (;;);\n}',
    'forwardPerceptron.ts':
      "import { matrixMultiply } from './matrixMultiply';\nexport const forwardPerceptron = (X: number[][], W: number[][]) => (matrixMultiply as any)(X, W);",
  };
  const report = await gradeFiles(files, { exercises: ['forwardPerceptron'], timeLimit: 400 });
  expect(report.exercises[0].error?.message).toMatch(
    /was stopped\. matrixMultiply, which it imports, takes too long by itself as well: get that one right first\.$/,
  );
});
