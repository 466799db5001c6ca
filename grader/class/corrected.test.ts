import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { outputOf, scoresOf } from '../test/support/gradeFolders';
import { writeZip, type ZipEntry, zipOf } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, submit } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';

/** What was taken wrongly from a download is put right in a folder beside it, and nobody unpacks anything. */

const CANVAS_ROSTER =
  'Student,ID,SIS User ID,SIS Login ID,Section\nAda,1001,s1,ada,A\nBob,1002,s2,bob,A\nCyd,1003,s3,cyd,A\n';

interface Class {
  readonly zip: string;
  readonly corrected: string;
  readonly out: string;
  /** Runs `class` on it. @returns what was said */
  grade(...more: readonly string[]): Promise<string>;
  run(...args: readonly string[]): ReturnType<typeof runCli>;
}

function classOf(entries: readonly ZipEntry[], roster = CANVAS_ROSTER): Class {
  const folder = temporaryFolder();
  const [zip, list, out, corrected] = ['submissions.zip', 'roster.csv', 'graded', 'corrected'].map((name) =>
    path.join(folder, name),
  );
  writeZip(zip, entries);
  fs.writeFileSync(list, roster);
  fs.mkdirSync(corrected);
  const workbook = toyWorkbook();
  const run = (...args: readonly string[]) => runCli(['class', ...args, '--workbook', workbook, '--out', out]);
  const grade = async (...more: readonly string[]) => {
    const { status, stdout, stderr } = await run(zip, '--roster', list, ...more);
    expect([status, stderr.replace(/^\d+ of \d+ graded.*\n/gm, '')]).toEqual([0, '']);
    return stdout;
  };
  return { zip, corrected, out, grade, run };
}

const at = (day: number) => new Date(2026, 10, day, 12, 0);

test('a corrected folder counts in place of a download’s files, and who is late stays late', async () => {
  const one = classOf([
    { name: 'ada_LATE_1001_501_double.ts', content: DOUBLE.squared },
    { name: 'bob_1002_502_work.rar', content: 'Rar!' },
    { name: 'cyd_1003_503_double.ts', content: DOUBLE.squared },
  ]);
  submit(one.corrected, 'ada_1001', DOUBLE.right);
  submit(one.corrected, 'BOB_1002', DOUBLE.right);
  const before = fs.readFileSync(one.zip);
  await one.grade();
  const told = await one.grade('--corrected', one.corrected);
  expect(told).toContain(
    'Corrected (this counts, and not what was handed in): ada_1001 (5 of 5 points, 1 file in the folder itself); bob_1002 (5 of 5 points, 1 file in the folder itself).',
  );
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): ada_1001.');
  expect(await scoresOf(one.out)).toEqual({ ada_1001: 5, bob_1002: 5, cyd_1003: 1 });
  expect(outputOf(one.out, 'gradebook.csv')).toMatch(/\nada_1001,.*,late,corrected: 1 file in the folder itself\n/);
  expect(fs.readdirSync(path.join(one.out, 'canvas-feedback'))).toContain('ada_LATE_1001_501_feedback.txt');
  expect(fs.readFileSync(one.zip).equals(before)).toBe(true);
  const { status, stdout } = await one.run('explain', 'ada_1001');
  expect(status).toBe(0);
  expect(stdout).toMatch(/Found: corrected: 1 file in the folder itself; late\. It was graded in .*ada_1001\.\n/);
  expect(await one.grade('--corrected', one.corrected)).toContain('Nothing to grade: 3 submissions unchanged.');
  expect(await one.grade()).toContain(
    'Corrected before, and not now (what was handed in counts again; give --corrected to keep the corrections): ada_1001; bob_1002.',
  );
  expect(await scoresOf(one.out)).toEqual({ ada_1001: 1, bob_1002: 0, cyd_1003: 1 });
});

