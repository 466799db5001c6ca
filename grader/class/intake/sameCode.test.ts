import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { submissionOf } from '../../test/support/temporarySubmissions';
import { loadWorkbook } from '../../workbook/workbook';
import type { NearName } from './nearNames';
import { normalForm } from './normalForm';
import { identicalGroups, MODEL_ANSWERS, SameCode } from './sameCode';

const SOFTMAX = `
/** Softmax of each row. */
export function softmax(Z: number[][]): number[][] {
  return Z.map((row) => {
    const highest = Math.max(...row); // for stability
    const powers = row.map((z) => Math.exp(z - highest));
    let total = 0;
    for (const power of powers) total += power;
    return powers.map((power) => power / total);
  });
}
`;
const RENAMED = `export function softmax(input: number[][]): number[][] { return input.map((r) => { const m = Math.max(...r)
  const e = r.map((v) => Math.exp(v - m),); let s = 0; for (const x of e) s += x; return e.map((x) => x / s) }) }`;

const same = (one: string, other: string) =>
  expect(normalForm(other, new Set(['softmax']))).toEqual(normalForm(one, new Set(['softmax'])));
const different = (one: string, other: string) =>
  expect(normalForm(other, new Set(['softmax']))).not.toEqual(normalForm(one, new Set(['softmax'])));

test('code is the same after formatting, comments and names of variables', () => {
  same(SOFTMAX, RENAMED);
  same("import { exp } from 'mathjs'; exp(1)", 'import {exp} from "mathjs";\n\n// e\nexp(1);');
});

test('code is another when a number, an operator, a method or an import is another', () => {
  different(SOFTMAX, SOFTMAX.replace('= 0', '= 1'));
  different(SOFTMAX, SOFTMAX.replace('z - highest', 'z + highest'));
  different(SOFTMAX, SOFTMAX.replace('Math.max', 'Math.min'));
  different("import { exp } from 'mathjs'; exp(1)", "import { log } from 'mathjs'; log(1)");
  different('const a = 1, b = 2; a - b', 'const a = 1, b = 2; b - a');
});

test('text that is no program takes no longer, and is text all the same', () => {
  const nested = `${'`${'.repeat(20_000)}`;
  expect(normalForm(nested, new Set()).length).toBeGreaterThan(0);
});

test('submissions of the same code are a group, but for what everybody was given', async () => {
  const sameCode = new SameCode(await loadWorkbook());
  const one = (student: string, files: Readonly<Record<string, string>>, near: readonly NearName[] = []) => {
    const folder = submissionOf(files);
    return { student, folder, code: sameCode.fingerprint(folder, fs.readdirSync(folder), near) };
  };
  const helped = (helper: string) => ({
    'softmax.ts': `import { twice } from './helper';\n${SOFTMAX}`,
    'helper.ts': `export const twice = (x: number) => ${helper};`,
  });
  const submissions = [
    one('model answers', {}),
    one('model answers again', {}),
    one('ada', { 'softmax.ts': SOFTMAX }),
    one('bob', { 'softmax.ts': RENAMED }),
    one('cyd', { 'softmax.ts': SOFTMAX.replace('Math.max', 'Math.min') }),
    one('relu of one line', {
      'relu.ts': 'export const relu = (Z: number[][]) => Z.map((r) => r.map((z) => z * +(z > 0)));',
    }),
    one('relu of one line, too', {
      'relu.ts': 'export const relu = (Z: number[][]) => Z.map((r) => r.map((z) => z * +(z > 0)));',
    }),
    one('fay', { 'Softmax.ts': RENAMED }, [{ file: 'Softmax.ts', exercise: 'softmax' }]),
    one('dan', helped('2 * x')),
    one('eve', helped('x + x')),
  ];
  expect(identicalGroups(submissions)).toEqual([['ada', 'bob', 'fay']]);
  expect(submissions.filter(({ code }) => code === MODEL_ANSWERS).map(({ student }) => student)).toEqual([
    'model answers',
    'model answers again',
  ]);
});

test('a folder that is the work of a group is no copy of itself', () => {
  const folder = path.join('submissions', 'group');
  const of = (student: string) => ({ student, folder, code: 'x' });
  expect(identicalGroups([of('ada'), of('bob')])).toEqual([]);
});
