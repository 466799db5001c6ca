import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeToy } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, submit, type ToyClass, toyClass } from '../test/support/toyClass';

const explain = ({ workbook, out }: ToyClass, ...student: readonly string[]) =>
  runCli(['class', 'explain', ...student, '--workbook', workbook, '--out', out]);

test('explain shows the report, the seed and receipt that counted, and that it comes out the same', async () => {
  const toy = toyClass({ s1041: 'right', s1042: 'squared' });
  const secretFile = path.join(temporaryFolder(), 'secret');
  fs.writeFileSync(secretFile, 'correct horse battery staple');
  await gradeToy(toy, { secretFile });
  const { seed } = JSON.parse(fs.readFileSync(path.join(toy.out, 'reports/s1042.json'), 'utf8'));
  const { status, stdout } = await explain(toy, 's1042');
  expect(status).toBe(0);
  expect(stdout).toContain('What is twice 3?');
  expect(stdout).toMatch(/The mark that counts: 1 of 5 points, on 20\d\d-\d\d-\d\d \d\d:\d\d UTC by version \d/);
  expect(stdout).toContain(`Seed ${seed}, time limit 400 ms, submission `);
  expect(stdout).toContain('Graded again just now, with that seed: 1 of 5 points, the same check by check.');
});

test('explain takes what a student is called in a mail, and says what was found, and why no mark counts', async () => {
  const toy = toyClass({ m1: 'squared', m2: 'right', m3: 'right' });
  fs.mkdirSync(path.join(toy.submissions, 'm4'));
  fs.writeFileSync(path.join(toy.submissions, 'm4/work.rar'), '');
  const roster = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(
    roster,
    'id,name,email\nm1,"Smith-Jones, Bob",bob@uni.edu\nm2,Kim Lee,k1@uni.edu\nm3,Kim Lee,k2@uni.edu\nm4,Dan,dan@uni.edu\n',
  );
  await gradeToy(toy, { roster });
  for (const names of [['bob@uni.edu'], ['Bob', 'Smith-Jones'], ['smith'], ['Smith-Jones']]) {
    const { status, stdout } = await explain(toy, ...names);
    expect(status).toBe(0);
    expect(stdout).toContain('The mark that counts: 1 of 5 points');
    expect(stdout).toMatch(/Found: 1 file in the folder itself\. It was graded in .*m1\.\n/);
  }
  expect((await explain(toy, 'Kim Lee')).stderr).toBe('"Kim Lee" is the name of several: give m2 or m3.\n');
  expect((await explain(toy, 'lee')).stderr).toBe('"lee" is the name of several: give m2 or m3.\n');
  const { stdout } = await explain(toy, 'dan@uni.edu');
  expect(stdout).toContain('No mark counts (gradebook.csv says: no exercise file). What grading gave: 0 of 5 points');
  expect(stdout).toContain('Found: work.rar.');
});

test('explain says what is different when the submission or a fixture has changed, and that it is gone', async () => {
  const toy = toyClass({ ada: 'squared' });
  await gradeToy(toy);
  submit(toy.submissions, 'ada', DOUBLE.right);
  const changed = await explain(toy, 'ada');
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('The submission has changed since: the class command grades it again.');
  expect(changed.stdout).toContain('5 of 5 points. What is different: double/agrees (+4).');
  fs.appendFileSync(path.join(toy.workbook, 'fixtures/double/fixture.ts'), '// Changed.\n');
  expect((await explain(toy, 'ada')).stdout).toContain('Fixtures or judging have changed since: --regrade shows');
  fs.rmSync(path.join(toy.submissions, 'ada'), { recursive: true });
  const gone = await explain(toy, 'ada');
  expect(gone.status).toBe(1);
  expect(gone.stdout).toContain('Whether it still comes out so cannot be tried: the submission is no longer in ');
});

test('explain refuses in a sentence whom it does not know', async () => {
  const toy = toyClass({ s1042: 'right' });
  expect(await explain(toy, 's1042')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Nothing has been/) });
  await gradeToy(toy);
  const messages = [];
  for (const names of [[], ['s1043'], ['zoe'], ['a', 'b']]) messages.push(await explain(toy, ...names));
  expect(messages.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  const [none, near, far] = messages.map(({ stderr }) => stderr);
  expect(none).toMatch(/^Name the student, by folder, name or e-mail address: /);
  expect(near).toMatch(/^There is no result of "s1043" in .*\. Did you mean "s1042"\?\n$/);
  expect(far).toContain('Give a name, e-mail address, id or folder that is in gradebook.csv.');
});