test('so it does for Moodle’s folders, by --due, from a zip, and for somebody with several folders', async () => {
  const one = classOf(
    [
      { name: 'Ada_21_assignsubmission_file_/work.zip', content: zipOf({}), changed: at(22) },
      { name: 'Ada_21_assignsubmission_onlinetext_/onlinetext.html', content: '', changed: at(22) },
      { name: 'Bob_22_assignsubmission_file_/double.ts', content: DOUBLE.squared, changed: at(19) },
      { name: 'Bob/double.ts', content: DOUBLE.squared, changed: at(19) },
    ],
    'Identifier,Full name,Username\nParticipant 21,Ada,ada\nParticipant 22,Bob,bob\n',
  );
  expect(await one.grade('--due', '2026-11-20')).toContain(
    'No exercise file found (no mark; the comment asks for them): Ada_21 (work.zip: it is empty).',
  );
  fs.mkdirSync(path.join(one.corrected, 'Ada_21_assignsubmission_file_'));
  fs.writeFileSync(
    path.join(one.corrected, 'Ada_21_assignsubmission_file_/mine.zip'),
    zipOf({ 'double.ts': DOUBLE.right }),
  );
  submit(one.corrected, 'Bob', DOUBLE.right);
  const told = await one.grade('--due', '2026-11-20', '--corrected', one.corrected);
  expect(told).toContain('Ada_21 (1 file in mine/).');
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): Ada_21.');
  expect(told).toContain('Not taken, as another folder of the same student counts: Bob_22.');
  expect(outputOf(one.out, 'moodle.csv')).toMatch(/\nada,5,.*\nbob,5,/);
});

/** The two imports and what students can see. */
function given({ out }: Class) {
  const filesIn = (folder: string) =>
    fs.existsSync(path.join(out, folder)) ? fs.readdirSync(path.join(out, folder)).sort() : [];
  const table = (name: string) =>
    parse(outputOf(out, name), { columns: true, bom: true }) as Readonly<Record<string, string>>[];
  return {
    canvas: outputOf(out, 'canvas.csv').split('\n').slice(2, -1),
    moodle: table('moodle.csv').map((row) => Object.values(row).join(',')),
    statuses: table('gradebook.csv').map(({ status }) => status),
    pages: filesIn('feedback'),
    texts: filesIn('canvas-feedback'),
  };
}

test('a mark that is withheld is in no import, has no page and counts in no mean, until the file is taken away', async () => {
  const one = classOf([
    { name: 'ada_1001_501_double.ts', content: DOUBLE.right },
    { name: 'bob_1002_502_double.ts', content: DOUBLE.squared },
    { name: 'cyd_1003_503_double.ts', content: DOUBLE.right },
  ]);
  const withhold = (student: string, text: string | Buffer, name = 'withhold.txt') => {
    fs.mkdirSync(path.join(one.corrected, student), { recursive: true });
    fs.writeFileSync(path.join(one.corrected, student, name), text);
  };
  await one.grade();
  const before = given(one);
  withhold('ada_1001', '');
  withhold('bob_1002', '=Please <b>come</b>\r\nto see me.\n', 'Withhold.txt.txt');
  const told = await one.grade('--corrected', one.corrected);
  expect(told).toContain('Withheld, as withhold.txt says (no mark, and no page): ada_1001; bob_1002.\n');
  expect(told).toContain('3 submissions in the gradebook, 1 with a mark: mean 5.0');
  expect(told).toContain('Nothing to grade: 3 submissions unchanged.');
  expect(told).not.toContain('Corrected');
  expect(given(one)).toEqual({
    canvas: ['Cyd,1003,s3,cyd,A,5'],
    moodle: ["bob,s2,-,'=Please < b>come< /b> to see me.", 'cyd,s3,5,double 5/5.'],
    statuses: ['withheld', 'withheld', 'graded'],
    pages: ['cyd_1003.html'],
    texts: ['bob_1002_502_feedback.txt', 'cyd_1003_503_feedback.txt'],
  });
  const page = outputOf(one.out, 'report.html');
  expect([page.includes('"Cyd"'), page.includes('"Ada"'), page.includes('"Bob"')]).toEqual([true, false, false]);
  expect((await one.run('explain', 'ada_1001')).stdout).toContain('No mark counts (gradebook.csv says: withheld).');
  fs.rmSync(path.join(one.corrected, 'ada_1001'), { recursive: true });
  fs.rmSync(path.join(one.corrected, 'bob_1002'), { recursive: true });
  expect(await one.grade('--corrected', one.corrected)).toContain(
    'Withheld before, and not now (the mark is given; give --corrected with withhold.txt to keep it back): ada_1001; bob_1002.\n',
  );
  expect(given(one)).toEqual(before);
});

