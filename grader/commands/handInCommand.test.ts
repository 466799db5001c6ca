import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';

const RIGHT =
  "import { twice } from './helpers/twice';\nexport const double = (Z: number[][]) => Z.map((row) => row.map(twice));\n";
const HELPER = 'export const twice = (z: number) => 2 * z;\n';

/** Packs a folder of files, of a workbook with the exercises `double` and `triple`. */
async function handIn(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const submission = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(submission, name)), { recursive: true });
    fs.writeFileSync(path.join(submission, name), text);
  }
  const output = path.join(temporaryFolder(), 'hand-in.zip');
  const workbook = toyWorkbook({ double: [], triple: [] });
  const args = ['hand-in', '--workbook', workbook, '--submission', submission, '--output', output, ...options];
  const { stdout, stderr, status } = await runCli(args);
  return { stdout, stderr, status, zip: fs.existsSync(output) ? unzipSync(fs.readFileSync(output)) : {} };
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

test('the zip holds the exercises, what they import, and whose it is', async () => {
  const { zip, stdout, status } = await handIn(
    { 'double.ts': RIGHT, 'helpers/twice.ts': HELPER, 'notes.txt': 'mine' },
    '--name',
    'Ada Lovelace',
  );
  expect(Object.keys(zip).sort()).toEqual(['double.ts', 'hand-in.json', 'helpers/twice.ts']);
  expect(text(zip['double.ts'])).toBe(RIGHT);
  expect(JSON.parse(text(zip['hand-in.json']))).toMatchObject({
    schema: 'forward-pass/hand-in/v1',
    name: 'Ada Lovelace',
  });
  expect(stdout.replaceAll('\n  ', ' ')).toMatch(
    /hand-in\.zip holds double\.ts and helpers\/twice\.ts, by Ada Lovelace\.\nMissing: triple\.ts\.\nhand-in\.zip is what you hand in\.\n$/,
  );
  expect(status).toBe(0);
});

test('it says what has not been begun', async () => {
  const stub = "export function triple(Z: number[][]): number[][] {\n  throw new Error('TODO: write triple');\n}\n";
  const { stdout } = await handIn({ 'double.ts': RIGHT, 'helpers/twice.ts': HELPER, 'triple.ts': stub });
  expect(stdout).toContain('Not begun yet: triple.\n');
});

test.each([
  ['export function double( {', "double.ts:1: '}' expected."],
  ['export const twice = (Z: number[][]) => Z;', 'double.ts: it exports no function double.'],
  ['export default function double() {}', 'double.ts: it exports no function double.'],
  [
    "export function double(Z) {\n  const D = Z;\n  throw new Error('TODO: write double');\n}",
    'double.ts:3: the throw of the stub is still there.',
  ],
])('it says what cannot be graded as it is, and packs it all the same: %s', async (source, why) => {
  const { zip, stdout, status } = await handIn({ 'double.ts': source });
  expect(stdout.replaceAll('\n  ', ' ')).toContain(`double cannot be graded as it is. ${why}\n`);
  expect(stdout).toContain('To fix that first: npm run grade, then npm run hand-in again.\n');
  expect(Object.keys(zip)).toContain('double.ts');
  expect(status).toBe(0);
});

test.each([
  'const double = (Z) => Z;\nexport { double };',
  "export * from './other';",
  'export const { double } = { double: (Z) => Z };',
  "export function double(Z) {\n  return Z;\n  throw new Error('TODO: write double');\n}",
])('it finds nothing wrong with: %s', async (source) => {
  const { stdout } = await handIn({ 'double.ts': source, 'other.ts': RIGHT, 'helpers/twice.ts': HELPER });
  expect(stdout).not.toContain('cannot be graded');
});

test('a name of two words without quotes is to be put in quotes', async () => {
  const { stderr, status } = await handIn({ 'double.ts': RIGHT, 'helpers/twice.ts': HELPER }, '--name', 'Ann', 'Löwe');
  expect(stderr).toBe('hand-in takes no arguments. Put what belongs together in quotes: --name "Ann Löwe"\n');
  expect(status).toBe(2);
});

test('a file that cannot be compiled is handed in as it is', async () => {
  const { zip } = await handIn({ 'double.ts': 'export function double( {' });
  expect(Object.keys(zip)).toContain('double.ts');
});

test('nothing is written where there is nothing to hand in', async () => {
  const { stderr, status, zip } = await handIn({ 'notes.txt': 'mine' });
  expect(stderr).toMatch(/^There is nothing to hand in: no exercise in .* has been begun\.\n$/);
  expect(status).toBe(2);
  expect(zip).toEqual({});
});

test('data is not handed in', async () => {
  const { stderr, status } = await handIn({ 'double.ts': `// ${'x'.repeat(1_000_000)}\n` });
  expect(stderr).toBe('double.ts: these files are too large to be handed in. Keep data out of them.\n');
  expect(status).toBe(2);
});
