import { expect, test } from 'vitest';
import type { Report } from '../../../grading/report';
import type { Result } from '../../store/journalLine';
import { misconceptionSection } from './mistakes';
import type { PageOptions } from './pageOptions';

/** A class in which mistake `i` of twelve is made by `i + 1` students. */
function classOf(): PageOptions {
  const made = Array.from({ length: 12 }, (_, i) => Array.from({ length: i + 1 }, () => `mistake-${i}`)).flat();
  const students = made.map((misconception, i) => {
    const exercises = [{ name: 'relu', misconceptions: [misconception] }];
    return {
      name: `student ${i}`,
      result: { student: `s${i}`, exercises } as unknown as Result,
      page: null,
      isDraft: false,
    };
  });
  const reportOf = (student: string) => {
    const misconception = made[Number(student.slice(1))];
    const check = { status: 'failed', message: `the message of ${student}`, example: null };
    const diagnosis = [{ misconception, question: `What of ${misconception}?`, factor: null }];
    return {
      seed: 'workbook',
      exercises: [{ name: 'relu', file: `${student}/relu.ts`, checks: [check], diagnosis }],
    } as unknown as Report;
  };
  return { students, reportOf } as unknown as PageOptions;
}

test('the ten commonest misconceptions have two examples each, and the others stand in a table with their questions', () => {
  const [blocks, table] = misconceptionSection(classOf()).split('<table>');
  const titles = [...blocks.matchAll(/relu: (mistake-\d+)</g)].map(([, title]) => title);
  expect(titles).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((i) => `mistake-${i}`));
  expect(blocks.match(/the message of/g)).toHaveLength(20);
  const row = /<tr><td>relu<\/td><td>(.*?)<\/td><td>(.*?)<\/td><td><details class="who"><summary>(.*?)<\/summary>/g;
  expect([...table.matchAll(row)].map(([, ...cells]) => cells)).toEqual([
    ['mistake-1', 'What of mistake-1?', '2 students'],
    ['mistake-0', 'What of mistake-0?', '1 student'],
  ]);
});
