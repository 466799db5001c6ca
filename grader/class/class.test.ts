import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { classCommand } from '../commands/classCommand';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/submissions';
import { DOUBLE, MARKS, submit, type ToyClass, toyClass } from '../test/support/toyClass';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';
import type { ClassOptions } from './grade';
import { readJournal } from './store/journal';

const DEFAULTS = { jobs: 2, seed: 'workbook', timeLimit: 400, assignment: 'Forward pass' };

/** Runs the command in this process; what it told on one line. */
async function run(folders: readonly string[], options: Partial<ClassOptions> & { readonly out: string }) {
  const lines: string[] = [];
  const keep = (text: unknown) => {
    lines.push(String(text));
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(keep);
  try {
    const status = await classCommand(folders, { ...DEFAULTS, ...options });
    return { status, told: lines.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const gradeToy = ({ submissions, workbook, out }: ToyClass, more: Partial<ClassOptions> = {}) =>
  run([submissions], { workbook, out, ...more });

const read = (out: string, name: string) => fs.readFileSync(path.join(out, name), 'utf8');

function scores(out: string): Record<string, number> {
  const { results } = readJournal(path.join(out, 'journal.jsonl'), 'journal');
  return Object.fromEntries([...results].map(([student, { score }]) => [student, score]));
}

/** The files of an output folder that hold no times. */
function timeless(out: string): Record<string, string> {
  const names = fs.readdirSync(path.join(out, 'reports')).map((name) => `reports/${name}`);
  const files = ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html', ...names];
  return Object.fromEntries(files.map((name) => [name, read(out, name)]));
}

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
  const { status, told } = await gradeToy(toy);
  expect(status).toBe(0);
  expect(told).toContain('Ignored, as they are no folders: notes.txt.');
  expect(told).toContain('Overran the time limit, alone on the machine, too: fay.');
  const expected = Object.fromEntries(Object.entries(MIXED).map(([student, answer]) => [student, MARKS[answer]]));
  expect(scores(toy.out)).toEqual({ ...expected, hal: 0, ivy: 5 });
  expect(told).toContain('Nothing written yet: dan.');
  expect(told).toContain('Files that are missing or do not run (see errors in gradebook.csv): eve.');
  expect(JSON.parse(read(toy.out, 'reports/bob.json'))).toMatchObject({
    score: 1,
    exercises: [{ file: 'bob/double.ts', diagnosis: [{ misconception: 'squared' }] }],
  });
});

test('a folder without any exercise file gets no mark before a person has looked', async () => {
  const toy = toyClass({ ada: 'right' });
  submit(toy.submissions, 'bob/work', DOUBLE.right);
  const { told } = await gradeToy(toy);
  expect(told).toContain('No exercise file found (no mark; look for files of other names): bob.');
  expect(told).toContain('2 submissions in the gradebook, 1 with a mark: mean 5.0, median 5 of 5 points.');
  expect(read(toy.out, 'canvas.csv')).toMatch(/\nada,,,ada,,5\nbob,,,bob,,\n/);
  expect(read(toy.out, 'gradebook.csv')).toContain('\nbob,,,,,,no exercise file,,,,double: missing-file,');
  expect(read(toy.out, 'report.html')).toContain('<p>1 submission with a mark. Mean 5.0');
});

test('exercise files in two places are graded where there are more of them, and that is said', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, 'ada/exercises'), { recursive: true });
  fs.copyFileSync(path.join(KIT_ROOT, 'exercises/relu.ts'), path.join(submissions, 'ada/relu.ts'));
  const { told } = await run([submissions], { out, timeLimit: 2000, chapter: '3.3' });
  expect(scores(out)).toEqual({ ada: 100 });
  expect(told).toContain('in its exercises/ (graded where there are more of them): ada.');
});

