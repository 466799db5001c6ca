import { describe, expect, test } from 'vitest';
import { exerciseOf, gradeFiles } from '../test/support/temporarySubmissions';

describe('what goes wrong in one exercise leaves the others as they are', () => {
  test.each([
    ['an endless loop in the call', 'export function relu() { for (;;); }', 'timeout'],
    ['an endless loop at import', 'for (;;);\nexport function relu() {}', 'timeout'],
    ['a syntax error', 'export function relu( {', 'syntax'],
    ['an early error that only JavaScript sees', 'export function relu() { let a; let a; }', 'syntax'],
    ['an import that is not allowed', "import fs from 'node:fs';\nexport const relu = () => fs;", 'import'],
    ['an import out of the submission', "import { x } from '../x';\nexport const relu = () => x;", 'import'],
    ['no export of that name', 'export const relU = () => 1;', 'missing-export'],
    ['a default export', 'export default function relu() {}', 'missing-export'],
    ['a throw at import', 'throw new Error("boom");', 'load'],
    ['not UTF-8', Buffer.from([0x2f, 0x2f, 0xff, 0xfe]), 'load'],
  ])('%s', async (_, source, kind) => {
    const report = await gradeFiles(
      {
        'relu.ts': source,
        'forwardMlp.ts':
          'import { multiply, add, map, max, exp, sum } from "mathjs"; const sm = (Z) => Z.map((r) => { const e = map(r, (z) => exp(z - max(r))); const s = sum(e); return e.map((x) => x / s); }); export const forwardMlp = (X, W1, b1, W2, b2) => { const A1 = map(add(multiply(X, W1), b1), (z) => max(0, z)); return [A1, sm(add(multiply(A1, W2), b2))]; };',
      },
      { timeLimit: 500 },
    );
    expect(exerciseOf(report, 'relu')).toMatchObject({
      status: 'error',
      score: 0,
      error: { kind },
    });
    expect(report.score).toBe(90);
  });

  test('a file that is not there', async () => {
    const report = await gradeFiles({ 'crossEntropy.ts': null });
    expect(exerciseOf(report, 'crossEntropy').error).toMatchObject({
      kind: 'missing-file',
      message: 'This file does not exist. To get it back, with its comment: npm run reset -- crossEntropy',
    });
    expect(report.score).toBe(75);
  });

  test('a heap that grows without end', async () => {
    const source = 'export function crossEntropy() { const a = []; for (;;) a.push(new Array(1000).fill(1.5)); }';
    const report = await gradeFiles({ 'crossEntropy.ts': source }, { timeLimit: 20_000 });
    expect(exerciseOf(report, 'crossEntropy').error).toMatchObject({
      kind: 'memory',
    });
    expect(report.score).toBe(75);
  });

  test('process.exit is not there to be called', async () => {
    const report = await gradeFiles({
      'crossEntropy.ts': 'export function crossEntropy() { process.exit(0); }',
    });
    expect(exerciseOf(report, 'crossEntropy')).toMatchObject({
      status: 'failed',
      score: 0,
    });
    expect(exerciseOf(report, 'crossEntropy').checks[0].message).toContain('process is not defined');
    expect(report.score).toBe(75);
  });

  test('built-ins that one exercise has replaced are as new for the next', async () => {
    const source = 'Array.prototype.map = () => []; Math.max = () => 7;\nexport const crossEntropy = () => 0;';
    const report = await gradeFiles({
      'relu.ts': source.replace('crossEntropy', 'relu'),
    });
    expect(exerciseOf(report, 'softmax').status).toBe('passed');
    expect(exerciseOf(report, 'crossEntropy').status).toBe('passed');
  });

  test('an exercise leaves no notes for the next where no name leads', async () => {
    const hidden = `function hidden(): Record<string, unknown> {
  try { return structuredClone(hidden) as never; } catch (error) { return Object.getPrototypeOf(error); }
}\n`;
    const report = await gradeFiles({
      'relu.ts': `${hidden}hidden().note = 'note';
export const relu = (Z: number[][]) => { /(n)ote/.exec('note'); return Z; };`,
      'softmax.ts': `${hidden}console.log('found', hidden().note, RegExp.$1, RegExp.lastMatch, RegExp.input);
export const softmax = (Z: number[][]) => Z;`,
    });
    expect(exerciseOf(report, 'softmax').console).toBe('found undefined   \n');
  });
});
