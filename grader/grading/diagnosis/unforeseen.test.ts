import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Exercise } from '../../authoring/exercise';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { readNamedAnswers, writeNamedAnswer } from '../../workbook/namedAnswers';
import { loadFunctions, loadMisconceptions, loadWorkbook } from '../../workbook/workbook';
import { behaviourOf } from './behaviour';
import { outcomeOf } from './inProcess';
import { type AskAnew, diagnoseNamed } from './named';
import { namedProblems } from './namedProblems';
import { isNaNThroughout, recordedOutcome, sameBehaviour } from './recordedAnswers';

/** Asks a function of our own. */
const asking =
  (answer: (...inputs: never[]) => unknown): AskAnew =>
  (use) =>
    use(async (inputs) => outcomeOf(answer, inputs, false));

async function exerciseCalled(name: string): Promise<Exercise> {
  const { exercises } = await loadWorkbook();
  return exercises.find((exercise) => exercise.name === name) as Exercise;
}

test('what any misconception comes to, of exercises that take functions, too, may get no other question', async () => {
  const workbook = await loadWorkbook();
  for (const exercise of workbook.exercises) {
    const misconceptions = Object.entries(await loadMisconceptions(workbook, exercise.name));
    let told = 0;
    for (const [misconception, { answer }] of misconceptions) {
      const answers = await behaviourOf(exercise, asking(answer));
      if (answers === null) continue;
      told += 1;
      const named = { name: 'x', question: 'Why?', answers: [...answers] };
      const [problem] = await namedProblems(workbook, exercise, [named]);
      expect(problem, misconception).toContain('named.json: "x" is what the misconception "');
    }
    expect(told).toBeGreaterThan(misconceptions.length / 2);
  }
});

test('an answer to an exercise that takes functions is kept in a file, and known again', async () => {
  const exercise = await exerciseCalled('numericalGradient');
  const wrong = () => ({ W: [[1]], b: [[2]] });
  const answers = await behaviourOf(exercise, asking(wrong));
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, 'fixtures/numericalGradient'), { recursive: true });
  await writeNamedAnswer(root, exercise.name, { name: 'x', question: 'Why?', answers: [...(answers ?? [])] });
  const named = readNamedAnswers(root, exercise.name);
  expect(JSON.stringify(named[0].answers[0].inputs)).toMatch(/\{"function":"\w+","of":null\}/);
  const functions = await loadFunctions(await loadWorkbook());
  expect(await diagnoseNamed(named, functions, asking(wrong))).toMatchObject({ question: 'Why?' });
  const other = () => ({ W: [[1]], b: [[2.001]] });
  expect(await diagnoseNamed(named, functions, asking(other))).toBeNull();
});

test('what is right, or NaN throughout, tells nothing', async () => {
  const exercise = await exerciseCalled('softmax');
  expect(await behaviourOf(exercise, asking(exercise.reference))).toBeNull();
  const rows = (first: number) =>
    asking((Z: number[][]) => Z.map((row) => row.map((_, j) => (j === 0 ? first : Number.NaN))));
  expect(isNaNThroughout((await behaviourOf(exercise, rows(Number.NaN))) ?? [])).toBe(true);
  expect(isNaNThroughout((await behaviourOf(exercise, rows(1))) ?? [])).toBe(false);
});

test('the same in single precision is the same behaviour, and the same to four digits is not', async () => {
  const exercise = await exerciseCalled('sigmoid');
  const doubled = (Z: number[][]) => Z.map((row) => row.map((z) => 2 / (1 + Math.exp(-z))));
  const [exact, single, other] = await Promise.all(
    [(x: number) => x, Math.fround, (x: number) => x * 1.0001].map((rounded) =>
      behaviourOf(
        exercise,
        asking((Z: number[][]) => doubled(Z).map((row) => row.map(rounded))),
      ),
    ),
  );
  expect(sameBehaviour(exact ?? [], single ?? [])).toBe(true);
  expect(sameBehaviour(exact ?? [], other ?? [])).toBe(false);
});

test.each([
  ['TypeError: Z.map(...).sum is not a function', 'TypeError: ….sum is not a function'],
  ['ReferenceError: zeros is not defined', 'ReferenceError: zeros is not defined'],
  ['TypeError: row is not iterable', 'TypeError: … is not iterable'],
  [
    "TypeError: Cannot read properties of null (reading '3')",
    "TypeError: Cannot read properties of null (reading '…')",
  ],
  ['RangeError: Dimension mismatch (2 != 1e-7)', 'RangeError: Dimension mismatch (… != …)'],
])('of "%s" the kind is kept', (message, kind) => {
  expect(recordedOutcome({ kind: 'threw', message, place: null })).toEqual({ got: null, threw: kind });
});
