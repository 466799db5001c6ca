import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { Submission } from './submission';

test('files that are slow to compile on purpose cost a submission seconds in all, and say so', () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 12 }, (_, i) => `bomb${i}`);
  for (const name of names)
    fs.writeFileSync(path.join(folder, `${name}.ts`), `export const ${name} = ${'async (x = '.repeat(26)};\n`);
  fs.writeFileSync(path.join(folder, 'relu.ts'), 'export const relu = 1;\n');
  const submission = new Submission(folder);
  submission.readAhead(['relu', ...names]);
  expect(submission.program('relu')).toMatchObject({ entry: 'relu.ts' });
  const problems = names.map((name) => submission.program(name));
  expect(problems[0]).toMatchObject({ kind: 'syntax', message: expect.stringContaining('nested too deeply') });
  // Each would take two seconds by itself.
  expect(problems.filter((one) => 'kind' in one && one.kind === 'syntax').length).toBeLessThan(6);
  expect(problems[11]).toMatchObject({
    kind: 'load',
    message:
      'This file was not compiled: the files of this submission take more than 8 s to compile. Write them in smaller pieces.',
  });
});
