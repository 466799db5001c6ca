import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { hashSubmission } from './submissionHash';

const NAMES = ['relu'];

function hashOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return hashSubmission(folder, NAMES);
}

test('a submission has the same hash with line ends of Windows, and another with another text or file', () => {
  expect(hashOf({ 'relu.ts': 'a\r\nb\r\n' })).toBe(hashOf({ 'relu.ts': 'a\nb\n' }));
  expect(hashOf({ 'relu.ts': 'a\nb\n' })).not.toBe(hashOf({ 'relu.ts': 'a\nb\nc\n' }));
  expect(hashOf({ 'relu.ts': 'a\n' })).not.toBe(hashOf({ 'relu.ts': 'a\n', 'helper.ts': '' }));
});

test.skipIf(process.platform === 'win32')('pipes, folders, loops of links and huge files are no obstacle', () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  expect(spawnSync('mkfifo', [at('relu.ts')]).status).toBe(0);
  fs.mkdirSync(at('softmax.ts'));
  fs.symlinkSync(at('loop.ts'), at('loop.ts'));
  fs.symlinkSync(folder, at('again'));
  // Two GB that take no room.
  fs.writeFileSync(at('huge.ts'), '');
  fs.truncateSync(at('huge.ts'), 2 * 1024 ** 3);
  expect(hashSubmission(folder, NAMES)).toMatch(/^[0-9a-f]{64}$/);
});

test('a change of an exercise file counts, however many others there are', () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 5001; i++) fs.writeFileSync(path.join(folder, `a${i}.ts`), '');
  const hashes = ['one', 'two'].map((text) => {
    fs.writeFileSync(path.join(folder, 'relu.ts'), text);
    return hashSubmission(folder, NAMES);
  });
  expect(new Set(hashes).size).toBe(2);
});
