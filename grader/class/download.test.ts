import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gradeFolders, outputOf, scoresOf } from '../test/support/gradeFolders';
import { writeZip, type ZipEntry, zipOf } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';
import type { ClassOptions } from './classOptions';

/** Downloads of submissions as learning platforms make them, and as instructors sort them. */

interface Graded {
  readonly told: string;
  readonly out: string;
  readonly scores: Record<string, number>;
}

async function gradeDownload(from: string, options: Partial<ClassOptions> = {}): Promise<Graded> {
  const out = path.join(temporaryFolder(), 'graded');
  const told = await gradeFolders(from, { workbook: toyWorkbook(), out, ...options });
  return { told, out, scores: await scoresOf(out) };
}

/** A zip called `name` with these files. */
function download(name: string, entries: readonly ZipEntry[] | Readonly<Record<string, string | Buffer>>): string {
  const file = path.join(temporaryFolder(), name);
  const listed = Array.isArray(entries)
    ? (entries as readonly ZipEntry[])
    : Object.entries(entries as Readonly<Record<string, string>>).map(([entry, content]) => ({ name: entry, content }));
  writeZip(file, listed);
  return file;
}

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

function rosterOf(text: string): string {
  const file = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(file, text);
  return file;
}

const CANVAS_ROSTER =
  'Student,ID,SIS User ID,SIS Login ID,Section\nAda,1001,s1,ada,A\nBob,1002,s2,bob,A\nCyd,1003,s3,cyd,A\n';

test('a download from Canvas is graded as it is', async () => {
  const zip = download('submissions.zip', {
    'adaada_1001_501_double.ts': DOUBLE.squared,
    'adaada_1001_502_double-1.ts': DOUBLE.right,
    'bob_LATE_1002_503_double.ts': "import { twice } from './mat_utils';\nexport const double = twice;\n",
    'bob_LATE_1002_504_mat_utils.ts': DOUBLE.right.replace('double', 'twice'),
    'cyd_1003_505_work.zip': zipOf({ 'work-main/exercises/double.ts': DOUBLE['in-place'] }),
    'dan_1004_506_essay.pdf': '%PDF',
    'eve_1005_text.html': 'see my mail',
  });
  const before = fs.readFileSync(zip);
  const { told, out, scores } = await gradeDownload(zip, { roster: rosterOf(CANVAS_ROSTER) });
  expect(scores).toEqual({ adaada_1001: 5, bob_1002: 5, cyd_1003: 4, dan_1004: 0, eve_1005: 0 });
  expect(told).toContain('Found in a folder below: cyd_1003 (1 file in work/work-main/exercises/).');
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): bob_1002.');
  expect(told).toContain(
    'No exercise file found (no mark; the comment asks for them): dan_1004 (essay.pdf); eve_1005 (typed text).',
  );
  expect(outputOf(out, 'canvas.csv')).toContain('\nAda,1001,s1,ada,A,5\nBob,1002,s2,bob,A,5\nCyd,1003,s3,cyd,A,4\n');
  expect(outputOf(out, 'gradebook.csv')).toMatch(/\nbob_1002,.*,late,1 file in the folder itself\n/);
  expect(fs.readFileSync(zip).equals(before)).toBe(true);
});

test('the same download, unpacked by the instructor, gives the same marks, and running again grades nothing', async () => {
  const folder = folderOf({
    'adaada_1001_501_double.ts': DOUBLE.right,
    'bob_1002_503_double.ts': DOUBLE.squared,
  });
  const out = path.join(temporaryFolder(), 'graded');
  const options = { workbook: toyWorkbook(), out };
  await gradeFolders(folder, options);
  expect(await scoresOf(out)).toEqual({ adaada_1001: 5, bob_1002: 1 });
  expect(await gradeFolders(folder, options)).toContain('Nothing to grade: 2 submissions unchanged.');
  expect(fs.readdirSync(folder).sort()).toEqual(['adaada_1001_501_double.ts', 'bob_1002_503_double.ts']);
});

test('two files of one name are named, and the one that was uploaded last counts', async () => {
  const folder = folderOf({
    'ada_1001_501_double.ts': DOUBLE.squared,
    'ada_1001_502_double.ts': DOUBLE.right,
    'bob_1002_503_double.ts': DOUBLE.right,
  });
  const { told, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ ada_1001: 5, bob_1002: 5 });
  expect(told).toContain('ada_1001 (double.ts was handed in 2 times; the last one that was uploaded counts)');
});

