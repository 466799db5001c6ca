import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { gradeFolders, gradeToy, outputOf, scoresOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, MARKS, submit, type ToyClass, toyClass } from '../test/support/toyClass';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';

const MIXED = {
  ada: 'right',
  bob: 'squared',
  cyd: 'in-place',
  dan: 'stub',
  eve: 'syntax',
  fay: 'endless',
  gus: 'exit',
} as const;

test('everybody gets the mark they must, whatever the others do', async () => {
  const toy = toyClass(MIXED);
  fs.writeFileSync(path.join(toy.submissions, 'notes.txt'), '');
  fs.mkdirSync(path.join(toy.submissions, 'hal'));
  submit(toy.submissions, 'ivy/exercises', DOUBLE.right);
  const told = await gradeToy(toy);
  expect(told).toContain('Ignored, as they are not folders: notes.txt.');
  expect(told).toContain('Ran over the time limit, even when graded alone: fay.');
  const expected = Object.fromEntries(Object.entries(MIXED).map(([student, answer]) => [student, MARKS[answer]]));
  expect(await scoresOf(toy.out)).toEqual({ ...expected, hal: 0, ivy: 5 });
  expect(told).toContain('Nothing written yet: dan.');
  expect(told).toContain('Files that are missing or do not run: eve (cannot be read as TypeScript: double).');
  expect(JSON.parse(outputOf(toy.out, 'reports/bob.json'))).toMatchObject({
    score: 1,
    exercises: [{ file: 'double.ts', diagnosis: [{ misconception: 'squared' }] }],
  });
});

test('running again grades only what changed, and what lost its report', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'stub' });
  await gradeToy(toy);
  expect(await gradeToy(toy)).toContain('Nothing to grade: 3 submissions unchanged.');
  submit(toy.submissions, 'bob', DOUBLE.right);
  fs.rmSync(path.join(toy.out, 'reports/cyd.json'));
  expect(await gradeToy(toy)).toContain('Grading 2 submissions; 1 unchanged.');
  expect(await scoresOf(toy.out)).toEqual({ ada: 5, bob: 5, cyd: 0 });
});

test('results that lie among the submissions are not a submission', async () => {
  const toy = toyClass({ ada: 'right' });
  const within = { ...toy, out: path.join(toy.submissions, 'graded') };
  await gradeToy(within);
  expect(await gradeToy(within)).toContain('Nothing to grade: 1 submission unchanged.');
  await expect(gradeToy({ ...toy, out: toy.submissions })).rejects.toThrow(
    /is the folder of submissions; results need/,
  );
  const amongFiles = { ...toy, out: path.join(toy.submissions, 'ada/graded') };
  await expect(gradeToy(amongFiles)).rejects.toThrow(/^--out: ada in .* may be a student's folder; results need/);
  expect(fs.readdirSync(path.join(toy.submissions, 'ada'))).toEqual(['double.ts']);
});

test('a folder that is gone is left out, and said', async () => {
  const toy = toyClass({ ada: 'right', bbo: 'squared' });
  await gradeToy(toy);
  fs.renameSync(path.join(toy.submissions, 'bbo'), path.join(toy.submissions, 'bob'));
  const told = await gradeToy(toy);
  expect(told).toContain('2 submissions in the gradebook');
  expect(told).toContain('Left out, as nothing of them is in these submissions any more: bbo.');
  expect(outputOf(toy.out, 'gradebook.csv')).not.toContain('bbo');
  fs.renameSync(path.join(toy.submissions, 'bob'), path.join(toy.submissions, 'bbo'));
  expect(await gradeToy(toy)).toContain('Nothing to grade: 2 submissions unchanged.');
});

test('--chapter grades the exercises of one chapter, and its gradebook is of these', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, 'ada'), { recursive: true });
  const chapter = { out, timeLimit: 2000, chapter: '3.3' };
  await gradeFolders(submissions, chapter);
  expect(await scoresOf(out)).toEqual({ ada: 100 });
  expect(outputOf(out, 'gradebook.csv')).toContain('score,max_score,relu,softmax,forwardMlp,crossEntropy,errors');
  expect(outputOf(out, 'canvas.csv')).toMatch(/Points Possible,.*,100\n/);
  expect(await gradeFolders(submissions, chapter)).toContain('Nothing to grade: 1 submission unchanged.');
  const told = await gradeFolders(submissions, { ...chapter, chapter: undefined });
  expect(told).toContain('Nothing to grade: 1 submission with an outdated mark.');
  expect(told).toContain('1 submission keeps an outdated mark, given with other fixtures, exercises, seed, time limit');
  await expect(gradeFolders(submissions, { ...chapter, chapter: '9' })).rejects.toThrow('There is no chapter "9".');
});

