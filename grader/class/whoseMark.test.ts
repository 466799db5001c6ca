import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeFolders, gradeToy, outputOf, scoresOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, submit, toyClass } from '../test/support/toyClass';
import { KIT_ROOT } from '../workbook/paths';

test('a folder without any exercise file gets no mark before a person has looked', async () => {
  const toy = toyClass({ ada: 'right' });
  fs.mkdirSync(path.join(toy.submissions, 'bob'));
  fs.writeFileSync(path.join(toy.submissions, 'bob/essay.pdf'), '');
  const told = await gradeToy(toy);
  expect(told).toContain('No exercise file found (no mark; the comment asks for them): bob (essay.pdf).');
  expect(told).toContain('2 submissions in the gradebook, 1 with a mark: mean 5.0, median 5.0 of 5 points.');
  expect(outputOf(toy.out, 'canvas.csv')).toMatch(/\nada,,,ada,,5\n$/);
  expect(outputOf(toy.out, 'gradebook.csv')).toContain('\nbob,,,,,,no exercise file,,,,double: missing-file,');
  expect(outputOf(toy.out, 'report.html')).toContain('<p>1 submission with a mark. Mean 5.0');
});

test('exercise files in two places are graded where there are more of them, and that is said', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, 'ada/exercises'), { recursive: true });
  fs.copyFileSync(path.join(KIT_ROOT, 'exercises/relu.ts'), path.join(submissions, 'ada/relu.ts'));
  const told = await gradeFolders(submissions, { out, timeLimit: 2000, chapter: '3.3' });
  expect(await scoresOf(out)).toEqual({ ada: 100 });
  expect(told).toContain(
    'Exercise files in more than one folder; the one with most of them counts: ada (12 files in exercises/ count, not 1 in the folder itself).',
  );
});

test('without a roster, that folders’ names stand for user names is said', async () => {
  const told = await gradeToy(toyClass({ ada: 'right' }));
  expect(told).toContain('No --roster: in canvas.csv and moodle.csv the folders’ names stand for user names');
});

test('marks of other points are not imported beside the rest', async () => {
  const submissions = temporaryFolder();
  const out = path.join(temporaryFolder(), 'graded');
  for (const student of ['ada', 'bob', 'cyd'])
    fs.cpSync(path.join(KIT_ROOT, 'solutions'), path.join(submissions, student), { recursive: true });
  await gradeFolders(submissions, { out, timeLimit: 2000, chapter: '3.3' });
  fs.appendFileSync(path.join(submissions, 'bob/relu.ts'), '// Changed.\n');
  const told = await gradeFolders(submissions, { out, timeLimit: 2000 });
  expect(told).toContain('Graded out of another total than 100 points (no mark; see --regrade): bob.');
  expect(outputOf(out, 'canvas.csv')).toMatch(/Points Possible,.*,100\nada,.*,100\ncyd,.*,100\n$/);
});

test('a roster names who is missing and who is unknown; only students on it are imported', async () => {
  const toy = toyClass({ ada: 'right', mallory: 'right' });
  const roster = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(roster, 'id,name,email\n17,=HYPERLINK(x),ada@uni.edu\n18,Bob Smith,bob@uni.edu\n');
  const told = await gradeToy(toy, { roster });
  expect(told).toContain('Missing (on the roster, no folder): Bob Smith.');
  expect(told).toContain('Not on the roster (graded, but not in canvas.csv and moodle.csv): mallory.');
  const gradebook = outputOf(toy.out, 'gradebook.csv');
  expect(gradebook).toMatch(/^folder,id,username,name,email,section,status,score,max_score,/);
  expect(gradebook).toContain('\nmallory,,,,,,not on the roster,5,5,');
  expect(outputOf(toy.out, 'canvas.csv')).toBe(
    "Student,ID,SIS User ID,SIS Login ID,Section,Forward pass\n    Points Possible,,,,,5\n'=HYPERLINK(x),,17,ada@uni.edu,,5\n",
  );
  expect(outputOf(toy.out, 'moodle.csv')).toBe('idnumber,email,grade,feedback\n17,ada@uni.edu,5,double 5/5.\n');
});

test('of several folders of one student the one with exercise files counts, and two of these give no mark', async () => {
  const toy = toyClass({
    'Ada Lovelace_17_assignsubmission_file': 'right',
    'Bob Smith_18_assignsubmission_file': 'right',
  });
  for (const folder of ['Ada Lovelace_17_assignsubmission_onlinetext', 'Ada Lovelace']) {
    fs.mkdirSync(path.join(toy.submissions, folder));
    fs.writeFileSync(path.join(toy.submissions, folder, 'onlinetext.html'), '');
  }
  submit(toy.submissions, 'Bob Smith_18_assignsubmission_2', DOUBLE.squared);
  const roster = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(roster, 'Full name,Email address\nAda Lovelace,ada@uni.edu\nBob Smith,bob@uni.edu\n');
  const told = await gradeToy(toy, { roster });
  expect(told).toContain('Not taken, as another folder of the same student counts: Ada Lovelace.');
  expect(told).toContain(
    'Several folders of one student (no mark; see docs/class.md, "What was taken wrongly"): Bob Smith_18, Bob Smith_18_assignsubmission_2 (Bob Smith).',
  );
  expect(outputOf(toy.out, 'moodle.csv')).toBe('email,grade,feedback\nada@uni.edu,5,double 5/5.\n');
});

test('a folder that could be of two students gives nobody a mark, and both are named', async () => {
  const toy = toyClass({ '1001': 'right' });
  const roster = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(roster, 'Student,ID,SIS User ID,SIS Login ID,Section\nAda,1001,1002,ada,A\nBob,1002,1001,bob,A\n');
  const told = await gradeToy(toy, { roster });
  expect(told).toContain(
    'Not clear whose (no mark; folders could be named by Canvas id or SIS id, so rename these): 1001 (Canvas id of Ada, SIS id of Bob).',
  );
  expect(outputOf(toy.out, 'gradebook.csv')).toContain('\n1001,,,,,,unclear owner,,,,');
  expect(outputOf(toy.out, 'canvas.csv')).toMatch(/Points Possible,.*\n$/);
});

test('grade finds the exercise files of a submission where class does', async () => {
  const toy = toyClass({});
  submit(toy.submissions, 'ada/exercises', DOUBLE.right);
  fs.writeFileSync(path.join(toy.submissions, 'ada/notes.ts'), '');
  submit(toy.submissions, 'bob', DOUBLE.right);
  fs.mkdirSync(path.join(toy.submissions, 'bob/exercises'));
  fs.writeFileSync(path.join(toy.submissions, 'bob/exercises/notes.txt'), '');
  await gradeToy(toy);
  expect(await scoresOf(toy.out)).toEqual({ ada: 5, bob: 5 });
  for (const student of ['ada', 'bob']) {
    const submission = path.join(toy.submissions, student);
    const args = ['--submission', submission, '--workbook', toy.workbook, '--reporter', 'json'];
    const { status, stdout } = await runCli(['grade', ...args]);
    expect([student, status, JSON.parse(stdout).score]).toEqual([student, 0, 5]);
  }
});
