import { expect, test } from 'vitest';
import { reportPage } from '../reporters/html/reportPage';
import { exerciseDetails } from '../reporters/text/exerciseDetails';
import { newStyle } from '../reporters/text/style';
import { whyLines } from '../reporters/text/whyLines';
import { gradeFiles } from '../test/support/temporarySubmissions';
import { feedbackComment } from './results/comment';

/** Runs over the rows of the weights, as if they were stored by unit. */
const PAST_THE_END = `import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]) {
  const layer = (A: number[][], W: number[][], b: number[][]) =>
    A.map((a) => W.map((weights, i) => weights.reduce((sum, weight, j) => sum + weight * a[j], b[0][i])));
  const A1 = relu(layer(X, W1, b1));
  return [A1, softmax(layer(A1, W2, b2))];
}
`;

test('where a trap says why a step comes to no number, screen, page and comment do not say the step as well', async () => {
  const report = await gradeFiles({ 'forwardMlp.ts': PAST_THE_END }, { exercises: ['forwardMlp'] });
  const [exercise] = report.exercises;
  expect(exercise.wrongStep).toMatchObject({ line: 5, expected: null });
  expect(exercise.traps).toMatchObject([{ id: 'past-the-end', line: 5 }]);
  const told = {
    screen: exerciseDetails(exercise, report.seed, newStyle(80, false)).join('\n'),
    short: whyLines(exercise, 80).join('\n'),
    page: reportPage(report, new Map(), { name: null, date: new Date(0) }).split('<article id=')[1],
    comment: feedbackComment(report, undefined),
  };
  const times = Object.entries(told).map(([where, text]) => [where, text.match(/Line 5\b/g)?.length]);
  expect(Object.fromEntries(times)).toEqual({ screen: 1, short: 1, page: 1, comment: 1 });
});
