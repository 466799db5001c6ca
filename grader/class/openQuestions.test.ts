import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { outputOf } from '../test/support/gradeFolders';
import { writeZip, zipOf } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';

/** What instructors would have to look up elsewhere, and students would have to ask about, were it not said. */

interface Graded {
  readonly told: string;
  readonly out: string;
  /** The comments of moodle.csv, by student. */
  readonly comments: Record<string, string>;
}

/** Grades a download from Canvas by the command, as an instructor does. */
async function gradeCanvas(
  files: Readonly<Record<string, string | Buffer>>,
  ...more: readonly string[]
): Promise<Graded> {
  const folder = temporaryFolder();
  const [zip, out] = ['submissions.zip', 'graded'].map((name) => path.join(folder, name));
  writeZip(
    zip,
    Object.entries(files).map(([name, content]) => ({ name, content })),
  );
  const { status, stdout } = await runCli(['class', zip, '--workbook', toyWorkbook(), '--out', out, ...more]);
  expect(status).toBe(0);
  const rows = parse(outputOf(out, 'moodle.csv')) as string[][];
  return { told: stdout, out, comments: Object.fromEntries(rows.map((row) => [row[0], row[row.length - 1]])) };
}

test('code typed as text is named with the place where it lies, and a greeting is not', async () => {
  const { told, out, comments } = await gradeCanvas({
    'ada_1001_text.html': '<p>Here it is:</p><pre>export <b>function</b>&nbsp;double(Z) {\n  return Z;\n}</pre>',
    'bob_1002_text.html': '<p>My function is double-checked. Bob</p>',
    'cyd_1003_501_double.ts': DOUBLE.right,
  });
  const [, file] = /Code typed as text is not graded \(.*?\): ada_1001 \((.*)\)\.\n/.exec(told) ?? [];
  expect(fs.readFileSync(file, 'utf8')).toContain('double(Z)');
  expect(path.resolve(file)).toContain(path.join(out, 'unpacked'));
  expect(told).toContain('No exercise file found (no mark; the comment asks for them): bob_1002 (typed text).\n');
  expect(outputOf(out, 'gradebook.csv')).toMatch(/\nada_1001,.*,code typed as text\n/);
  expect(comments.ada_1001).toContain('what you handed in (code typed as text). Please hand in double.ts as a file or');
});

