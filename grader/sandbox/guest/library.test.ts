import { expect, test } from 'vitest';
import { Submission } from '../../submission/submission';
import { submissionOf } from '../../test/support/temporarySubmissions';
import { Sandbox } from '../host/sandbox';
import { Session } from '../host/session';

/** What `f` of a submission returns, and whether its guest may go on to another exercise. */
async function run(source: string): Promise<{ printed: string; kept: boolean }> {
  const sandbox = new Sandbox(5000);
  try {
    const program = new Submission(submissionOf({ 'f.ts': source })).program('f');
    if ('kind' in program) throw new Error(program.message);
    const session = await sandbox.open(program, 'f', () => null);
    if (!(session instanceof Session)) throw new Error(session.kind);
    const guest = await sandbox.ready(true);
    await session.call({ inputs: [] });
    return { printed: session.takePrinted(), kept: (await sandbox.ready(true)) === guest };
  } finally {
    sandbox.discard();
  }
}

const f = (body: string) => `import * as math from 'mathjs';\nexport function f() {\n${body}\nreturn 0;\n}\n`;

test.each([
  ['math.multiply([[1, 2]], [[3], [4]])', '[[11]]'],
  ['math.map([1, 2], (x) => math.exp(x - x))', '[1,1]'],
  ['math.add(math.matrix([[1, 2]]), [[3], [4]]).toArray()', '[[4,5],[5,6]]'],
  ['math.sum([[1, 2], [3, 4]], 0)', '[4,6]'],
  ['math.row([[1, 2], [3, 4]], 1)', '[[3,4]]'],
  ['math.inv([[2, 0], [0, 4]])', '[[0.5,0],[0,0.25]]'],
  ['math.multiply(math.sparse([[1, 0], [0, 2]]), [[1], [3]]).toArray()', '[[1],[6]]'],
  ['String(math.multiply(math.complex(1, 2), math.complex(3, 4)))', '"-5 + 10i"'],
  ['String(math.divide(math.bignumber(1), math.bignumber(8)))', '"0.125"'],
  ['math.number(math.add(math.fraction(1, 4), math.fraction(1, 4)))', '0.5'],
  ['math.evaluate("1 + 2")', '3'],
])('frozen, mathjs works all the same: %s', async (expression, result) => {
  const { printed } = await run(f(`console.log(JSON.stringify(${expression}));`));
  expect(printed.trim()).toBe(result);
});

test.each([
  ['uses its functions', 'math.add(math.std([1, 2, 3]), math.max(1, 2));', true],
  ['cannot change a function', 'try { Object.assign(math.max, { signatures: {} }); } catch {}', true],
  ['changes a class', 'math.matrix([1]).constructor.prototype.toArray = () => [7];', false],
  ['reaches for what may change it', 'math.config({});', false],
])('an exercise that %s', async (_, body, kept) => {
  expect((await run(f(body))).kept).toBe(kept);
});