test('a mark that is withheld is not in what --reporter writes, nor stays there from the run before', async () => {
  const one = classOf(['ada_1001_501', 'bob_1002_502'].map((name) => ({ name: `${name}_double.ts`, content: '' })));
  await one.grade('--reporter', 'junit');
  fs.mkdirSync(path.join(one.corrected, 'ada_1001'));
  fs.writeFileSync(path.join(one.corrected, 'ada_1001/withhold.txt'), '');
  await one.grade('--reporter', 'junit', '--corrected', one.corrected);
  expect(fs.readdirSync(path.join(one.out, 'junit'))).toEqual(['bob_1002.xml']);
});

test('beside withhold.txt other files count as corrections, and of several folders of a student it withholds the mark', async () => {
  const one = classOf([
    { name: 'ada_1001_501_double.ts', content: DOUBLE.squared },
    { name: 'bob/double.ts', content: DOUBLE.right },
    { name: 's2/double.ts', content: DOUBLE.right },
  ]);
  submit(one.corrected, 'ada_1001', DOUBLE.right);
  fs.writeFileSync(path.join(one.corrected, 'ada_1001/withhold.txt'), 'Later.');
  fs.mkdirSync(path.join(one.corrected, 'bob'));
  fs.writeFileSync(path.join(one.corrected, 'bob/withhold.txt'), Buffer.from('\ufeffSoon.', 'utf16le'));
  const told = await one.grade('--corrected', one.corrected);
  expect(told).toContain(
    'Corrected (this counts, and not what was handed in): ada_1001 (1 file in the folder itself).',
  );
  expect(told).not.toContain('Several folders');
  expect(given(one).moodle.slice(0, 2)).toEqual(['ada,s1,-,Later.', 'bob,s2,-,Soon.']);
  fs.rmSync(path.join(one.corrected, 'ada_1001/withhold.txt'));
  await one.grade('--corrected', one.corrected);
  expect(given(one).moodle[0]).toMatch(/^ada,s1,5,/);
});

test('a mark that is withheld in a part of the class is withheld where parts are joined', async () => {
  const one = classOf([
    { name: 'ada_1001_501_double.ts', content: DOUBLE.right },
    { name: 'bob_1002_502_double.ts', content: DOUBLE.right },
  ]);
  fs.mkdirSync(path.join(one.corrected, 'ada_1001'));
  fs.writeFileSync(path.join(one.corrected, 'ada_1001/withhold.txt'), 'Later.');
  for (const shard of ['1/2', '2/2']) await one.grade('--corrected', one.corrected, '--shard', shard);
  expect((await one.run('merge', one.out)).stdout).toContain('says (no mark, and no page): ada_1001.\n');
  expect(given(one).statuses).toEqual(['withheld', 'graded']);
  expect(given(one).moodle).toEqual(['ada_1001,-,Later.', 'bob_1002,5,double 5/5.']);
});

test('a draft that is withheld is not left to decide any more', async () => {
  const one = classOf(
    [{ name: 'Ada_21_assignsubmission_file_/double.ts', content: DOUBLE.right }],
    'Identifier,Full name,Username,Status\nParticipant 21,Ada,ada,Draft (not submitted)\n',
  );
  expect(await one.grade()).toContain('- Only a draft');
  fs.mkdirSync(path.join(one.corrected, 'Ada_21'));
  fs.writeFileSync(path.join(one.corrected, 'Ada_21/withhold.txt'), '');
  expect(await one.grade('--corrected', one.corrected)).toContain('Nothing is left for you to decide.');
});

test('a file that is nearly called withhold.txt is refused, as the mark would go out', async () => {
  const one = classOf([{ name: 'ada_1001_501_double.ts', content: DOUBLE.right }]);
  fs.mkdirSync(path.join(one.corrected, 'ada_1001'));
  for (const name of ['witheld.txt', 'withhold.docx', 'withhold (1).txt']) {
    fs.writeFileSync(path.join(one.corrected, 'ada_1001', name), '');
    const { status, stderr } = await one.run(one.zip, '--corrected', one.corrected);
    expect([status, stderr.replace(one.corrected, 'corrected')]).toEqual([
      2,
      `--corrected: corrected/ada_1001/${name} withholds no mark. Call it withhold.txt.\n`,
    ]);
    fs.rmSync(path.join(one.corrected, 'ada_1001', name));
  }
});

