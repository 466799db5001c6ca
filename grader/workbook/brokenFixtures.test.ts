import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { type Change, toyWorkbook } from '../test/support/toyWorkbook';

/** Mistakes of authors are sentences with their place, wherever they surface: never stack traces. */

const FIXTURE = 'fixtures/double/fixture.ts';
const THROWING_CASE: Change = { file: FIXTURE, from: 'randn(3, 4)', to: 'nothing' };

/** A submission that is wrong, so that all of the fixture is needed. */
function wrongAnswer(): string {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'ada'));
  fs.writeFileSync(path.join(folder, 'ada', 'double.ts'), 'export const double = (Z: number[][]) => Z;\n');
  return folder;
}

/** The one sentence that a command ends with, and its exit status. */
async function ending(root: string, ...args: readonly string[]): Promise<{ sentence: string; status: number | null }> {
  const { stderr, stdout, status } = await runCli([...args, '--workbook', root]);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  return { sentence: stderr.trimEnd(), status };
}

describe('grade says', () => {
  test.each<[string, Change, string]>([
    ['which case throws', THROWING_CASE, 'fixtures/double/fixture.ts: case "random": nothing is not defined.'],
    [
      'on which case the reference throws',
      { file: 'reference/double.ts', from: 'Z.map(', to: 'Z.length > 2 ? (Z as any).mpa() : Z.map(' },
      'reference/double.ts on case "random": Z.mpa is not a function.',
    ],
    [
      'in which check a law throws',
      {
        file: FIXTURE,
        from: 'holds: agreesWithReference()',
        to: "holds: { kind: 'law', statement: '', calls: () => [[[[1]]]], expected: () => [], tolerance: { rtol: 0, atol: 0 } } as never",
      },
      'fixtures/double/fixture.ts: check "agrees": expected: it lists 0 answers for 1 calls.',
    ],
    [
      'which line of a fixture throws while it is loaded',
      {
        file: FIXTURE,
        from: 'export const fixture',
        to: 'const nothing = (undefined as never as string).length;\nexport const fixture',
      },
      "fixtures/double/fixture.ts:3: Cannot read properties of undefined (reading 'length').",
    ],
    [
      'that the syllabus lists what is not exported',
      { file: FIXTURE, from: 'export const fixture', to: 'export const exercise1' },
      'fixtures/index.ts: chapter "1" lists something that is not an exercise. Does each fixture.ts export its fixture?',
    ],
    [
      'which misconception is none',
      { file: 'fixtures/double/misconceptions.ts', from: "question: 'What is twice 3?', answer:", to: 'answers:' },
      'fixtures/double/misconceptions.ts: "squared" needs a question, which is a text, and an answer, which is a function.',
    ],
  ])('%s', async (_, change, message) => {
    const root = toyWorkbook({ double: [change] });
    const { sentence, status } = await ending(root, 'grade', '--submission', path.join(wrongAnswer(), 'ada'));
    expect(sentence).toContain(message);
    expect(sentence.split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});

describe('a case that throws is a sentence to', () => {
  test.each<[string, (submissions: string) => readonly string[]]>([
    ['class', (submissions) => ['class', submissions, '--out', path.join(temporaryFolder(), 'graded')]],
    ['report', (submissions) => ['report', '--submission', path.join(submissions, 'ada')]],
  ])('%s', async (_, args) => {
    const { sentence, status } = await ending(toyWorkbook({ double: [THROWING_CASE] }), ...args(wrongAnswer()));
    expect(sentence).toContain('fixtures/double/fixture.ts: case "random": nothing is not defined.');
    expect(status).toBe(2);
  });
});

test('a line is named in a folder with parentheses, too', async () => {
  const broken: Change = { file: FIXTURE, from: 'export const fixture', to: 'nothing();\nexport const fixture' };
  const root = path.join(temporaryFolder(), 'copy (1)');
  fs.renameSync(toyWorkbook({ double: [broken] }), root);
  const { sentence } = await ending(root, 'verify');
  expect(sentence).toBe('fixtures/double/fixture.ts:3: nothing is not defined.');
});

test('a fixture that cannot be loaded is a sentence to new', async () => {
  const broken: Change = { file: FIXTURE, from: 'export const fixture', to: 'nothing();\nexport const fixture' };
  const { sentence, status } = await ending(toyWorkbook({ double: [broken] }), 'new', 'half');
  expect(sentence).toBe('fixtures/double/fixture.ts:3: nothing is not defined.');
  expect(status).toBe(2);
});
