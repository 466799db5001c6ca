import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeToy, outputOf, scoresOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { submit, type ToyClass, toyClass } from '../test/support/toyClass';

/** An answer that no misconception of the toy exercise explains: whole numbers only. */
const TRUNCATED =
  'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => Math.trunc(z) + Math.trunc(z)));\n';
const THROWS = "export const double = (Z: number[][]) => { throw new TypeError('rows is not iterable'); };\n";
const QUESTION = 'What is twice 3.5?';

const name = ({ workbook, out }: ToyClass, ...args: readonly string[]) =>
  runCli(['class', 'name', ...args, '--workbook', workbook, '--out', out]);

/** The groups on the page of a class, the largest first. */
const groupsOf = (out: string) =>
  [...outputOf(out, 'report.html').matchAll(/Group <code>(.*?)<\/code>/g)].map(([, id]) => id);

/** What a student is asked. */
const askedOf = (out: string, student: string) =>
  JSON.parse(outputOf(out, `reports/${student}.json`)).exercises[0].diagnosis.map(
    ({ question }: { question: string }) => question,
  );

function unknownClass(): ToyClass {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  for (const student of ['cyd', 'dan']) submit(toy.submissions, student, `// ${student}\n${TRUNCATED}`);
  submit(toy.submissions, 'eve', THROWS);
  return toy;
}

test('a group that was named is asked its question, now and in another class with other seeds, and no mark changes', async () => {
  const toy = unknownClass();
  await gradeToy(toy);
  const [largest, other] = groupsOf(toy.out);
  const before = await scoresOf(toy.out);
  const { status, stdout } = await name(toy, largest, '--question', QUESTION);
  expect(status).toBe(0);
  expect(stdout).toContain(`2 students in ${largest}, and whoever answers so from now on, will be asked: ${QUESTION}`);
  expect(['cyd', 'dan', 'bob', 'eve'].map((one) => askedOf(toy.out, one))).toEqual([
    [QUESTION],
    [QUESTION],
    ['What is twice 3?'],
    [],
  ]);
  expect(await gradeToy(toy)).toContain('Nothing to grade: 5 submissions unchanged.');
  expect(await scoresOf(toy.out)).toEqual(before);
  expect(groupsOf(toy.out)).toEqual([other]);
  await name(toy, largest, '--question', 'What is twice -3.5?');
  expect(askedOf(toy.out, 'dan')).toEqual(['What is twice -3.5?']);
  await name(toy, largest, '--question', QUESTION);
  expect(outputOf(toy.out, 'moodle.csv')).toContain(QUESTION);
  await name(toy, other, '--question', 'What can be iterated?');
  const secretFile = path.join(temporaryFolder(), 'secret');
  fs.writeFileSync(secretFile, 'correct horse battery staple');
  const next = { ...toy, out: path.join(temporaryFolder(), 'next-year') };
  await gradeToy(next, { secretFile });
  expect(['ada', 'bob', 'cyd', 'eve'].map((one) => askedOf(next.out, one))).toEqual([
    [],
    ['What is twice 3?'],
    [QUESTION],
    ['What can be iterated?'],
  ]);
});

test('a question reaches another class that was graded before, at its next run', async () => {
  const toy = unknownClass();
  const other = { ...toy, out: path.join(temporaryFolder(), 'other') };
  await gradeToy(toy);
  await gradeToy(other);
  const before = await scoresOf(other.out);
  const [largest] = groupsOf(toy.out);
  for (const question of [QUESTION, 'What is twice -3.5?']) {
    await name(toy, largest, '--question', question);
    const told = await gradeToy(other);
    expect(told).toContain('Nothing to grade: 5 submissions unchanged.');
    expect(told).toContain(
      '2 students graded before are asked what was written for such answers since; no mark changes.',
    );
    expect(outputOf(other.out, 'moodle.csv')).toContain(question);
  }
  expect(await gradeToy(other)).not.toContain('graded before');
  expect(await scoresOf(other.out)).toEqual(before);
});

test('what cannot be named is refused in a sentence', async () => {
  const toy = unknownClass();
  expect((await name(toy, 'double-000000', '--question', 'Why?')).stderr).toMatch(/^Nothing has been graded into/);
  await gradeToy(toy);
  const messages = await Promise.all([
    name(toy, 'double-000000', '--question', 'Why?'),
    name(toy, 'double-000000'),
    name(toy),
  ]);
  expect(messages.map(({ status }) => status)).toEqual([2, 2, 2]);
  expect(messages[0].stderr).toMatch(/^There is no group "double-000000" in .*\. There are double-\w+, double-\w+\./);
  expect(messages[1].stderr).toMatch(/^Name the group and its question: /);
});

test('verify refuses a named answer that is what a variant or a misconception comes to; a damaged file is told', async () => {
  const toy = toyClass({ ada: 'squared' });
  const file = path.join(toy.workbook, 'fixtures/double/named.json');
  const write = (got: number) =>
    fs.writeFileSync(
      file,
      JSON.stringify([
        { name: 'double-x', question: 'Why?', answers: [{ inputs: [[[3]]], got: [[got]], threw: null }] },
      ]),
    );
  // Sentences are wrapped.
  const verify = async () => {
    const { status, stdout } = await runCli(['verify', '--workbook', toy.workbook]);
    return { status, stdout: stdout.replace(/\s+/g, ' ') };
  };
  write(9);
  const misconception = await verify();
  expect(misconception.status).toBe(1);
  expect(misconception.stdout).toContain('"double-x" is what the misconception "squared" comes to, too.');
  write(6);
  expect((await verify()).stdout).toContain('"double-x" is what the variant "product" comes to, too.');
  write(7);
  expect((await verify()).status).toBe(0);
  fs.writeFileSync(file, '{');
  expect((await verify()).stdout).toContain('fixtures/double/named.json is not as "class -- name" writes it');
  await expect(gradeToy(toy)).rejects.toThrow('fixtures/double/named.json is not as "class -- name" writes it');
});
