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