test('--reporter keeps each report in its format, too', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  await gradeToy(toy, { reporter: 'junit' });
  expect(outputOf(toy.out, 'junit/ada.xml')).toMatch(/^<\?xml[\s\S]*failures="0"/);
  expect(outputOf(toy.out, 'junit/bob.xml')).toContain('Every entry is doubled');
  await gradeToy(toy, { reporter: 'gradescope' });
  expect(JSON.parse(outputOf(toy.out, 'gradescope/bob.json'))).toMatchObject({ score: 1 });
});

test('whoever reads may stop reading: marks are written all the same', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  const command = [process.execPath, TS_NODE, 'grader/cli.ts', 'class', toy.submissions, '--workbook', toy.workbook];
  const line = `${[...command, '--out', toy.out].map((part) => `'${part}'`).join(' ')} | true`;
  const { stderr } = spawnSync('sh', ['-c', line], { cwd: KIT_ROOT, encoding: 'utf8' });
  expect(stderr).not.toMatch(/EPIPE|\bat /);
  expect(outputOf(toy.out, 'gradebook.csv')).toContain('bob');
});

test('a secret gives everybody a seed of their own, in the receipt, the same every time', async () => {
  const toy = toyClass({ ada: 'right', bob: 'right' });
  const secretFile = path.join(temporaryFolder(), 'secret');
  fs.writeFileSync(secretFile, 'correct horse battery staple\n');
  await gradeToy(toy, { secretFile });
  const seeds = ['ada', 'bob'].map((one) => JSON.parse(outputOf(toy.out, `reports/${one}.json`)).seed);
  expect(new Set(seeds).size).toBe(2);
  expect(outputOf(toy.out, 'gradebook.csv')).toContain(seeds[0]);
  expect(await gradeToy(toy, { secretFile })).toContain('Nothing to grade');
  fs.writeFileSync(secretFile, 'short');
  await expect(gradeToy(toy, { secretFile })).rejects.toThrow(/holds 5 characters; write at least 16/);
});

describe('refused in one sentence', () => {
  test.each([
    [
      'a folder that is not there',
      (toy: ToyClass) => fs.rmSync(toy.submissions, { recursive: true }),
      /cannot be read as a folder of submissions: it does not exist/,
    ],
    [
      'an empty folder',
      (toy: ToyClass) => fs.rmSync(path.join(toy.submissions, 'ada'), { recursive: true }),
      /holds no submissions: it should have one folder or zip for each student/,
    ],
    [
      'a file that is no zip',
      (toy: ToyClass) => {
        fs.rmSync(toy.submissions, { recursive: true });
        fs.writeFileSync(toy.submissions, '');
      },
      /is neither a folder of submissions nor a zip of them \(its name ends in \.zip\)\.$/,
    ],
    [
      'an output folder below a file',
      (toy: ToyClass) => fs.writeFileSync(toy.out, ''),
      /cannot be written: part of its path is a file\. What was graded so far is kept/,
    ],
    [
      'model answers that fail',
      (toy: ToyClass) => fs.writeFileSync(path.join(toy.workbook, 'solutions/double.ts'), DOUBLE.squared),
      /^The model answers in solutions\/ do not get full marks \(double\), so nobody else was graded/,
    ],
  ])('%s', async (_, spoil, message) => {
    const toy = toyClass({ ada: 'right' });
    spoil(toy);
    await expect(gradeToy(toy)).rejects.toThrow(message);
  });
});

test.skipIf(process.platform === 'win32')('whatever lies where an answer should be, everybody is graded', async () => {
  const toy = toyClass({ ada: 'right' });
  const at = (student: string, name = 'double.ts') => {
    fs.mkdirSync(path.join(toy.submissions, student), { recursive: true });
    return path.join(toy.submissions, student, name);
  };
  expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
  fs.mkdirSync(at('folder'));
  fs.symlinkSync('double.ts', at('loop'));
  fs.symlinkSync('.', at('round', 'exercises'));
  fs.symlinkSync('../../ada', at('elsewhere', 'exercises'));
  fs.symlinkSync('../ada/double.ts', at('copied'));
  fs.writeFileSync(at('huge'), '');
  // Two GB that take no room.
  fs.truncateSync(at('huge'), 2 * 1024 ** 3);
  await gradeToy(toy);
  const message = (student: string) =>
    JSON.parse(outputOf(toy.out, `reports/${student}.json`)).exercises[0].error.message;
  expect(await scoresOf(toy.out)).toEqual({
    ada: 5,
    copied: 0,
    elsewhere: 0,
    folder: 0,
    huge: 0,
    loop: 0,
    pipe: 0,
    round: 0,
  });
  expect(message('pipe')).toBe('This is not a plain file.');
  expect(message('folder')).toBe('This is a folder, not a file.');
  expect(message('loop')).toBe('This file cannot be read (ELOOP).');
  expect(message('huge')).toBe('This file is too large to be an exercise (2048 MB, at most 1 MB).');
  expect(message('copied')).toBe('This is a link to a file outside the submission. Copy the file in.');
});