test('a text that is nothing but an address is called a link, and a sentence with one is not', async () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html><head><title>Forward pass</title></head><body>${body}</body></html>`;
  const { told, comments } = await gradeCanvas({
    'Ada_1_assignsubmission_onlinetext_/onlinetext.html': page(
      '<p><a href="https://example.org/ada/double">https://example.org/ada/double</a>&nbsp;</p>',
    ),
    'Bob_2_assignsubmission_onlinetext_/onlinetext.html': page('<p>My code: https://example.org/bob</p>'),
    'Cyd_3_assignsubmission_file_/double.ts': DOUBLE.right,
  });
  expect(told).toMatch(/No exercise file found .*: Ada_1 \(a link\); Bob_2 \(typed text\)\.\n/);
  expect([comments.Ada_1, comments.Bob_2].map((one) => one.includes('a link'))).toEqual([true, false]);
});

test('what was handed in again is one line, and stands in the gradebook', async () => {
  const { told, out } = await gradeCanvas({
    'ada_1001_501_double.ts': DOUBLE.squared,
    'ada_1001_502_double-1.ts': DOUBLE.right,
    'bob_1002_503_double-2.ts': DOUBLE.right,
    'cyd_1003_504_double.ts': DOUBLE.right,
  });
  expect(told).toContain('Handed in again, the newest counts: ada_1001 (double-1.ts); bob_1002 (double-2.ts).\n');
  expect(outputOf(out, 'gradebook.csv')).toMatch(
    /\nada_1001,.*,1 file in the folder itself; handed in again: double-1\.ts\n/,
  );
});

test('a comment asks about a name that nothing declares', async () => {
  const { comments } = await gradeCanvas({
    'ada_1001_501_double.ts': 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => EPS * z));\n',
  });
  expect(comments.ada_1001).toMatch(
    /ReferenceError: EPS is not defined\. .*Line 1: Nothing called EPS is known here: is it misspelled, or is an import missing\?$/,
  );
});

test('comments say in words why there are no points, and which name a file should have', async () => {
  const { comments, out } = await gradeCanvas(
    {
      'ada_1001_501_double.ts': '',
      'bob_1002_502_Double.ts': DOUBLE.right,
      'cyd_1003_503_double.ts': DOUBLE.endless,
      'dan_1004_link.html': '<a href="https://example.org">',
    },
    '--time-limit',
    '300',
  );
  expect(comments.ada_1001).toMatch(
    /^double 0\/5 \(no function of that name exported\)\. double: There is no exported function double/,
  );
  expect(comments.bob_1002).toBe(
    'There is no mark yet: Double.ts should be called double.ts. Please hand in double.ts as a file or in a .zip.',
  );
  expect(comments.cyd_1003).toMatch(
    /^double 0\/5 \(takes too long\)\. double: The call of double took longer than 300 ms/,
  );
  expect(comments.dan_1004).toContain('no exercise file was found in what you handed in (a link). ');
  expect(outputOf(out, 'canvas-feedback/bob_1002_502_feedback.txt')).toBe(`${comments.bob_1002}\n`);
});

test('a comment says what was graded under another name, or put right, also with all points', async () => {
  const corrected = temporaryFolder();
  fs.mkdirSync(path.join(corrected, 'bob_1002'));
  fs.writeFileSync(path.join(corrected, 'bob_1002/double.ts'), DOUBLE.right);
  const { comments } = await gradeCanvas(
    { 'ada_1001_501_Double.ts': DOUBLE.right, 'bob_1002_502_work.rar': 'Rar!' },
    ...['--accept-near-names', '--corrected', corrected],
  );
  expect(comments.ada_1001).toBe('double 5/5. Graded under the names of the exercises: Double.ts as double.ts.');
  expect(comments.bob_1002).toBe('double 5/5. Your instructor put right what you handed in: 1 file was graded.');
});

test('a comment asks for files, and names in plain words what there is instead', async () => {
  const { comments } = await gradeCanvas({
    'ada_1001_501_exercises.zip': zipOf({}),
    'ada_1001_text.html': '<p>See the zip</p>',
    'bob_1002_502_work.rar': 'Rar!',
    'bob_1002_503_essay.pdf': '%PDF',
    'cyd_1003_504_IMG_1.png': '',
    'cyd_1003_505_IMG_2.JPG': '',
    'dan_1004_506_Sheet <b>3.docx': '',
    'eve_1005_507_Untitled.ipynb': '{}',
    'eve_1005_508_double.py': '',
  });
  const there = (what: string) =>
    `There is no mark yet: no exercise file was found in what you handed in (${what}). Please hand in double.ts as a file or in a .zip.`;
  expect(comments).toEqual({
    username: 'feedback',
    ada_1001: there('typed text and exercises.zip, which is empty'),
    bob_1002: there('the PDF essay.pdf and work.rar, which cannot be opened here'),
    cyd_1003: there('2 pictures'),
    dan_1004: there('the document Sheet < b>3.docx'),
    eve_1005: there('the notebook Untitled.ipynb and double.py'),
  });
});

test('comment and page say which copy was graded, and that of a file which was handed in again', async () => {
  const { comments, out } = await gradeCanvas({
    'ada_1001_501_work.zip': zipOf({ 'w/final/double.ts': DOUBLE.right, 'w/old/double.ts': DOUBLE.squared }),
    'bob_1002_502_double.ts': DOUBLE.squared,
    'bob_1002_503_double-2.ts': DOUBLE.right,
    'cyd_1003_504_double.ts': DOUBLE.right,
    'cyd_1003_505_old.zip': zipOf({ 'double.ts': DOUBLE.right }),
  });
  const counted = {
    ada_1001: 'Graded: the file in final/, not what is in old/.',
    bob_1002: 'Of what you handed in again the newest counts: double-2.ts.',
    cyd_1003: 'Graded: the file in the top folder, not what is in old/.',
  };
  for (const [student, words] of Object.entries(counted)) {
    expect(comments[student]).toContain(`5. ${words}`);
    expect(outputOf(out, `feedback/${student}.html`)).toContain(`<p>${words}</p>`);
  }
});

test('who handed in files as they came is told so, and where the answers may be', async () => {
  const { comments, out } = await gradeCanvas({ 'ada_1001_501_double.ts': DOUBLE.stub });
  const words =
    'Your files are as they were handed out: nothing is written in them yet. If you wrote answers, perhaps another folder was handed in.';
  expect(comments.ada_1001).toBe(`0 of 5 points. ${words}`);
  expect(outputOf(out, 'feedback/ada_1001.html')).toContain(words);
});

test('a student’s page tells nobody to grade again or to look at model answers, and ends with the seed', async () => {
  const { out } = await gradeCanvas({
    'ada_1001_501_double.ts': DOUBLE.right,
    'bob_1002_502_double.ts': DOUBLE.squared,
  });
  const [ada, bob] = ['ada_1001', 'bob_1002'].map((one) => outputOf(out, `feedback/${one}.html`));
  for (const page of [ada, bob]) {
    expect(page).not.toMatch(/npm run|solutions\/|Next:/);
    expect(page).toMatch(/<\/article>\s*<p class="soft">Seed of the random cases: workbook<\/p>\s*<\/body>/);
  }
  expect(ada).not.toContain('Points are missing');
  expect(bob).toContain('<p>Points are missing in <a href="#double">double</a> (1 of 5).</p>');
});

test('long lists are cut, and a class of the same code is one short line with the place that has all', async () => {
  const long = (name: string) =>
    `export const double = (Z: number[][]) => { const ${name}: number[][] = []; for (const row of Z) { const line = []; for (const z of row) line.push(z + z); ${name}.push(line); } return ${name}; };\n`;
  const students = Array.from({ length: 60 }, (_, i) => `student${100 + i}_${1000 + i}`);
  const { told } = await gradeCanvas({
    ...Object.fromEntries(students.map((one, i) => [`${one}_1_double.ts`, long(i % 2 === 0 ? 'out' : 'result')])),
    ...Object.fromEntries(students.map((_, i) => [`late${100 + i}_LATE_${2000 + i}_1_work.zip`, zipOf({})])),
  });
  expect(told).toContain(': 60 students: student100_1000, student101_1001, student102_1002 and 57 more.\n');
  expect(told).toMatch(/\nLate .*: late100_2000; .* and \d+ more \(see gradebook\.csv\)\.\n/);
  expect(told.split('\n').filter((line) => line.length > 480)).toEqual([]);
});

test('what is left to decide comes last, nothing of it cut; and where nothing is, that is said', async () => {
  const students = Array.from({ length: 30 }, (_, i) => `student${100 + i}_${1000 + i}`);
  const { told } = await gradeCanvas({
    ...Object.fromEntries(students.map((one) => [`${one}_1_work.rar`, 'Rar!'])),
    'ada_1_1_double.ts': DOUBLE.right,
  });
  const [, left] = told.split(
    'Left for you to decide, or to look at (docs/class.md, "What it says, and what to do"):\n',
  );
  expect(left).toBe(
    `- An archive that nothing here opens (it is in the download; unpack it: docs/class.md, "What was taken wrongly"): ${students.map((one) => `${one} (work.rar)`).join('; ')}.\n`,
  );
  const { told: clear } = await gradeCanvas({ 'ada_1_1_double.ts': DOUBLE.right });
  expect(clear).toMatch(/\nNothing is left for you to decide\.\n$/);
});

test('a file that was handed in again, with others missing, is left to look for an earlier attempt', async () => {
  const folder = temporaryFolder();
  const zip = path.join(folder, 'submissions.zip');
  writeZip(zip, [{ name: 'ada_1001_502_relu-1.ts', content: 'export const relu = 1;' }]);
  const { stdout } = await runCli(['class', zip, '--chapter', '3.3', '--out', path.join(folder, 'graded')]);
  expect(stdout).toContain('may have them: look in SpeedGrader): ada_1001 (relu-1.ts).\n');
});
