import { beforeAll, expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { findExercise, selectExercises } from './select';
import { loadWorkbook, type Workbook } from './workbook';

let workbook: Workbook;
beforeAll(async () => {
  workbook = await loadWorkbook();
});

test.each([
  'softmax',
  'softmax.ts',
  'exercises/softmax.ts',
  './exercises/softmax.ts',
  'exercises\\softmax.ts',
  'Softmax',
  'SOFTMAX.TS',
])('%s means softmax', (typed) => {
  expect(findExercise(workbook.exercises, typed).name).toBe('softmax');
});

test.each([
  ['softmx', 'There is no exercise "softmx". Did you mean softmax?'],
  ['forwardMLB', 'There is no exercise "forwardMLB". Did you mean forwardMlp?'],
  ['exercises/rleu.ts', 'There is no exercise "exercises/rleu.ts". Did you mean relu?'],
])('%s is answered with the one that was meant', (typed, message) => {
  expect(() => findExercise(workbook.exercises, typed)).toThrow(message);
});

test('a name that is like none is answered with all of them', () => {
  expect(() => findExercise(workbook.exercises, 'backpropagation')).toThrow(
    /"backpropagation"\. Exercises: relu, softmax, /,
  );
});

test('an exercise of another chapter is told apart from none', () => {
  expect(() => selectExercises(workbook, ['softmax'], 'toolkit')).toThrow('softmax is not in chapter toolkit.');
});

test.each(['grade', 'report', 'hint', 'try', 'reset', 'verify', 'numpy'])(
  '%s answers a slip with what was meant',
  async (command) => {
    const { stderr, status } = await runCli([command, 'softmx']);
    expect(stderr).toBe('There is no exercise "softmx". Did you mean softmax?\n');
    expect(status).toBe(2);
  },
);