test('results that lie among the submissions are no submission', async () => {
  const toy = toyClass({ ada: 'right' });
  const within = { ...toy, out: path.join(toy.submissions, 'graded') };
  await gradeToy(within);
  expect((await gradeToy(within)).told).toContain('Nothing to grade: 1 submission unchanged.');
  await expect(gradeToy({ ...toy, out: toy.submissions })).rejects.toThrow(
    /is the folder of submissions; results need/,
  );
  const amongFiles = { ...toy, out: path.join(toy.submissions, 'ada/graded') };
  await expect(gradeToy(amongFiles)).rejects.toThrow(/^--out: ada in .* may be a student's folder; results need/);
  expect(fs.readdirSync(path.join(toy.submissions, 'ada'))).toEqual(['double.ts']);
});

test('without a roster, that folders’ names stand for user names is said', async () => {
  const { told } = await gradeToy(toyClass({ ada: 'right' }));
  expect(told).toContain('No --roster: in canvas.csv and moodle.csv the folders’ names stand for user names');
});

test('a folder that is gone is left out, and said', async () => {
  const toy = toyClass({ ada: 'right', bbo: 'squared' });
  await gradeToy(toy);
  fs.renameSync(path.join(toy.submissions, 'bbo'), path.join(toy.submissions, 'bob'));
  const { told } = await gradeToy(toy);
  expect(told).toContain('2 submissions in the gradebook');
  expect(told).toContain('Left out, as their folders are gone: bbo.');
  expect(read(toy.out, 'gradebook.csv')).not.toContain('bbo');
  fs.renameSync(path.join(toy.submissions, 'bob'), path.join(toy.submissions, 'bbo'));
  expect((await gradeToy(toy)).told).toContain('Nothing to grade: 2 submissions unchanged.');
});

test('marks of other points are not imported beside the rest', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  for (const student of ['ada', 'bob', 'cyd'])
    fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, student), { recursive: true });
  await run([submissions], { out, timeLimit: 2000, chapter: '3.3' });
  fs.appendFileSync(path.join(submissions, 'bob/relu.ts'), '// Changed.\n');
  const { told } = await run([submissions], { out, timeLimit: 2000 });
  expect(told).toContain('Graded for other than 100 points (no mark; see --regrade): bob.');
  expect(read(out, 'canvas.csv')).toMatch(/Points Possible,.*,100\nada,.*,100\nbob,.*,\ncyd,.*,100\n/);
});

test('--chapter grades the exercises of one chapter, and its gradebook is of these', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, 'ada'), { recursive: true });
  const chapter = { out, timeLimit: 2000, chapter: '3.3' };
  await run([submissions], chapter);
  expect(scores(out)).toEqual({ ada: 100 });
  expect(read(out, 'gradebook.csv')).toContain('score,max_score,relu,softmax,forwardMlp,crossEntropy,errors');
  expect(read(out, 'canvas.csv')).toMatch(/Points Possible,.*,100\n/);
  expect((await run([submissions], chapter)).told).toContain('Nothing to grade: 1 submission unchanged.');
  const { told } = await run([submissions], { ...chapter, chapter: undefined });
  expect(told).toContain('1 unchanged submission was graded with other fixtures, exercises, seed or time limit');
  await expect(run([submissions], { ...chapter, chapter: '9' })).rejects.toThrow('There is no chapter "9".');
});

test('--reporter keeps each report in its format, too', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  await gradeToy(toy, { reporter: 'junit' });
  expect(read(toy.out, 'junit/ada.xml')).toMatch(/^<\?xml[\s\S]*failures="0"/);
  expect(read(toy.out, 'junit/bob.xml')).toContain('Every entry is doubled');
  await gradeToy(toy, { reporter: 'gradescope' });
  expect(JSON.parse(read(toy.out, 'gradescope/bob.json'))).toMatchObject({ score: 1 });
});

test('running again grades only what changed, and what lost its report', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'stub' });
  await gradeToy(toy);
  expect((await gradeToy(toy)).told).toContain('Nothing to grade: 3 submissions unchanged.');
  submit(toy.submissions, 'bob', DOUBLE.right);
  fs.rmSync(path.join(toy.out, 'reports/cyd.json'));
  expect((await gradeToy(toy)).told).toContain('Grading 2 submissions; 1 unchanged.');
  expect(scores(toy.out)).toEqual({ ada: 5, bob: 5, cyd: 0 });
});

test('after a fixture was mended, marks change only when somebody has seen how', async () => {
  const toy = toyClass({ ada: 'right', cyd: 'in-place' });
  await gradeToy(toy);
  const fixture = path.join(toy.workbook, 'fixtures/double/fixture.ts');
  const mended = fs
    .readFileSync(fixture, 'utf8')
    .replace("on: ['by-hand'], holds: inputs", "on: ['random'], holds: inputs");
  fs.writeFileSync(fixture, mended);
  expect((await gradeToy(toy)).told).toContain('2 unchanged submissions were graded with other fixtures');
  const preview = await gradeToy(toy, { regrade: true });
  expect(preview.told).toContain('Of 2 graded again, 0 gain, 0 lose, 2 keep their mark.');
  expect(preview.told).toContain('Nothing was written to the gradebook.');
  await gradeToy(toy, { regrade: true, yes: true });
  expect(fs.existsSync(path.join(toy.out, '.regrade'))).toBe(false);
  expect((await gradeToy(toy, { regrade: true })).told).toContain('Nothing to grade again');
});