test('a download from Moodle is graded as it is, with folders or without', async () => {
  const roster = rosterOf('Full name,Email address\nAda Lovelace,ada@uni.edu\nBob Smith,bob@uni.edu\n');
  const zip = download('Course-Assignment-1234.zip', {
    'Ada Lovelace_77_assignsubmission_file/double.ts': DOUBLE.right,
    'Bob Smith_78_assignsubmission_file/work.zip': zipOf({ 'double.ts': DOUBLE.squared }),
  });
  const loose = folderOf({
    'Ada Lovelace_77_assignsubmission_file_double.ts': DOUBLE.right,
    'Bob Smith_78_assignsubmission_file_double.ts': DOUBLE.squared,
  });
  for (const from of [zip, loose]) {
    const { out } = await gradeDownload(from, { roster });
    expect(outputOf(out, 'moodle.csv')).toMatch(/ada@uni\.edu,5,.*\nbob@uni\.edu,1,/);
  }
});

test('an export from Gradescope goes to whom its metadata names, and a group’s work to each of them', async () => {
  const submission = (id: number, emails: readonly string[], at: string) =>
    `submission_${id}:\n  :submitters:\n${emails.map((one) => `  - :email: ${one}\n`).join('')}  :created_at: ${at}\n`;
  const zip = download('submissions.zip', {
    'assignment_1_export/submission_metadata.yml': [
      submission(1, ['ada@uni.edu', 'bob@uni.edu'], '2026-11-20 09:35:31.000000000 Z'),
      submission(2, ['cyd@uni.edu'], '2026-11-22 09:35:31.000000000 Z'),
      submission(3, ['../../evil'], '2026-11-20 09:35:31.000000000 Z'),
    ].join(''),
    'assignment_1_export/submission_1/double.ts': DOUBLE.right,
    'assignment_1_export/submission_2/double.ts': DOUBLE.squared,
    'assignment_1_export/submission_3/double.ts': DOUBLE.squared,
  });
  const { told, scores } = await gradeDownload(zip, { due: '2026-11-21T12:00Z' });
  expect(scores).toEqual({ 'ada@uni.edu': 5, 'bob@uni.edu': 5, 'cyd@uni.edu': 1, submission_3: 1 });
  expect(told).toContain('Submissions are what is in assignment_1_export/.');
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): cyd@uni.edu.');
});

test('the folders of GitHub Classroom go to whom is named after the assignment', async () => {
  const folder = folderOf({
    'forward-pass-submissions/forward-pass-ada/exercises/double.ts': DOUBLE.right,
    'forward-pass-submissions/forward-pass-ada/solutions/double.ts': DOUBLE.squared,
    'forward-pass-submissions/forward-pass-ada/.git/HEAD': '',
    'forward-pass-submissions/forward-pass-bob/exercises/double.ts': DOUBLE.squared,
  });
  const roster = rosterOf('id,name,username\n1,Ada,ada\n2,Bob,bob\n');
  const { out } = await gradeDownload(folder, { roster });
  expect(outputOf(out, 'canvas.csv')).toMatch(/Ada,.*,5\nBob,.*,1\n/);
});

test('a folder called as a student is counts instead of the files of a download, and stays that student’s in Canvas', async () => {
  const folder = folderOf({
    'ada_LATE_1001_501_double.ts': DOUBLE.squared,
    'ada_1001/double.ts': DOUBLE.right,
    'bob_1002_503_double.ts': DOUBLE.right,
    'Cyd_77/double.ts': DOUBLE.right,
    'Cyd_77_assignsubmission_file_double.ts': DOUBLE.squared,
  });
  const { told, out, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ ada_1001: 5, bob_1002: 5, Cyd_77: 5 });
  expect(told).toContain(
    'Corrected (this counts, and not what was handed in): Cyd_77 (5 of 5 points, 1 file in the folder itself); ada_1001 (5 of 5 points, 1 file',
  );
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): ada_1001.');
  expect(fs.readdirSync(path.join(out, 'canvas-feedback')).sort()).toEqual([
    'ada_LATE_1001_501_feedback.txt',
    'bob_1002_503_feedback.txt',
  ]);
});

test('a folder of zips, one a student, is graded, beside folders', async () => {
  const folder = folderOf({
    's1.zip': zipOf({ 'forward-pass/double.ts': DOUBLE.right }),
    's2/double.ts': DOUBLE.squared,
    's2.zip': zipOf({ 'double.ts': DOUBLE.right }),
    's3.zip': 'Rar!',
    's4/double.ts.zip/not a zip': '',
    's5/work.rar': '',
  });
  const { told, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ s1: 5, s2: 1, s3: 0, s4: 0, s5: 0 });
  expect(told).toContain('Found in a folder below: s1 (1 file in forward-pass/).');
  expect(told).toContain('Not taken, as the folder of the same name counts: s2.zip.');
  expect(told).toContain('s3 (s3.zip: it is no zip, or not all of one)');
  expect(told).toContain('s5 (work.rar)');
  expect(fs.readdirSync(folder).sort()).toEqual(['s1.zip', 's2', 's2.zip', 's3.zip', 's4', 's5']);
});

