import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporarySubmissions';
import { toyWorkbook } from './toyWorkbook';

/** Answers of the toy workbook's one exercise, by what they come to. */
export const DOUBLE = {
  right: 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => 2 * z));\n',
  squared: 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => z * z));\n',
  'in-place':
    'export const double = (Z: number[][]) => { for (const row of Z) row.forEach((z, j) => { row[j] = 2 * z; }); return Z; };\n',
  stub: "export function double(Z: number[][]): number[][] {\n  throw new Error('TODO: write double');\n}\n",
  syntax: 'export const double = (Z: number[][] => Z;\n',
  endless: 'export const double = (Z: number[][]) => { for (;;); };\n',
  exit: 'export const double = () => process.exit(0);\n',
} as const;

/** The mark of each answer, out of 5. */
export const MARKS: Readonly<Record<keyof typeof DOUBLE, number>> = {
  right: 5,
  squared: 1,
  'in-place': 4,
  stub: 0,
  syntax: 0,
  endless: 0,
  exit: 0,
};

/** A class for the toy workbook. */
export interface ToyClass {
  readonly workbook: string;
  readonly submissions: string;
  readonly out: string;
}

/** Submissions by student; each answered as named. */
export function toyClass(answers: Readonly<Record<string, keyof typeof DOUBLE>>): ToyClass {
  const submissions = temporaryFolder();
  for (const [student, answer] of Object.entries(answers)) submit(submissions, student, DOUBLE[answer]);
  return { workbook: toyWorkbook(), submissions, out: path.join(temporaryFolder(), 'graded') };
}

/** Writes a student's answer. */
export function submit(submissions: string, student: string, source: string): void {
  fs.mkdirSync(path.join(submissions, student), { recursive: true });
  fs.writeFileSync(path.join(submissions, student, 'double.ts'), source);
}