test('--regrade names who gains, who loses and by which check, and writes only with --yes', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'in-place' });
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '400'];
  await gradeToy(toy);
  // A reference that squares: right and wrong change places.
  const reference = path.join(toy.workbook, 'reference/double.ts');
  fs.writeFileSync(reference, fs.readFileSync(reference, 'utf8').replace('z + z', 'z * z'));
  fs.writeFileSync(path.join(toy.workbook, 'solutions/double.ts'), DOUBLE.squared);
  const { stdout: told } = await runCli([...args, '--regrade']);
  expect(told).toContain('Of 3 graded again, 1 gain, 2 lose, 0 keep their mark.');
  expect(told).toContain('double/agrees: 1 gain, 2 lose');
  expect(told).toContain('bob: 1 -> 5 (+4) gains double/agrees');
  expect(scores(toy.out)).toEqual({ ada: 5, bob: 1, cyd: 4 });
  await runCli([...args, '--regrade', '--yes']);
  expect(scores(toy.out)).toEqual({ ada: 1, bob: 5, cyd: 0 });
});

test('--regrade tells by which check when points move between checks, and what it does not grade', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'in-place' });
  await expect(gradeToy(toy, { regrade: true })).rejects.toThrow(/^Nothing has been graded into .* yet/);
  await gradeToy(toy);
  const fixture = path.join(toy.workbook, 'fixtures/double/fixture.ts');
  const source = fs.readFileSync(fixture, 'utf8');
  const moved = source.replace('points: 4', 'points: 3').replace('points: 1', 'points: 2');
  expect(moved).not.toBe(source);
  fs.writeFileSync(fixture, moved);
  submit(toy.submissions, 'dan', DOUBLE.right);
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '400'];
  const { stdout: told } = await runCli([...args, '--regrade']);
  expect(told).toContain('bob: 1 -> 2 (+1) gains double/inputs-unchanged (+1)');
  expect(told).toContain('cyd: 4 -> 3 (-1) loses double/agrees (-1)');
  expect(told).not.toContain('ada');
  expect(told).toContain('1 submission is new, changed, or not graded to the end: run the command without --regrade');
});

test('whoever reads may stop reading: marks are written all the same', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  const command = [process.execPath, TS_NODE, 'grader/cli.ts', 'class', toy.submissions, '--workbook', toy.workbook];
  const line = `${[...command, '--out', toy.out].map((part) => `'${part}'`).join(' ')} | true`;
  const { stderr } = spawnSync('sh', ['-c', line], { cwd: KIT_ROOT, encoding: 'utf8' });
  expect(stderr).not.toMatch(/EPIPE|\bat /);
  expect(read(toy.out, 'gradebook.csv')).toContain('bob');
});

test('a roster names who is missing and who is unknown; only students on it are imported', async () => {
  const toy = toyClass({ ada: 'right', mallory: 'right' });
  const roster = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(roster, 'id,name,email\n17,=HYPERLINK(x),ada@uni.edu\n18,Bob Smith,bob@uni.edu\n');
  const { told } = await gradeToy(toy, { roster });
  expect(told).toContain('Missing (on the roster, no folder): Bob Smith.');
  expect(told).toContain('Not on the roster (graded, but not in canvas.csv and moodle.csv): mallory.');
  const gradebook = read(toy.out, 'gradebook.csv');
  expect(gradebook).toMatch(/^folder,id,username,name,email,section,status,score,max_score,/);
  expect(gradebook).toContain('\nmallory,,,,,,not on the roster,5,5,');
  expect(read(toy.out, 'canvas.csv')).toBe(
    "Student,ID,SIS User ID,SIS Login ID,Section,Forward pass\n    Points Possible,,,,,5\n'=HYPERLINK(x),,17,ada@uni.edu,,5\nBob Smith,,18,bob@uni.edu,,\n",
  );
  expect(read(toy.out, 'moodle.csv')).toBe(
    'idnumber,email,grade,feedback\n17,ada@uni.edu,5,double 5/5.\n18,bob@uni.edu,-,\n',
  );
});

test('a secret gives everybody a seed of their own, in the receipt, the same every time', async () => {
  const toy = toyClass({ ada: 'right', bob: 'right' });
  const secretFile = path.join(temporaryFolder(), 'secret');
  fs.writeFileSync(secretFile, 'correct horse battery staple\n');
  await gradeToy(toy, { secretFile });
  const seeds = ['ada', 'bob'].map((one) => JSON.parse(read(toy.out, `reports/${one}.json`)).seed);
  expect(new Set(seeds).size).toBe(2);
  expect(read(toy.out, 'gradebook.csv')).toContain(seeds[0]);
  expect((await gradeToy(toy, { secretFile })).told).toContain('Nothing to grade');
  fs.writeFileSync(secretFile, 'short');
  await expect(gradeToy(toy, { secretFile })).rejects.toThrow(/holds 5 characters; write at least 16/);
});

