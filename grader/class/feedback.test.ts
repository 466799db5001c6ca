import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { gradeFolders, gradeToy, outputOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, submit, toyClass } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';

const EVIL = '=HYPERLINK("http://x")<img src=x onerror=alert(1)></script><script>alert(2)</script>';
const THROWS = `export const double = () => { console.log(${JSON.stringify(EVIL)}); throw new Error(${JSON.stringify(EVIL)}); };\n`;

function rosterOf(text: string): string {
  const file = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(file, text);
  return file;
}

function submitFile(submissions: string, student: string, file: string, text: string): void {
  fs.mkdirSync(path.join(submissions, student), { recursive: true });
  fs.writeFileSync(path.join(submissions, student, file), text);
}

/** The comments of moodle.csv, by its first column. */
function commentsOf(out: string): Record<string, string> {
  const [, ...rows] = parse(outputOf(out, 'moodle.csv')) as string[][];
  return Object.fromEntries(rows.map((row) => [row[0], row[row.length - 1]]));
}

test('everybody with a mark gets a page with name, title, date and seed, and a comment with what goes wrong', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'syntax' });
  fs.mkdirSync(path.join(toy.submissions, 'dan'));
  const roster = rosterOf('id,name,username\n1,Ada Lovelace,ada\n2,Bob <b>Smith</b>,bob\n3,Cyd,cyd\n4,Dan,dan\n');
  const told = await gradeToy(toy, { roster, assignment: 'Sheet 3' });
  expect(told).toContain('report.html, reports/ and feedback/.');
  expect(fs.readdirSync(path.join(toy.out, 'feedback')).sort()).toEqual(['ada.html', 'bob.html', 'cyd.html']);
  const page = outputOf(toy.out, 'feedback/bob.html');
  expect(page).toMatch(/<strong>Bob &#60;b&#62;Smith&#60;\/b&#62;<\/strong>, Sheet 3, \d+ \w+ 20\d\d/);
  expect(page).toContain('Seed of the random cases: workbook');
  expect(page).toContain('What is twice 3?');
  expect(page).toContain('z * z');
  const comments = commentsOf(toy.out);
  expect(comments.ada).toBe('double 5/5.');
  expect(comments.bob).toMatch(
    /^double 1\/5\. double\(\[\[1, -2\], \[0, 3\.5\]\]\) gives \[\[1, 4\], \[0, 12\.25\]\], expected \[\[2, -4\], \[0, 7\]\]\. (?:Line 1.*)?What is twice 3\?$/,
  );
  expect(comments.cyd).toMatch(/^double 0\/5 \(cannot be read as TypeScript\)\. double, line 1: /);
  expect(comments.dan).toBe(
    'There is no mark yet: no exercise file was found in what you handed in. Please hand in double.ts as a file or in a .zip.',
  );
});

test('nothing of one student is in what another gets', async () => {
  const toy = toyClass({ ada: 'squared', bob: 'in-place' });
  submit(toy.submissions, 'cyd', `// cyd's secret\n${DOUBLE.squared}`);
  fs.mkdirSync(path.join(toy.submissions, 'thief'));
  fs.symlinkSync('../cyd/double.ts', path.join(toy.submissions, 'thief/double.ts'));
  await gradeToy(toy);
  const students = ['ada', 'bob', 'cyd', 'thief'];
  for (const one of students) {
    const page = outputOf(toy.out, `feedback/${one}.html`);
    const others = students.filter((student) => student !== one);
    expect(others.filter((other) => page.includes(`${other}/`) || page.includes(`<strong>${other}`))).toEqual([]);
    expect(page.includes('secret')).toBe(one === 'cyd');
  }
});

test('what students wrote is no formula, no markup and no script anywhere', async () => {
  const toy = toyClass({ ada: 'right' });
  submit(toy.submissions, 'evil', THROWS);
  await gradeToy(toy);
  const page = outputOf(toy.out, 'feedback/evil.html');
  expect(page).not.toMatch(/<img|<script/);
  expect(page).toContain('&#60;img');
  const { evil } = commentsOf(toy.out);
  expect(evil).toContain('< img src=x');
  expect(evil).not.toMatch(/^[=+\-@]|<[a-z/!?]/i);
});

test('a comment has at most 1,000 characters, and of each exercise something', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  const names = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
  fs.mkdirSync(path.join(submissions, 'ada'));
  for (const name of names)
    fs.writeFileSync(
      path.join(submissions, 'ada', `${name}.ts`),
      `export const ${name} = () => { throw new Error('${name} '.repeat(200)); };\n`,
    );
  await gradeFolders(submissions, { out, chapter: '3.3', timeLimit: 2000 });
  const { ada } = commentsOf(out);
  expect(ada.length).toBeLessThanOrEqual(1000);
  expect(ada).toMatch(/^relu 0\/\d+, softmax 0\/\d+, forwardMlp 0\/\d+, crossEntropy 0\/\d+\. /);
  for (const name of names) expect(ada.match(new RegExp(`${name} ${name}`))).not.toBeNull();
});

