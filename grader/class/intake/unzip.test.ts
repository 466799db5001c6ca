import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '../../test/support/makeZip';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { studentAllowance, type Unzipped, unzip } from './unzip';

async function unzipped(
  entries: readonly ZipEntry[],
  allowance = studentAllowance(),
): Promise<Unzipped & { readonly folder: string; readonly files: readonly string[] }> {
  const outside = temporaryFolder();
  const zip = path.join(outside, 'work.zip');
  writeZip(zip, entries);
  const before = fs.readFileSync(zip);
  const folder = path.join(outside, 'a/b/into');
  const result = await unzip(zip, folder, allowance, new AbortController().signal);
  expect(fs.readFileSync(zip).equals(before)).toBe(true);
  const all = fs.readdirSync(outside, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  return { ...result, folder, files: files.filter((file) => file !== zip).map((file) => path.relative(folder, file)) };
}

test('sources and zips come out of a zip; what grading has no use for leaves its name', async () => {
  const { files, problems } = await unzipped([
    { name: 'work/relu.ts', content: 'export {};' },
    { name: 'work/essay.pdf', content: 'text' },
    { name: 'work/crossEntropy.ts.txt', content: '' },
    { name: 'work/node_modules/x/index.js', content: '' },
    { name: '__MACOSX/work/._relu.ts', content: '' },
    { name: 'work/.git/config', content: '' },
    { name: 'work/inner.zip', content: '' },
  ]);
  expect([...files].sort()).toEqual([
    'work/crossEntropy.ts.txt',
    'work/essay.pdf.not-unpacked',
    'work/inner.zip',
    'work/relu.ts',
  ]);
  expect(problems).toEqual([]);
});

test.each(['../relu.ts', '/tmp/relu.ts', 'a/../../../relu.ts', '..\\relu.ts', 'C:\\relu.ts'])(
  'nothing is written outside for the path %s, and the rest is unpacked',
  async (name) => {
    const { files, problems } = await unzipped([
      { name, content: 'bad' },
      { name: 'softmax.ts', content: 'good' },
    ]);
    expect(files).toEqual(['softmax.ts']);
    expect(problems).toEqual(['a path in it leads outside']);
  },
);

test('a link is not made, and nothing is written through one', async () => {
  const { files, problems } = await unzipped([
    { name: 'dir', content: '/tmp', mode: 0o120777 },
    { name: 'dir/relu.ts', content: 'x' },
  ]);
  expect(files).toEqual(['dir/relu.ts']);
  expect(problems).toEqual(['dir is a link']);
});

test('names in UTF-8 are read so though the zip does not say it, as zips of macOS do not', async () => {
  const { files } = await unzipped([{ name: Buffer.from('Zoe\u0308/relu.ts'), content: '' }]);
  expect(files).toEqual(['Zoë/relu.ts']);
});

test('names are read as UTF-8 or CP437, as the zip says', async () => {
  const { files } = await unzipped([
    { name: 'Zoë/relu.ts', content: '' },
    { name: Buffer.from([0x84, 0x2f, 0x61, 0x2e, 0x74, 0x73]), content: '' },
  ]);
  expect([...files].sort()).toEqual(['Zoë/relu.ts', 'ä/a.ts']);
});

test('more bytes than the zip says, or than anybody needs, are not unpacked', async () => {
  const lying = await unzipped([{ name: 'relu.ts', content: 'x'.repeat(100_000), claimedSize: 10 }]);
  expect(lying.files).toEqual([]);
  expect(lying.problems).toEqual([expect.stringMatching(/^relu\.ts cannot be unpacked \(/)]);
  const bomb = await unzipped([
    { name: 'bomb.ts', content: Buffer.alloc(20 * 1024 ** 2) },
    { name: 'relu.ts', content: 'x' },
  ]);
  expect(bomb.files).toEqual(['relu.ts']);
  expect(bomb.problems).toEqual(['bomb.ts is too large']);
  const many = await unzipped([{ name: 'a.ts', content: '12345' }], { entries: 10, bytes: 4 });
  expect(many.problems).toEqual(['it holds too many bytes']);
  const entries = await unzipped(
    ['a', 'b', 'c'].map((name) => ({ name: `${name}.ts`, content: '' })),
    { entries: 2, bytes: 100 },
  );
  expect(entries.problems).toEqual(['it holds too many files']);
});

test('what is twice in a zip, encrypted, or a file and a folder at once, is named', async () => {
  const { problems } = await unzipped([
    { name: 'relu.ts', content: 'first' },
    { name: 'relu.ts', content: 'second' },
    { name: 'softmax.ts', content: 'x', encrypted: true },
    { name: 'relu.ts/helper.ts', content: 'x' },
  ]);
  expect(problems).toEqual([
    'it holds relu.ts twice; the first was taken',
    'softmax.ts is encrypted',
    'relu.ts/helper.ts cannot be unpacked (part of its path is a file)',
  ]);
});

test('of a zip with much that is wrong only some is told', async () => {
  const entries = Array.from({ length: 100 }, (_, i) => ({ name: `link${i}`, content: '/', mode: 0o120777 }));
  const { problems, files } = await unzipped(entries);
  expect(problems).toHaveLength(5);
  expect(files).toEqual([]);
});

test('a file that is no zip, or half of one, is said to be so', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'work.zip');
  fs.writeFileSync(file, 'Rar!');
  const { problems } = await unzip(file, path.join(folder, 'into'), studentAllowance(), new AbortController().signal);
  expect(problems).toEqual(['it is no zip, or not all of one']);
});

test('the times of files are those that the zip gives them', async () => {
  const changed = new Date(2026, 10, 20, 18, 30);
  const { times, folder } = await unzipped([{ name: 'relu.ts', content: '', changed }]);
  expect(times.get(path.join(folder, 'relu.ts'))).toBe(changed.getTime());
});

test('what is not unpacked has no time, as that of a folder or of the system’s files tells nothing', async () => {
  const { times } = await unzipped(['.DS_Store', '__MACOSX/._relu.ts', 'ada/'].map((name) => ({ name, content: '' })));
  expect([...times]).toEqual([]);
});
