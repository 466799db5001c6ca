import { expect, test } from 'vitest';
import { Sandbox } from './sandbox';
import { Session } from './session';

/** A session on a file whose third call in one guest never returns. */
async function open(sandbox: Sandbox): Promise<Session> {
  const code =
    'let calls = 0; exports.f = (n) => { calls += 1; while (calls === 3); console.log("at " + n); return n; };';
  const modules = [{ id: 'f.js', code, imports: {} }];
  const session = await sandbox.open({ entry: 'f.js', modules, usesMathjs: false, functions: null }, 'f', () => null);
  if (!(session instanceof Session)) throw new Error('not loaded');
  return session;
}

test('calls that went down with a guest are made in the next one, each once, and each with what it printed', async () => {
  const sandbox = new Sandbox(1000);
  try {
    const session = await open(sandbox);
    const calls = [0, 1, 2, 3].map((n) => ({ inputs: [n] }));
    const seen: unknown[] = [];
    for (const [i, call] of calls.entries())
      seen.push([await session.call(call, calls.slice(i + 1)), session.takePrinted()]);
    expect(seen).toEqual(
      [0, 1, 2, 3].map((n) => [
        { kind: 'returned', answer: { kind: 'number', value: n }, inputs: null },
        expect.stringMatching(new RegExp(`^at ${n}\\s*$`)),
      ]),
    );
  } finally {
    sandbox.discard();
  }
});

test('what was sent ahead is lost with the call that never returns, and nothing is made up for it', async () => {
  const sandbox = new Sandbox(1000);
  try {
    const session = await open(sandbox);
    const calls = [0, 1, 2, 3, 4, 5].map((n) => ({ inputs: [n] }));
    const kinds: string[] = [];
    for (const [i, call] of calls.entries()) kinds.push((await session.call(call, calls.slice(i + 1))).kind);
    // The second chance was used up by call 2.
    expect(kinds).toEqual(['returned', 'returned', 'returned', 'returned', 'lost', 'lost']);
  } finally {
    sandbox.discard();
  }
});

/** How many guests there have been after each of these exercises: with a module of ours in them, or without. */
async function guestsAfter(runs: readonly { readonly ours: boolean; readonly forMarks: boolean }[]): Promise<number[]> {
  let guests = 0;
  const admission = async () => {
    guests += 1;
  };
  const sandbox = new Sandbox(1000, { admission });
  const own = { id: 'f.js', code: 'exports.f = () => 1;', imports: {} };
  const ours = { id: 'ours.js', code: 'exports.g = () => 2;', imports: {}, sealed: true };
  const after: number[] = [];
  try {
    for (const run of runs) {
      const modules = run.ours ? [own, ours] : [own];
      const program = { entry: 'f.js', modules, usesMathjs: false, functions: null };
      await sandbox.open(program, 'f', () => null, { timeLimit: 1000, forMarks: run.forMarks });
      after.push(guests);
    }
  } finally {
    sandbox.discard();
  }
  return after;
}

test('where marks depend on it, code of ours has its guest to itself', async () => {
  const runs = [false, false, true, true, false, false].map((ours) => ({ ours, forMarks: true }));
  expect(await guestsAfter(runs)).toEqual([1, 1, 2, 3, 4, 4]);
});

test('what is run again once marks are final shares a guest, which no mark depends on afterwards', async () => {
  const again = [true, false, true].map((ours) => ({ ours, forMarks: false }));
  const runs = [{ ours: true, forMarks: true }, ...again, { ours: false, forMarks: true }];
  expect(await guestsAfter(runs)).toEqual([1, 1, 1, 1, 2]);
});
