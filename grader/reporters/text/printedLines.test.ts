import { expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';
import { printedGroups, printedLines } from './printedLines';
import { newStyle } from './style';

/** Right but for large scores; prints its scores. */
const NAIVE = `console.log('loaded');
export function softmax(Z: number[][]): number[][] {
  for (const row of Z) console.log(row.join(' '));
  return Z.map((row) => {
    const total = row.reduce((sum, z) => sum + Math.exp(z), 0);
    return row.map((z) => Math.exp(z) / total);
  });
}
`;

test('what was printed on the case that fails stands before all else, however much that is', async () => {
  const report = await gradeAnswer('softmax', NAIVE);
  expect(report.console).toMatch(/^loaded\n/);
  const groups = printedGroups(report);
  expect(groups[0]).toEqual({ case: 'large-scores', text: '1000 999 998\n1 2 3\n' });
  expect(groups).toContainEqual({ case: null, text: 'loaded\n' });
  expect(printedLines('softmax', groups, 4, newStyle(80, false)).slice(0, 5)).toEqual([
    'softmax printed, on case "large-scores":',
    '│ 1000 999 998',
    '│ 1 2 3',
    'softmax printed:',
    '│ loaded',
  ]);
});

test('lines that are not shown are counted', () => {
  const groups = [
    { case: 'a', text: '1\n2\n' },
    { case: 'b', text: '3\n4\n' },
  ];
  expect(printedLines('relu', groups, 1, newStyle(80, false), '  ')).toEqual([
    '  relu printed, on case "a":',
    '  │ 1',
    '  │ … 3 more lines',
  ]);
});

test('a report of an earlier version has what was printed as a whole', async () => {
  const { printed: _, ...report } = await gradeAnswer(
    'relu',
    "export const relu = (Z: number[][]) => console.log('here');",
  );
  expect(printedGroups(report)).toEqual([{ case: null, text: report.console }]);
});