test('a page shows pictures of what goes wrong, kept from when it was graded, and of that student alone', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  const options = { out, chapter: '3.3', timeLimit: 2000 };
  const softmax = (power: string) => `export const softmax = (Z: number[][]) => Z.map((row) => {
    const powers = row.map((z) => ${power}); const sum = powers.reduce((a, b) => a + b); return powers.map((p) => p / sum); });\n`;
  submitFile(submissions, 'ada', 'softmax.ts', softmax('Math.exp(z / 2)'));
  submitFile(submissions, 'bob', 'softmax.ts', softmax('Math.exp(2 * z)'));
  submitFile(
    submissions,
    'cyd',
    'relu.ts',
    'export const relu = (Z: number[][]) => Z.map((r) => r.map((z) => Math.max(0, z)));',
  );
  await gradeFolders(submissions, options);
  const picturesOf = (student: string): readonly string[] =>
    outputOf(out, `feedback/${student}.html`).match(/<svg.*?<\/svg>/gs) ?? [];
  const [ada, bob] = [picturesOf('ada'), picturesOf('bob')];
  expect([ada.length, bob.length, picturesOf('cyd').length]).toEqual([2, 2, 0]);
  expect(ada.filter((picture) => bob.includes(picture))).toEqual([]);
  fs.rmSync(path.join(out, 'feedback'), { recursive: true });
  await gradeFolders(submissions, options);
  expect(picturesOf('ada')).toEqual(ada);
});

test('of a download from Canvas, comments are files that Canvas can tell whose they are', async () => {
  const toy = toyClass({});
  fs.writeFileSync(path.join(toy.submissions, 'ada_LATE_1001_501_double.ts'), DOUBLE.squared);
  fs.writeFileSync(path.join(toy.submissions, 'ada_LATE_1001_502_double-1.ts'), DOUBLE.squared);
  fs.writeFileSync(path.join(toy.submissions, 'bob_1002_503_double.ts'), DOUBLE.right);
  fs.writeFileSync(path.join(toy.submissions, 'cyd_1003_text.html'), 'see my mail');
  const told = await gradeToy(toy);
  expect(told).toContain(
    'No file in canvas-feedback/, as Canvas takes comments only for files (tell these yourself; their comments are in moodle.csv): cyd_1003.',
  );
  expect(fs.readdirSync(path.join(toy.out, 'canvas-feedback')).sort()).toEqual([
    'ada_LATE_1001_502_feedback.txt',
    'bob_1002_503_feedback.txt',
  ]);
  expect(outputOf(toy.out, 'canvas-feedback/bob_1002_503_feedback.txt')).toBe('double 5/5.\n');
});

test('a comment says what was not started, and names no folder of the instructor', async () => {
  const toy = { ...toyClass({}), workbook: toyWorkbook({ double: [], treble: [] }) };
  submit(toy.submissions, 'ada', DOUBLE.stub);
  submit(toy.submissions, 'bob/mine', DOUBLE.squared);
  await gradeToy(toy);
  const { ada, bob } = commentsOf(toy.out);
  expect(ada).toBe('double 0/5 (not started), treble 0/5 (no file). Not found: treble.ts.');
  expect(bob).toContain('treble 0/5 (no file). Not found: treble.ts. double(');
});

test('a page says that a file was not handed in, and not how to make one', async () => {
  const toy = { ...toyClass({ ada: 'right' }), workbook: toyWorkbook({ double: [], treble: [] }) };
  await gradeToy(toy);
  const page = outputOf(toy.out, 'feedback/ada.html');
  expect(page).toContain('This file was not found in what was handed in.');
  expect(page).not.toContain('Create treble.ts');
});

test('pages of students that are gone go, and --no-feedback leaves all out', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  await gradeToy(toy);
  fs.rmSync(path.join(toy.submissions, 'bob'), { recursive: true });
  await gradeToy(toy);
  expect(fs.readdirSync(path.join(toy.out, 'feedback'))).toEqual(['ada.html']);
  const told = await gradeToy(toy, { feedback: false });
  expect(told).toContain('moodle.csv, report.html and reports/.');
  expect(fs.existsSync(path.join(toy.out, 'feedback'))).toBe(false);
  expect(commentsOf(toy.out)).toEqual({ ada: 'double 5/5.' });
});
