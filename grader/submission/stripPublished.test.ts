import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compilation, compiled, fileOf, normal } from '../test/support/compiledByTypescript';
import { KIT_ROOT } from '../workbook/paths';
import { stripTypes } from './stripTypes';

function answersIn(folder: string): string[] {
  const files = fs.readdirSync(path.join(KIT_ROOT, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  return files.map((name) => fs.readFileSync(path.join(KIT_ROOT, folder, name), 'utf8'));
}

test('of stubs, solutions, references and published answers comes what the compiler makes of them', () => {
  const all = ['exercises', 'solutions', 'reference', 'grader/test/reality/submissions'].flatMap(answersIn);
  const sources = all.filter((source) => compilation(source).diagnostics?.length === 0);
  const compared = sources.flatMap((source) => {
    const stripped = stripTypes(fileOf(source));
    return stripped === null ? [] : [{ ours: normal(stripped.code), theirs: normal(compiled(source)) }];
  });
  expect(compared.length).toBeGreaterThan(0.9 * sources.length);
  for (const { ours, theirs } of compared) expect(ours).toBe(theirs);
});