test('two corrected folders of one student are refused, as one would withhold a mark in vain', async () => {
  const one = classOf([{ name: 'Ada_21_assignsubmission_file_/double.ts', content: DOUBLE.right }]);
  fs.mkdirSync(path.join(one.corrected, 'Ada_21'));
  fs.writeFileSync(path.join(one.corrected, 'Ada_21/withhold.txt'), '');
  submit(one.corrected, 'Ada_21_assignsubmission_file_', DOUBLE.right);
  const { status, stderr } = await one.run(one.zip, '--corrected', one.corrected);
  expect([status, stderr.replaceAll(one.corrected, 'corrected')]).toEqual([
    2,
    '--corrected: corrected/Ada_21 and corrected/Ada_21_assignsubmission_file_ are both of Ada_21. Put what counts into one of them.\n',
  ]);
});

test('of a correction and what was handed in, both of nearly an exercise’s name, the correction is graded', async () => {
  const one = classOf([{ name: 'ada_1001_501_Double.ts', content: DOUBLE.squared }]);
  fs.mkdirSync(path.join(one.corrected, 'ada_1001'));
  fs.writeFileSync(path.join(one.corrected, 'ada_1001/double (1).ts'), DOUBLE.right);
  await one.grade('--accept-near-names', '--corrected', one.corrected);
  expect(await scoresOf(one.out)).toEqual({ ada_1001: 5 });
});

const isCaseSensitive = process.platform === 'linux';
test.skipIf(!isCaseSensitive)(
  'of two students whose names differ in letter case alone, each is corrected by the own name',
  async () => {
    const one = classOf([
      { name: 'ada/double.ts', content: DOUBLE.squared },
      { name: 'Ada/double.ts', content: DOUBLE.squared },
    ]);
    submit(one.corrected, 'Ada', DOUBLE.right);
    await one.grade('--corrected', one.corrected);
    expect(await scoresOf(one.out)).toEqual({ ada: 1, Ada: 5 });
  },
);

test('a withhold.txt in a folder below is refused, as the mark would go out', async () => {
  const one = classOf([{ name: 'ada_1001_501_double.ts', content: DOUBLE.right }]);
  submit(one.corrected, 'ada_1001/exercises', DOUBLE.right);
  fs.writeFileSync(path.join(one.corrected, 'ada_1001/exercises/withhold.txt'), '');
  const { status, stderr } = await one.run(one.zip, '--corrected', one.corrected);
  expect([status, stderr.replaceAll(one.corrected, 'corrected')]).toEqual([
    2,
    '--corrected: corrected/ada_1001/exercises/withhold.txt withholds no mark. Move it into corrected/ada_1001 itself.\n',
  ]);
});

test('a corrected folder of nobody is refused, with the name that may be meant', async () => {
  const one = classOf([{ name: 'ada_1001_501_double.ts', content: DOUBLE.right }]);
  submit(one.corrected, 'ada_1010', DOUBLE.right);
  const refusal = async (corrected = one.corrected) =>
    (await one.run(one.zip, '--corrected', corrected)).stderr.replace(one.corrected, 'corrected');
  expect(await refusal()).toBe(
    '--corrected: corrected/ada_1010 is called as nobody who handed something in. Did you mean "ada_1001"?\n',
  );
  fs.rmSync(path.join(one.corrected, 'ada_1010'), { recursive: true });
  fs.mkdirSync(path.join(one.corrected, 'ada_1001'));
  expect(await refusal()).toBe(
    '--corrected: corrected/ada_1001 holds no files. Put what counts for ada_1001 into it, or remove it.\n',
  );
  fs.writeFileSync(path.join(one.corrected, 'double.ts'), '');
  fs.rmSync(path.join(one.corrected, 'ada_1001'), { recursive: true });
  expect(await refusal()).toMatch(
    /^--corrected: corrected\/double\.ts is no folder\. Put it into one called as the student/,
  );
  expect(await refusal(`${one.corrected}-2`)).toContain('-2 cannot be read as a folder of submissions: ');
});