describe('parts of a class', () => {
  const answers = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`s${i}`, (['right', 'squared', 'in-place'] as const)[i % 3]]),
  );

  test('joined equal one run, apart from times', async () => {
    const whole = toyClass(answers);
    await gradeToy(whole);
    const out = `${whole.out}-parts`;
    for (const shard of ['1/3', '2/3']) await gradeToy({ ...whole, out }, { shard });
    const partly = await run(['merge', out], { workbook: whole.workbook, out });
    expect(partly.status).toBe(1);
    expect(partly.told).toContain('Missing: part 3/3.');
    await gradeToy({ ...whole, out }, { shard: '3/3' });
    expect((await run(['merge', out], { workbook: whole.workbook, out })).status).toBe(0);
    expect(timeless(out)).toEqual(timeless(whole.out));
  });

  test('may overlap, but not contradict each other', async () => {
    const toy = toyClass({ ada: 'right', bob: 'squared' });
    const [a, b] = [`${toy.out}/a`, `${toy.out}/b`];
    await gradeToy({ ...toy, out: a });
    await gradeToy({ ...toy, out: b });
    const merged = await run(['merge', a, b], { workbook: toy.workbook, out: toy.out });
    expect(merged.told).toContain('2 results were in several parts with equal receipts: counted once.');
    submit(toy.submissions, 'bob', DOUBLE.right);
    await gradeToy({ ...toy, out: b });
    await expect(run(['merge', a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /contradict each other: bob is in .*a and in .*b with different submissions\. Leave one/,
    );
    await gradeToy({ ...toy, out: b }, { timeLimit: 500, regrade: true, yes: true });
    await expect(run(['merge', a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /^Not all results were graded with the same fixtures, kit and time limit/,
    );
  });

  test('are refused where there are none', async () => {
    await expect(run(['merge', temporaryFolder()], { out: 'x' })).rejects.toThrow(/is no part of a class/);
    await expect(run(['merge'], { out: 'x' })).rejects.toThrow(/^Name the parts to join/);
  });
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
      /holds no submissions: it should have one folder for each student/,
    ],
    [
      'a download of loose files',
      (toy: ToyClass) => {
        fs.renameSync(path.join(toy.submissions, 'ada/double.ts'), path.join(toy.submissions, 'ada_7_9_double.ts'));
        fs.rmdirSync(path.join(toy.submissions, 'ada'));
      },
      /holds no submissions: it has files, but .* docs\/class\.md tells how to sort a download\.$/,
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

test('a second run on the same output folder is refused, and the first is not disturbed', async () => {
  const toy = toyClass({ ada: 'right', bob: 'endless' });
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '2000'];
  const first = runCli(args);
  while (!fs.existsSync(path.join(toy.out, 'journal.jsonl'))) await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await runCli(args);
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/^Another run .*\n$/);
  expect((await first).status).toBe(0);
  expect(scores(toy.out)).toEqual({ ada: 5, bob: 0 });
});

/** A file system of 256 kB, where this user may make one. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}

test('on a full disk it ends in one sentence, and goes on where there is room', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('no small file system can be mounted here');
  const toy = toyClass(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, 'squared' as const])));
  const out = path.join(disk, 'graded');
  await expect(gradeToy({ ...toy, out })).rejects.toThrow(/no space|is full/i);
  spawnSync('mount', ['-o', 'remount,size=16m', disk]);
  expect((await gradeToy({ ...toy, out })).status).toBe(0);
  expect(Object.values(scores(out))).toEqual(Array.from({ length: 60 }, () => 1));
});

test('what a killed run had half written is gone after the next', async () => {
  const toy = toyClass({ ada: 'right' });
  await gradeToy(toy);
  for (const draft of ['reports/ada.json.1234567', 'gradebook.csv.89'])
    fs.writeFileSync(path.join(toy.out, draft), '{');
  await gradeToy(toy);
  expect(fs.readdirSync(path.join(toy.out, 'reports'))).toEqual(['ada.json']);
  expect(fs.readdirSync(toy.out)).not.toContain('gradebook.csv.89');
});

test('killed at any moment, it goes on where it was, and the gradebook is that of an undisturbed run', async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`s${i}`, (['right', 'squared', 'in-place', 'stub'] as const)[i % 4]]),
  );
  const toy = toyClass(answers);
  await gradeToy(toy);
  const out = `${toy.out}-killed`;
  for (const delay of [900, 1300]) await killedAfter(delay, { ...toy, out });
  await gradeToy({ ...toy, out });
  expect(timeless(out)).toEqual(timeless(toy.out));
});

/** Starts the real command line and kills it, as a power cut would, after `delay` ms. */
function killedAfter(delay: number, { submissions, workbook, out }: ToyClass): Promise<void> {
  const args = [TS_NODE, 'grader/cli.ts', 'class', submissions, '--workbook', workbook, '--out', out, '--jobs', '2'];
  const child = spawn(process.execPath, [...args, '--time-limit', '400'], { cwd: KIT_ROOT, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