test('files of near names are proposed, graded when accepted, and noted in the report', async () => {
  const folder = folderOf({
    'ada/double.js': DOUBLE.squared,
    'bob/work/Double.ts': DOUBLE.right,
    'cyd/double.ts': DOUBLE.right,
  });
  const { told, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ ada: 0, bob: 0, cyd: 5 });
  expect(told).toContain(
    'Not graded under that name (--accept-near-names grades these): ada (double.js); bob (Double.ts).',
  );
  const accepted = await gradeDownload(folder, { acceptNearNames: true });
  expect(accepted.scores).toEqual({ ada: 1, bob: 5, cyd: 5 });
  expect(JSON.parse(outputOf(accepted.out, 'reports/ada.json')).exercises[0].handedInAs).toBe('double.js');
  expect(fs.readdirSync(path.join(folder, 'ada'))).toEqual(['double.js']);
});

test.each([
  [
    'of several folders with as many exercise files the person is told',
    { 'old/double.ts': DOUBLE.squared, 'final/double.ts': DOUBLE.right },
    'As many exercise files in more than one folder (look whether the right one counts): ada (1 file in final/ counts, as the first by name, not 1 in old/).',
  ],
  [
    'of several attempts in folders with a number the last one counts',
    {
      'attempt1/double.ts': DOUBLE.squared,
      'attempt2/double.ts': DOUBLE['in-place'],
      'attempt10/double.ts': DOUBLE.right,
    },
    'ada (1 file in attempt10/ counts, as the highest number, not 1 in attempt1/ and 1 in attempt2/).',
  ],
])('%s', async (_, files, words) => {
  const own = Object.entries(files).map(([file, text]) => [`ada/${file}`, text]);
  const folder = folderOf({ ...Object.fromEntries(own), 'bob/double.ts': DOUBLE.right });
  const { told, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ ada: 5, bob: 5 });
  expect(told).toContain(words);
});

test('of several folders in a zip that hold as many exercise files the newest counts', async () => {
  const at = (day: number) => new Date(2026, 10, day, 12, 0);
  const zip = (older: string, newer: string) =>
    zipOf([
      { name: path.posix.join(older, 'double.ts'), content: DOUBLE.squared, changed: at(12) },
      { name: `${newer}/double.ts`, content: DOUBLE.right, changed: at(21) },
      { name: 'notes.txt', content: '', changed: at(23) },
    ]);
  const folder = folderOf({
    'ada/work.zip': zip('week 1', 'week 2 - final'),
    'bob/work.zip': zip('.', 'b/new'),
    'cyd/work.zip': zip('a', 'b'),
    'cyd/double.ts': DOUBLE.squared,
  });
  const { told, scores } = await gradeDownload(folder);
  expect(scores).toEqual({ ada: 5, bob: 5, cyd: 1 });
  expect(told).toContain(
    'As many exercise files in more than one folder (look whether the right one counts): ada (1 file in work/week 2 - final/ counts, as the newest, not 1 in work/week 1/); bob (1 file in work/b/new/ counts, as the newest, not 1 in work/); cyd (1 file in the folder itself counts, as the least deep, not 1 in work/b/).',
  );
});

test('submissions of the same code are listed', async () => {
  const helper = (sum: string) =>
    `export const double = (Z: number[][]) => {
    const result: number[][] = [];
    for (const row of Z) { const line: number[] = []; for (const z of row) line.push(z + z); result.push(line); }
    return result;
  };`.replaceAll('line', sum);
  const folder = folderOf({
    'ada/double.ts': helper('line'),
    'bob/double.ts': `// Mine.\n${helper('doubled')}`,
    'cyd/double.ts': DOUBLE.right,
    'dan/double.ts': DOUBLE.right,
    'eve/Double.ts': helper('row2'),
  });
  const { told, out } = await gradeDownload(folder);
  expect(told).toContain('The same code but for formatting, comments and names of variables: ada, bob and eve.');
  expect(outputOf(out, 'report.html')).toContain(
    '<li><a href="feedback/ada.html">ada</a>, <a href="feedback/bob.html">bob</a> and eve</li>',
  );
});

test('--due is told by the times in zips, and by nothing else', async () => {
  const at = (day: number) => new Date(2026, 10, day, 12, 0);
  const zip = download('class.zip', [
    { name: 'ada/double.ts', content: DOUBLE.right, changed: at(19) },
    { name: 'bob/double.ts', content: DOUBLE.right, changed: at(21) },
  ]);
  const { told, out } = await gradeDownload(zip, { due: '2026-11-20' });
  expect(told).toContain('Late (no points are taken off; see gradebook.csv): bob.');
  expect(outputOf(out, 'gradebook.csv')).toMatch(/\nada,.*,in time,.*\nbob,.*,late,/);
  const folder = folderOf({ 'ada/double.ts': DOUBLE.right });
  expect((await gradeDownload(folder, { due: '2026-11-20' })).told).toContain('--due: nothing tells when');
  await expect(gradeDownload(folder, { due: 'Friday' })).rejects.toThrow(
    /^--due: "Friday" is no date; write 2026-11-20/,
  );
});
