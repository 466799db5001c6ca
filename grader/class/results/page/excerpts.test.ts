import { describe, expect, test } from 'vitest';
import type { ExerciseReport } from '../../../grading/report';
import { excerptOf, namesNobody } from './excerpts';

const at = (line: number, file = 's1/relu.ts') => ({ file, line, column: 1 });

/** A report that points where `more` says. */
const report = (more: Partial<ExerciseReport>) =>
  ({ name: 'relu', checks: [], place: at(4), ...more }) as unknown as ExerciseReport;

const CODE = `// Ada Lovelace, group 3
import { helper } from './helper';
/** by Ada */
export const relu = (Z: number[][]) =>
  Z.map((row) => /* mine */ row.map(Math.abs)); // Ada was here
`;

describe('of an answer is shown', () => {
  test('the line that its report points at, without comments', () => {
    const wrongStep = { ...at(5), code: '', got: 1, expected: 2, rightUpTo: null };
    expect(excerptOf(report({ wrongStep }), CODE)).toEqual({
      text: 'Z.map((row) =>  row.map(Math.abs));',
      isLine: true,
    });
  });

  test('the function, without comments, where its report points at no line of it', () => {
    const elsewhere = { id: 'x', sentence: '', ...at(5, 's1/helper.ts') };
    expect(excerptOf(report({ traps: [elsewhere] }), CODE)).toEqual({
      text: 'export const relu = (Z: number[][]) =>\n  Z.map((row) =>  row.map(Math.abs));',
      isLine: false,
    });
  });

  test('no more than some lines of it, and nothing behind it', () => {
    const long = (count: number) =>
      `export function relu(Z) {\n${'  Z = [{ }];\n\n'.repeat(count)}}\nconst more = 1;\n`;
    expect(excerptOf(report({ place: at(1) }), long(20))?.text.split('\n')).toHaveLength(15);
    expect(excerptOf(report({ place: at(1) }), long(1))?.text).toBe('export function relu(Z) {\n  Z = [{ }];\n}');
  });

  test('nothing, where it is not known where the function is, or the file has changed', () => {
    expect(excerptOf(report({ place: null }), CODE)).toBeNull();
    expect(excerptOf(report({ place: at(40) }), CODE)).toBeNull();
  });
});

test('what holds a name of the student names somebody, and Math.max does not name Max', () => {
  expect(namesNobody("throw new Error('Ada was here')", ['Ada Lovelace', 's1'])).toBe(false);
  expect(namesNobody("console.log('s1042')", ['Ada', 's1042'])).toBe(false);
  expect(namesNobody('Math.max(0, z)', ['Max Born', 's2'])).toBe(true);
});
