import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Guest, guestStdio } from './guestProcess';
import { isolationLevels } from './isolation';
import { launch } from './launch';
import { GUEST, scriptOf, snapshotOf } from './snapshot';

/** Whatever of it runs when the guest ends is heard of. */
const CODE = `exports.answer = () => {
  Promise.resolve().then(() => { throw new Error('a promise'); });
  Function.prototype.call = function (...inputs) { throw new Error('a replaced method'); };
  Error.prepareStackTrace = () => 'a stack';
  return 1;
};`;

const NONE = new Float64Array(0);

/** How a guest ends that has called `CODE`, and is then sent `last` before there are no more requests. */
async function ending(snapshot: boolean, last: Uint8Array): Promise<{ status: number | null; said: string }> {
  const [bare] = isolationLevels(process.platform).slice(-1);
  const code = (snapshot ? snapshotOf(GUEST) : null) ?? scriptOf(GUEST);
  const child = await launch(code, bare, guestStdio(null));
  const said = text(child.stderr as NodeJS.ReadableStream);
  const guest = new Guest(child, { watchdog: 0, mathjsSource: null });
  await guest.start(false);
  const modules = [{ id: 'a.js', code: CODE, imports: {} }];
  await guest.ask({ type: 'load', modules, entry: 'a.js', name: 'answer', functions: null }, NONE, 5000);
  await guest.ask({ type: 'call', inputs: [], withInputs: false, shared: null }, NONE, 5000);
  const status = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stdin?.end(last);
  return { status: await status, said: await said };
}

describe.each([true, false])('nothing of a learner’s runs when a guest ends, from a snapshot: %s', (snapshot) => {
  test('as there are no more requests', async () => {
    expect(await ending(snapshot, new Uint8Array(0))).toEqual({ status: 0, said: '' });
  });

  test('by an error of its own', async () => {
    const { status, said } = await ending(snapshot, new Uint8Array(8));
    expect(status).toBe(1);
    expect(said).toMatch(/^Unexpected end of JSON input$/);
  });
});
