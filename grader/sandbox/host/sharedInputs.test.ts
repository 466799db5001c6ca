import fs from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { Machine } from './machine';
import { Sandbox } from './sandbox';
import { Session } from './session';
import { SharedInputs } from './sharedInputs';

/** A matrix with entries that only their own place has. */
const matrix = (rows: number, from: number) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: 200 }, (_, j) => from + i + j / 1000));

const FIRST = [matrix(20, 1), matrix(30, 100)];
const SECOND = [matrix(10, 1000)];
const SMALL = [matrix(1, 5)];
const NOT_SHARED = [matrix(20, 7)];

const machine = new Machine();
const sandbox = new Sandbox(5000, { machine });
afterAll(() => sandbox.discard());

const corners = (inputs: readonly (readonly (readonly number[])[])[]) =>
  inputs.flatMap((rows) => [rows[0][0], rows[rows.length - 1][199]]);

test('a call gets the inputs that it was made with, whether guests share them or not', async () => {
  machine.shareInputs([FIRST, SECOND, SMALL]);
  const code =
    'exports.f = (...all) => { for (const Z of all) Z[0][1] = 0; return all.flatMap((Z) => [Z[0][0], Z.at(-1)[199]]); };';
  const program = { entry: 'f.js', modules: [{ id: 'f.js', code, imports: {} }], usesMathjs: false, functions: null };
  const session = await sandbox.open(program, 'f', () => null);
  if (!(session instanceof Session)) throw new Error('not loaded');
  const calls = [SECOND, FIRST, SMALL, NOT_SHARED, FIRST].map((inputs) => ({ inputs, withInputs: true }));
  const answers: unknown[] = [];
  for (const [i, call] of calls.entries()) {
    const outcome = await session.call(call, calls.slice(i + 1));
    if (outcome.kind !== 'returned') throw new Error(outcome.kind);
    answers.push(outcome.answer);
    // What one call wrote into its inputs, it wrote into its own.
    expect(outcome.inputs).toEqual(
      call.inputs.map(([row, ...rows]) => ({ kind: 'matrix', value: [[row[0], 0, ...row.slice(2)], ...rows] })),
    );
  }
  expect(answers).toEqual(calls.map(({ inputs }) => ({ kind: 'vector', value: corners(inputs) })));
});

test('shared inputs lie in a file without a name, which nobody opens and which does not stay behind', () => {
  const shared = SharedInputs.of([FIRST]);
  if (process.platform === 'win32') expect(shared).toBeNull();
  else expect(shared && fs.fstatSync(shared.descriptor).nlink).toBe(0);
});

test('small inputs are not worth a file', () => {
  expect(SharedInputs.of([SMALL])).toBeNull();
});
