import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { readPlainFile } from './plainFile';

test('a plain file is read whole, up to the limit and not beyond', () => {
  const file = path.join(temporaryFolder(), 'relu.ts');
  fs.writeFileSync(file, '12345');
  expect(readPlainFile(file, 5).toString()).toBe('12345');
  expect(readPlainFile(file, 4)).toEqual({ why: 'too-large', size: 5 });
});

test('what is not a plain file is told apart', () => {
  const folder = temporaryFolder();
  expect(readPlainFile(folder, 5)).toEqual({ why: 'folder' });
  expect(readPlainFile(path.join(folder, 'none'), 5)).toEqual({ why: 'error', code: 'ENOENT' });
});

test.skipIf(process.platform === 'win32')('a pipe that nobody writes into is not waited for', () => {
  const pipe = path.join(temporaryFolder(), 'relu.ts');
  spawnSync('mkfifo', [pipe]);
  expect(readPlainFile(pipe, 5)).toEqual({ why: 'special' });
});

test.skipIf(!fs.existsSync('/proc/self/mem'))('a file that is longer than it says is not read without end', () => {
  expect(readPlainFile('/proc/cpuinfo', 5)).toMatchObject({ why: 'too-large', size: 6 });
});
