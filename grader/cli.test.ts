import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from './grading/report';
import { copyOfKit, runCli } from './test/support/commandLine';
import { submissionOf, temporaryFolder } from './test/support/temporarySubmissions';
import { toyWorkbook } from './test/support/toyWorkbook';
import { KIT_ROOT } from './workbook/paths';

const CORE = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];

/** The stubs, with the model answers of `solved` copied over them. */
function stubsWith(solved: readonly string[]): string {
  const folder = temporaryFolder();
  fs.cpSync(path.join(KIT_ROOT, 'exercises'), folder, { recursive: true });
  for (const name of solved) {
    fs.copyFileSync(path.join(KIT_ROOT, 'solutions', `${name}.ts`), path.join(folder, `${name}.ts`));
  }
  return folder;
}

async function gradeJson(folder: string, ...args: string[]): Promise<{ report: Report; status: number | null }> {
  const { stdout, status } = await runCli(['grade', '--submission', folder, '--reporter', 'json', ...args]);
  return { report: JSON.parse(stdout), status };
}

describe('grade', () => {
  test('greets on untouched stubs, says where to start, and gives no points', async () => {
    const { stdout, stderr, status } = await runCli(['grade', ...CORE, '--submission', stubsWith([])]);
    expect(stdout).toContain('Welcome.');
    expect(stdout).toContain('Total 0 / 100');
    expect(stdout).toMatch(/Next: open \S*relu\.ts/);
    expect(stdout.match(/not started/g)).toHaveLength(4);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test.each([
    [['relu'], 10],
    [['relu', 'softmax'], 40],
    [['relu', 'softmax', 'forwardMlp'], 75],
    [CORE, 100],
  ])('with %j solved, the mark is %i', async (solved, mark) => {
    const { report, status } = await gradeJson(stubsWith(solved), ...CORE);
    expect(report.score).toBe(mark);
    expect(report.exercises.map((exercise) => exercise.status)).toEqual(
      CORE.map((name) => (solved.includes(name) ? 'passed' : 'not-started')),
    );
    expect(status).toBe(mark === 100 ? 0 : 1);
  });

  test('leaves nothing in the system’s folder of temporary files', async () => {
    const folder = temporaryFolder();
    const env = { TMPDIR: folder, TMP: folder, TEMP: folder };
    const { status } = await runCli(['grade', 'softmax', '--submission', 'solutions'], KIT_ROOT, env);
    expect(status).toBe(0);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('grades only the named exercises, in the order of the syllabus', async () => {
    const { report, status } = await gradeJson(stubsWith(['relu', 'softmax']), 'softmax', 'relu');
    expect(report.exercises.map(({ name }) => name)).toEqual(['relu', 'softmax']);
    expect(report.maxScore).toBe(40);
    expect(status).toBe(0);
  });

  test('the report has the keys of the contract, with the learner’s line of an error', async () => {
    const folder = submissionOf({
      'relu.ts': 'import type { Matrix } from "x";\n\nexport function relu(Z: Matrix {\n  return Z;\n}\n',
    });
    const { report } = await gradeJson(folder, 'relu');
    expect(report).toMatchObject({
      schema: 'forward-pass/report/v1',
      seed: 'workbook',
      score: 0,
      maxScore: 10,
    });
    expect(Object.keys(report.exercises[0])).toEqual(
      expect.arrayContaining([
        'name',
        'chapter',
        'file',
        'status',
        'score',
        'maxScore',
        'error',
        'checks',
        'diagnosis',
        'carriedForward',
        'console',
      ]),
    );
    expect(report.exercises[0]).toMatchObject({
      status: 'error',
      error: { kind: 'syntax', line: 3, column: 32 },
    });
  });

  test('--output writes the report there and nothing on standard output', async () => {
    const file = path.join(temporaryFolder(), 'report.json');
    const { stdout, status } = await runCli([
      'grade',
      '--submission',
      'solutions',
      '--chapter',
      '3.3',
      '--reporter',
      'json',
      '--output',
      file,
    ]);
    expect(stdout).toBe('');
    expect(status).toBe(0);
    const { score, maxScore, exercises }: Report = JSON.parse(fs.readFileSync(file, 'utf8'));
    expect(score).toBe(maxScore);
    // The chapter's, and of no other.
    expect(exercises.map(({ section }) => section.id)).toEqual(exercises.map(() => '3.3'));
  });

  test('the same seed gives the same report, another seed other inputs', async () => {
    const folder = submissionOf({
      'softmax.ts': 'export const softmax = (Z: number[][]) => Z.map((row) => row.map(() => 1 / row.length));',
    });
    const seeded = async (seed: string) => (await gradeJson(folder, 'softmax', '--seed', seed)).report;
    const [first, again, other] = [await seeded('a'), await seeded('a'), await seeded('b')];
    expect(first).toEqual(again);
    expect(first.exercises[0].checks.map((check) => check.example)).not.toEqual(
      other.exercises[0].checks.map((check) => check.example),
    );
  });

  test('stays within 80 columns, without colour, where there is no terminal', async () => {
    const folder = submissionOf({
      'softmax.ts': 'export const softmax = (Z: number[][]) => { console.log("x".repeat(300)); return Z; };',
      'forwardMlp.ts': 'export const forwardMlp = (X: number[][], W1: number[][]) => [X, W1];',
    });
    const { stdout } = await runCli(['grade', '--submission', folder]);
    expect(stdout).not.toContain('\u001b[');
    const longest = Math.max(
      ...stdout
        .split('\n')
        .filter((line) => !line.includes(folder.slice(-10)))
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(80);
  });

  test.each([
    [
      ['grade', 'backpropagation'],
      /^There is no exercise "backpropagation"\. Exercises: relu, softmax, forwardMlp, crossEntropy, normalize/,
    ],
    [['grade', '--submission', 'nowhere'], '--submission: there is no folder nowhere.'],
    [
      ['grade', '--submission', 'package.json'],
      '--submission: package.json is a file; name the folder that holds relu.ts and the others.',
    ],
    [
      ['grade', '--reporter', 'xml'],
      /^Option '--reporter <name>' argument 'xml' is invalid\. Allowed choices are pretty, json/,
    ],
    [['grade', '--tolerance', '1'], /^Unknown option '--tolerance'\. Options: --chapter, --submission, .*--watch.*\.$/],
    [['grade', '--time-limit', 'soon'], /'soon' is invalid\. Give whole milliseconds from 1 to 3600000\.$/],
    [
      ['grade', '--output', 'no/such/folder/report.json'],
      '--output: there is no folder no/such/folder; create it first.',
    ],
    [['grade', '--output', 'docs'], '--output: docs is a folder; name a file.'],
    [['hint'], /^Missing required argument 'exercise'/],
    [['hint', 'sofmax'], /^There is no exercise "sofmax"\./],
    [['mark'], /^Unknown command 'mark'/],
  ])('%j gets one sentence and exit status 2', async (args, message) => {
    const { stdout, stderr, status } = await runCli(args);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('a broken fixture gets one sentence and exit status 2', async () => {
    const pointless = { file: 'fixtures/double/fixture.ts', from: 'points: 4', to: 'points: 0' };
    const { stderr, status } = await runCli(['grade', '--workbook', toyWorkbook({ double: [pointless] })]);
    expect(stderr).toBe('fixtures/double/fixture.ts: check "agrees" needs a whole number of points, at least 1.\n');
    expect(status).toBe(2);
  });
});

describe('hint', () => {
  const TWO_HINTS = {
    file: 'fixtures/double/fixture.ts',
    from: "hints: ['What is 2 z?']",
    to: "hints: ['What is 2 z?', 'z + z.']",
  };

  test('is given all the same where it cannot be remembered', async () => {
    const workbook = toyWorkbook({ double: [TWO_HINTS] });
    fs.writeFileSync(path.join(workbook, '.progress'), 'a file in its place');
    const { stdout, stderr, status } = await runCli(['hint', 'double', '--workbook', workbook]);
    expect(stdout).toContain('Hint 1 of 2');
    expect(stdout).not.toContain('The next one');
    expect(stderr.replaceAll('\n', ' ')).toMatch(
      /so this one comes again\. \S*\.progress cannot be written: part of its path is a file\./,
    );
    expect(status).toBe(0);
  });

  test('gives one more hint at each call, remembers them, and ends with all of them', async () => {
    const workbook = toyWorkbook({ double: [TWO_HINTS] });
    const outputs: string[] = [];
    for (let i = 0; i < 3; i++) outputs.push((await runCli(['hint', 'double', '--workbook', workbook])).stdout);
    expect(outputs.map((text) => text.match(/Hint \d of \d/g))).toEqual([
      ['Hint 1 of 2'],
      ['Hint 2 of 2'],
      ['Hint 1 of 2', 'Hint 2 of 2'],
    ]);
    expect(fs.readdirSync(path.join(workbook, '.progress'))).toEqual(['hints.json']);
  });

  test('passes over what the answer has right: a naive softmax is told of the overflow', async () => {
    const kit = copyOfKit();
    const naive = `export const softmax = (Z: number[][]) => Z.map((row) => {
      const total = row.reduce((sum, z) => sum + Math.exp(z), 0);
      return row.map((z) => Math.exp(z) / total);
    });`;
    fs.writeFileSync(path.join(kit, 'exercises/softmax.ts'), naive);
    const { stdout } = await runCli(['hint', 'exercises/softmax.ts'], kit);
    expect(stdout).toMatch(/^Hint 3 of 5: Math\.exp\(1000\) is Infinity/);
    expect(stdout).toContain('(Hints 1 and 2 are skipped: they are about other mistakes.)\n');
    expect((await runCli(['hint', 'softmax'], kit)).stdout).toMatch(/^Hint 4 of 5: .*\n.*\nThe next one: npm run hint/);
  });

  test('is none while the file cannot be read', async () => {
    const kit = copyOfKit();
    fs.writeFileSync(path.join(kit, 'exercises/softmax.ts'), 'export function softmax(Z) {\n  return (Z;\n}\n');
    const { stdout, status } = await runCli(['hint', 'softmax'], kit);
    expect(stdout).toBe(
      "exercises/softmax.ts:2:12 ')' expected.\nLine 2: This ( is never closed: add the ) that belongs to it.\nFix that first. Then there are hints: npm run hint -- softmax\n",
    );
    expect(status).toBe(0);
  });

  test('has nothing to say to an answer that has all its points', async () => {
    const kit = copyOfKit();
    fs.copyFileSync(path.join(kit, 'solutions/relu.ts'), path.join(kit, 'exercises/relu.ts'));
    const { stdout, status } = await runCli(['hint', 'relu'], kit);
    expect(stdout).toBe('relu has all its points. The model answer is in solutions/relu.ts, to compare.\n');
    expect(status).toBe(0);
  });
});
