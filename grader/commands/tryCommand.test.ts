import { describe, expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { submissionOf } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';

/** Right but for large scores. */
const NAIVE = `export function softmax(Z: number[][]): number[][] {
  console.log('rows:', Z.length);
  return Z.map((row) => {
    const powers = row.map((z) => Math.exp(z));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}
`;

const IN_PLACE = `export function relu(Z: number[][]): number[][] {
  for (const row of Z) row.forEach((z, j) => { row[j] = Math.max(0, z); });
  return Z;
}
`;

const tryOut = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  runCli(['try', ...args, '--submission', submissionOf(files)]);

describe('npm run try', () => {
  test('shows the answer to inputs of one’s own as NumPy prints it, and what was printed', async () => {
    const { status, stdout, stderr } = await tryOut({ 'softmax.ts': NAIVE }, 'Softmax', '[[1, 2, 3]]');
    expect(stdout).toBe(`softmax
Z    [[1 2 3]]
got  [[0.09003057 0.24472847 0.66524096]]
This is right.
softmax printed:
│ rows: 1
`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('without inputs takes the smallest that go wrong, and marks where the answer differs', async () => {
    const { status, stdout } = await tryOut({ 'softmax.ts': NAIVE }, 'softmax');
    expect(stdout).toBe(`softmax on the smallest input that goes wrong
Z         [[1000    0]]
expected  [[  1    0]]
got       [[NaN*   0]]
* differs from what was expected
A[0][0] is NaN, expected 1 (1 of 2 entries differ).
softmax printed:
│ rows: 1
`);
    expect(status).toBe(0);
  });

  test('tells of an answer that is right, and of an argument that is not what it was', async () => {
    const { stdout } = await tryOut({ 'relu.ts': IN_PLACE }, 'relu', '[[-1, 2]]');
    expect(stdout).toContain(
      'got  [[0 2]]\nThe call changed its argument: Z[0][0] is not what it was; make a copy instead.\n',
    );
  });

  test('with --steps tells the value of each line, in the order in which they came', async () => {
    const { stdout } = await tryOut({ 'softmax.ts': NAIVE }, 'softmax', '[[0, 0], [1000, 0]]', '--steps');
    expect(stdout.slice(stdout.indexOf('line by line')).replaceAll(/ +/g, ' ')).toBe(`line by line:
 4 powers [1 1]
 5 total 2
 6 return [0.5 0.5]
 4 powers [Infinity 1]
 5 total Infinity
 6 return [NaN 0]
 3 return [[0.5 0.5]
 [NaN 0. ]]
`);
  });

  test('of an exercise of the chapter prints what the chapter prints, from the learner’s functions', async () => {
    const doubled = 'export const crossEntropy = (A: number[][]) => 2 * A.length;\n';
    const { stdout } = await tryOut(
      { 'softmax.ts': NAIVE, 'crossEntropy.ts': doubled },
      'crossEntropy',
      '--case',
      'exercise-2',
    );
    expect(stdout).toMatch(
      /^forwardMlp on case "exercise-1" .*got A2 {2}\[\[0\.5\d* 0\.4\d*\].*Shape of A1: \(2, 4\)\n/s,
    );
    expect(stdout).toContain('Sums of the rows of A2: [1.0000 1.0000]\n');
    expect(stdout).toMatch(/\ncrossEntropy on case "exercise-2" .*on your own answer of\s+forwardMlp\n/);
    expect(stdout).toMatch(/\nexpected {2}0\.693\d*\ngot {7}4\n/);
  });

  test('goes on without an answer that the next one builds on, and says so', async () => {
    const files = {
      'forwardMlp.ts': "export function forwardMlp() {\n  throw new Error('TODO: write forwardMlp');\n}\n",
    };
    const { status, stdout } = await tryOut(files, 'crossEntropy', '--case', 'exercise-2');
    expect(stdout).toMatch(/^crossEntropy on case "exercise-2" [^[]*expected, as\s+yours cannot be called yet\n/);
    expect(status).toBe(0);
  });

  test.each([
    [
      'throw new Error("TODO: write softmax");',
      /softmax\.ts is not written yet: put your code where it throws its TODO\.\n$/,
    ],
    [
      'throw new Error("TODO: write softmax"); return Z;',
      /softmax\.ts:1:\d+ This throw is left over from the stub\. .*\n$/,
    ],
    [
      'for (;;);',
      /^The call of softmax took longer than 300 ms and was stopped\. Is there a loop that never ends\?\n$/,
    ],
    ['return [[1];', /softmax\.ts:1:\d+ .*\n$/],
  ])('of a function that cannot be tried (%s) says why in one sentence', async (body, sentence) => {
    const softmax = `export function softmax(Z: number[][]) { ${body} }`;
    const { status, stdout, stderr } = await tryOut(
      { 'softmax.ts': softmax },
      'softmax',
      '[[1]]',
      '--time-limit',
      '300',
    );
    expect(stderr).toMatch(sentence);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('takes what a shell has cut at its spaces, and an exercise of a private workbook', async () => {
    const root = toyWorkbook();
    const args = ['try', 'double', '[[1,', '-2]]', '--workbook', root, '--submission', `${root}/solutions`];
    const { status, stdout } = await runCli(args);
    expect(stdout).toBe('double\nZ    [[ 1 -2]]\ngot  [[ 2 -4]]\nThis is right.\n');
    expect(status).toBe(0);
  });
});
