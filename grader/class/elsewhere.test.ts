import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { gradeFolders, outputOf, scoresOf } from '../test/support/gradeFolders';
import { zipOf } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';
import type { ClassOptions } from './classOptions';

/** Answers that are there, but not in a file, or a folder, of their own. */

const DOUBLE_RIGHT = DOUBLE.right;
const TWICE_RIGHT = DOUBLE.right.replaceAll('double', 'twice');

/** Grades a student's files beside Bob's, of a workbook with two exercises of 5 points each. */
async function grade(files: Readonly<Record<string, string | Buffer>>, options: Partial<ClassOptions> = {}) {
  const folder = temporaryFolder();
  const all = { ...files, 'bob/double.ts': DOUBLE_RIGHT };
  for (const [name, content] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const out = path.join(temporaryFolder(), 'graded');
  const told = await gradeFolders(folder, { workbook: toyWorkbook({ double: [], twice: [] }), out, ...options });
  const rows = parse(outputOf(out, 'moodle.csv')) as string[][];
  return {
    told,
    score: (await scoresOf(out)).ada,
    comments: Object.fromEntries(rows.map((row) => [row[0], row.at(-1)])),
  };
}

const ALL_IN_ONE = { 'ada/mlp.ts': DOUBLE_RIGHT + TWICE_RIGHT };

test('one file with all exercises is proposed, and the comment says how to split it', async () => {
  const { told, comments } = await grade(ALL_IN_ONE);
  expect(told).toContain('(--accept-near-names grades these): ada (mlp.ts for double and twice).');
  expect(comments.ada).toContain('There is no mark yet: mlp.ts should be split into double.ts and twice.ts.');
});

test('it is graded for each of them when that is accepted', async () => {
  const { score, comments } = await grade(ALL_IN_ONE, { acceptNearNames: true });
  expect(score).toBe(10);
  expect(comments.ada).toContain('Graded under the names of the exercises: mlp.ts as double.ts and twice.ts.');
});

test('an answer beside the stub that it should have replaced is proposed, and graded when that is accepted', async () => {
  const files = {
    'ada/double.ts': DOUBLE.stub,
    'ada/double (1).ts': DOUBLE_RIGHT,
    'ada/twice.ts': TWICE_RIGHT,
  };
  const { told, score } = await grade(files);
  expect(score).toBe(5);
  expect(told).toContain('(--accept-near-names grades these): ada (double (1).ts).');
  expect((await grade(files, { acceptNearNames: true })).score).toBe(10);
});

test('exercise files in several folders or zips, none of them twice, are graded together, and that is said', async () => {
  const { told, score, comments } = await grade({
    'ada/double.zip': zipOf([{ name: 'double.ts', content: DOUBLE_RIGHT }]),
    'ada/twice.zip': zipOf([
      { name: 'twice.ts', content: "import { double } from './double';\nexport const twice = double;\n" },
    ]),
  });
  expect(score).toBe(10);
  expect(told).toContain(
    'Exercise files in several folders, none of them twice: graded together (look whether they run): ada (2 files in double/ and twice/).',
  );
  expect(comments.ada).toContain('Graded: the 2 files in double/ and twice/, put together.');
});

test.each([
  [
    'an exercise',
    { 'ada/a/double.ts': DOUBLE_RIGHT, 'ada/b/double.ts': DOUBLE.squared, 'ada/b/twice.ts': TWICE_RIGHT },
  ],
  [
    'a helper',
    {
      'ada/a/double.ts': DOUBLE_RIGHT,
      'ada/a/helper.ts': 'export const n = 1;\n',
      'ada/b/twice.ts': TWICE_RIGHT,
      'ada/b/helper.ts': 'export const n = 2;\n',
    },
  ],
])('files are not put together where %s is there twice', async (_, files) => {
  const { told } = await grade(files);
  expect(told).toMatch(/folder.*: ada \(\d files? in \w\/ counts?.*, not 1 in \w\/\)\./);
  expect(told).not.toContain('graded together');
});

test('imports from one of these folders to another lead to where the files are then', async () => {
  const { score } = await grade({
    'ada/double/double.ts': DOUBLE_RIGHT,
    'ada/twice/twice.ts': "import { double } from '../double/double';\nexport const twice = double;\n",
  });
  expect(score).toBe(10);
});

test('a zip beside the files that are in it is no other copy', async () => {
  const { told } = await grade({
    'ada/double.ts': DOUBLE_RIGHT,
    'ada/twice.ts': TWICE_RIGHT,
    'ada/work.zip': zipOf([
      { name: 'double.ts', content: DOUBLE_RIGHT },
      { name: 'twice.ts', content: TWICE_RIGHT },
    ]),
  });
  expect(told).not.toMatch(/more than one folder|several folders/);
});

test('a file beside a folder with the same file and more is no other copy', async () => {
  const { told } = await grade({
    'ada/exercises/double.ts': DOUBLE_RIGHT,
    'ada/exercises/twice.ts': TWICE_RIGHT,
    'ada/twice.ts': TWICE_RIGHT,
  });
  expect(told).not.toMatch(/more than one folder|several folders/);
});

test('where an exercise has no file, a document beside the others is named, to the student, too', async () => {
  const { told, comments } = await grade({ 'ada/double.ts': DOUBLE_RIGHT, 'ada/rest.rtf': '{\\rtf1 twice}' });
  expect(told).toContain('(look whether the answers are in them): ada (rest.rtf beside 1 exercise file).');
  expect(comments.ada).toContain(
    'Not found: twice.ts (there is the document rest.rtf, which is not graded; please hand in files).',
  );
});

test('code whose export or import does not work is left to decide', async () => {
  const { told } = await grade({
    'ada/double.ts': DOUBLE_RIGHT.replace('const double', 'const Double'),
    'ada/twice.ts': `import { n } from './lost';\n${TWICE_RIGHT.replace('2', 'n')}`,
  });
  expect(told).toContain(
    'An export or an import does not work (0 points for these; leave it, or see docs/class.md, "What was taken wrongly"): ada (no function of that name exported: double, an import does not work: twice).',
  );
});

test('what a person put right in several folders counts, and not what was handed in so', async () => {
  const corrected = temporaryFolder();
  for (const [file, text] of Object.entries({ 'ada/1/double.ts': DOUBLE_RIGHT, 'ada/2/twice.ts': TWICE_RIGHT })) {
    fs.mkdirSync(path.dirname(path.join(corrected, file)), { recursive: true });
    fs.writeFileSync(path.join(corrected, file), text);
  }
  const handedIn = { 'ada/1/double.ts': DOUBLE.squared, 'ada/2/twice.ts': DOUBLE.stub };
  expect((await grade(handedIn, { corrected })).score).toBe(10);
});

test('a notebook in place of exercise files is left to look into, and a photo is not', async () => {
  const { told } = await grade({ 'ada/work.ipynb': '{}', 'cyd/work.png': '' });
  expect(told).toContain('(look whether the answers are in them): ada (work.ipynb).');
});

test('a correction without files that were handed in is named', async () => {
  const corrected = temporaryFolder();
  fs.mkdirSync(path.join(corrected, 'ada'));
  fs.writeFileSync(path.join(corrected, 'ada/twice.ts'), TWICE_RIGHT);
  const { told } = await grade({ 'ada/double.ts': DOUBLE_RIGHT, 'ada/twice.txt': TWICE_RIGHT }, { corrected });
  expect(told).toContain('Worth a look: ada (corrected without double.ts, which had been handed in).');
});
