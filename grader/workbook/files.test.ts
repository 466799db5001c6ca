import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../errors';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { trueFolder, writeAll, writeWhole } from './files';

vi.mock(import('write-file-atomic'), { spy: true });
afterEach(() => vi.mocked(writeFileAtomic).mockReset());

/** The next `times` writes fail as the system says it. */
function refuse(code: string, times: number): void {
  for (let i = 0; i < times; i++)
    vi.mocked(writeFileAtomic).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
}

test('a file that another program holds for a moment is written when it lets go', async () => {
  const file = path.join(temporaryFolder(), 'report.json');
  refuse('EBUSY', 2);
  await writeWhole(file, 'text');
  expect(fs.readFileSync(file, 'utf8')).toBe('text');
});

test.each([
  ['EBUSY', 'another program is using it'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'it is read-only'],
  ['EMFILE', 'too many files are open'],
])('%s, again and again, is a sentence that names the file', async (code, words) => {
  const file = path.join(temporaryFolder(), 'report.json');
  fs.writeFileSync(file, 'before');
  refuse(code, 20);
  const error = await writeWhole(file, 'text').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toMatch(new RegExp(`report\\.json cannot be written: ${words}\\.$`));
  expect(fs.readFileSync(file, 'utf8')).toBe('before');
});

test('of several files all are written or none, nor their folders', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'b'), 'a file where a folder is wanted');
  const files = new Map(['a/one', 'a/two', 'b/three'].map((file) => [path.join(folder, file), file]));
  await expect(writeAll(files)).rejects.toThrow('cannot be written: part of its path is a file.');
  expect(fs.readdirSync(folder)).toEqual(['b']);
});

test('the true path of a folder that is not there yet goes through the links before it', () => {
  const folder = fs.realpathSync(temporaryFolder());
  fs.mkdirSync(path.join(folder, 'far/away'), { recursive: true });
  fs.symlinkSync(path.join(folder, 'far/away'), path.join(folder, 'near'), 'junction');
  expect(trueFolder(path.join(folder, 'near/new/one'))).toBe(path.join(folder, 'far/away/new/one'));
});
