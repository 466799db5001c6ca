import { Sandbox } from '../host/sandbox';
import { Session } from '../host/session';
import { isolationFindings } from './escaped';
import type { PromiseReport } from './promiseReport';

/**
 * The promises of docs/security.md, each tried for real on this machine.
 *
 * Some are tried as a learner's code would: a small hostile program goes through the real sandbox. The others are
 * tried as code would that has already escaped from there: a script with all of Node at hand, in the same isolation.
 */

const TIME_LIMIT = 1000;

/** What calling `answer`, once loaded, came to, in a few words. */
async function run(body: string): Promise<string> {
  const sandbox = new Sandbox(TIME_LIMIT);
  try {
    const code = `exports.answer = function () { 'use strict'; ${body} };`;
    const modules = [{ id: 'answer.js', code, imports: {} }];
    const program = { entry: 'answer.js', modules, usesMathjs: false, functions: null };
    const session = await sandbox.open(program, 'answer', () => null);
    if (!(session instanceof Session)) return session.kind === 'lost' ? session.reason : session.kind;
    const outcome = await session.call({ inputs: [] });
    if (outcome.kind === 'threw') return outcome.message;
    if (outcome.kind === 'lost') return outcome.reason;
    const { answer } = outcome;
    if (answer.kind !== 'other') return answer.kind;
    return 'text' in answer ? `${answer.what} ${answer.text}` : answer.what;
  } finally {
    sandbox.discard();
  }
}

/** Ways from a learner's code to the rest of Node; each must end in an error. */
const ESCAPES = [
  'return process.version',
  'return typeof Buffer + typeof setTimeout + typeof fetch + typeof WebAssembly',
  'return Function("return process")().version',
  'return (async () => {}).constructor("return process")().version',
  'return (0, eval)("process").version',
  'return console.log.constructor("return process")().version',
];

async function escapes(): Promise<Omit<PromiseReport, 'expected'>> {
  const outcomes: string[] = [];
  for (const body of ESCAPES) outcomes.push(await run(body));
  const escaped = outcomes.filter(
    (text) => !/is not defined|Code generation from strings disallowed|^string (?:undefined)+$/.test(text),
  );
  return {
    promise: 'Code of an exercise finds the language, console and mathjs, and nothing else.',
    held: escaped.length === 0,
    detail:
      escaped.length === 0 ? `${outcomes.length} ways out were tried, none is open` : `open: ${escaped.join(', ')}`,
  };
}

async function ends(promise: string, body: string, expected: RegExp): Promise<Omit<PromiseReport, 'expected'>> {
  const start = performance.now();
  const outcome = await run(body);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { promise, held: expected.test(outcome), detail: `came to "${outcome}" after ${seconds} s` };
}

/** Tries every promise, one after the other. */
export async function tryPromises(): Promise<readonly PromiseReport[]> {
  const everywhere = [
    await ends('An endless loop ends at its time limit.', 'for (;;);', /^timeout$/),
    await ends(
      'A heap that grows without end costs its own exercise alone.',
      'const kept = []; for (;;) kept.push(new Array(1e5).fill(0.5));',
      /^(?:memory|timeout)$/,
    ),
    await ends('An answer of any size is described within bounds.', 'return new Array(2 ** 32 - 1);', /^too-large$/),
    await ends(
      'What a function returns is the only thing that it can send.',
      'const forged = { type: "returned", value: 1 }; forged.toString = () => "a forged reply"; throw forged;',
      /^(?:threw )?a forged reply \(thrown without an Error/,
    ),
    await escapes(),
  ];
  return [...everywhere.map((report) => ({ ...report, expected: true })), ...(await isolationFindings())];
}
