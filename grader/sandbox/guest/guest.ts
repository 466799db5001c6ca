import { writeSync } from 'node:fs';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { bareList } from '../protocol/bare';
import { type Body, cut, describe, finished, newBody, push } from '../protocol/describe';
import { HEAP_MIB, MAX_ITEMS } from '../protocol/limits';
import type { Packed, Recorded, Reply, Request, Thrown } from '../protocol/messages';
import { newRecorder, type Recorder } from '../protocol/recorder';
import { withinTime } from '../protocol/withinTime';
import { END_OF_INPUT, readRequest, send } from './channel';
import { unpackInput } from './inputs';
import { strip } from './intrinsics';
import { type Library, loadLibrary } from './library';
import { registryOf } from './modules';
import { newPrinter } from './printed';
import { seedMathRandom } from './seededRandom';
import { forgetLastMatch, watchIntrinsics } from './sharedObjects';
import { describeThrown } from './thrown';

/**
 * The guest: a process that runs a learner's functions on the inputs it is sent and sends back what they
 * returned. It knows no expected value.
 *
 * It never returns to the event loop: it reads a request, works, writes the reply, and reads again. So no
 * timer, promise or listener of the learner's ever runs, and nobody else can write to the reply channel.
 */

const ERRORS = 2;

/** As the host said: see `Request`. */
let watchdog = 0;
const { keys, defineProperty, create, getOwnPropertyDescriptor } = Object;
const { apply } = Reflect;
const ErrorClass = Error;
const toText = String;
const noNumbers = new Float64Array(0);
const printer = newPrinter();
let restartRandom = () => {};

let answer: ((...inputs: unknown[]) => unknown) | null = null;
/** The functions of ours that calls may hand over, by name. */
let functions: Record<string, unknown> = {};
let library: Library | null = null;
/** Keeps the values that the exercise goes through, when that was asked for. */
let recorder: Recorder | null = null;

/** Ends the process without running anything more of Node's: a learner's code could be called from there. */
const { reallyExit } = process as unknown as { reallyExit(status: number): never };
/** Whether anything of a learner's has run. */
let used = false;

function exportNames(exports: unknown): string[] {
  const names = bareList<string>();
  if ((typeof exports !== 'object' && typeof exports !== 'function') || exports === null) return names;
  const found = keys(exports);
  for (let i = 0; i < found.length && i < MAX_ITEMS; i++) names[i] = cut(found[i]);
  return names;
}

function notLoaded(reason: 'syntax' | 'load' | 'missing-export', thrown: Thrown, exports: readonly string[]): Reply {
  return { type: 'not-loaded', reason, thrown, exports, printed: printer.take() };
}

function load({ modules, entry, name, functions: handedOver }: Extract<Request, { type: 'load' }>): Reply {
  recorder = null;
  for (let i = 0; i < modules.length; i++) if (modules[i].recorder !== undefined) recorder ??= newRecorder();
  const evaluate = registryOf(modules, library, recorder?.record ?? null);
  functions = create(null) as Record<string, unknown>;
  if (handedOver !== null) {
    // It is ours, so it is evaluated before anything of the learner's.
    const ours = evaluate(handedOver);
    if (!ours.done) throw new ErrorClass(`${handedOver}: ${ours.thrown.message}`);
    functions = ours.exports as Record<string, unknown>;
  }
  restartRandom();
  const result = optimized(() => evaluate(entry));
  if (!result.done) return notLoaded(result.reason, result.thrown, bareList());
  const { exports } = result;
  try {
    // Reading the export may run a getter of the learner's, or a Proxy's trap.
    const found = (exports as Record<string, unknown> | null | undefined)?.[name];
    if (typeof found !== 'function') {
      const nothing = { __proto__: null, message: '', isError: false, stack: '' } as Thrown;
      return notLoaded('missing-export', nothing, exportNames(exports));
    }
    answer = found as (...inputs: unknown[]) => unknown;
    recorder?.loaded();
    return { type: 'loaded', printed: printer.take() };
  } catch (error) {
    return notLoaded('load', describeThrown(error), bareList());
  }
}

function answerLoad(request: Extract<Request, { type: 'load' }>): void {
  answer = null;
  let reply: Reply | null = null;
  guarded(() => {
    reply = load(request);
  });
  if (reply !== null) send(reply, noNumbers);
}

/**
 * Runs `work`, the learner's, with V8's optimizing compiler. Our own code runs without: it takes a few milliseconds, in
 * which optimizing earns nothing back, and the compiler would take a quarter of a guest's time over it.
 */
function optimized<T>(work: () => T): T {
  setFlagsFromString('--opt');
  try {
    return work();
  } finally {
    setFlagsFromString('--no-opt');
  }
}

function call(request: Extract<Request, { type: 'call' }>, numbers: Float64Array, body: Body): Reply {
  try {
    const inputs = bareList<unknown>();
    restartRandom();
    recorder?.begin();
    const returned = optimized(() => {
      for (let i = 0; i < request.inputs.length; i++) inputs[i] = unpackInput(request.inputs[i], numbers, functions);
      return apply(answer as () => unknown, undefined, inputs);
    });
    const value = describe(returned, body);
    let after: Packed[] | null = null;
    if (request.withInputs) {
      after = bareList<Packed>();
      for (let i = 0; i < inputs.length; i++) after[i] = describe(inputs[i], body);
    }
    return { type: 'returned', value, inputs: after, printed: printer.take(), recorded: recorded(body) };
  } catch (error) {
    body.length = 0;
    return { type: 'threw', thrown: describeThrown(error), printed: printer.take(), recorded: recorded(body) };
  }
}

/** Adds what was recorded to the reply. */
function recorded(body: Body): Recorded | null {
  if (recorder === null) return null;
  const at = body.length;
  recorder.take((value) => push(body, value));
  return { __proto__: null, at, length: body.length - at, more: recorder.more } as Recorded;
}

function answerCall(request: Extract<Request, { type: 'call' }>, numbers: Float64Array): void {
  const body: Body = newBody();
  let reply: Reply | null = null;
  guarded(() => {
    reply = call(request, numbers, body);
  });
  if (reply !== null) send(reply, finished(body));
}

/**
 * Runs the learner's code. Where no kernel ends the guest with its host, a thread of Node's ends a call that goes
 * on long after the host would have ended it: then there is no host any more.
 */
function guarded(work: () => void): void {
  if (watchdog === 0) {
    work();
    return;
  }
  try {
    withinTime(watchdog, work);
  } catch {
    throw END_OF_INPUT;
  }
}

/** Bytes in use above which the next exercise gets a guest that has all its memory before it. */
const MUCH_MEMORY = (HEAP_MIB / 2) * 1024 ** 2;

/** Answers requests until there are no more. */
export function serve(): void {
  defineProperty(ErrorClass, 'stackTraceLimit', { value: 30, writable: true, configurable: true, enumerable: true });
  try {
    answerAll();
  } catch (error) {
    if (error === END_OF_INPUT) reallyExit(0);
    if (!used) throw error;
    // Not by Node, which makes streams for that: a learner's code could take part in it.
    try {
      writeSync(ERRORS, toText(getOwnPropertyDescriptor(error as object, 'message')?.value));
    } finally {
      reallyExit(1);
    }
  }
}

function answerAll(): void {
  setFlagsFromString('--no-opt');
  strip(printer.console);
  restartRandom = seedMathRandom();
  const watch = watchIntrinsics();
  // Only what a learner wrote leaves traces.
  function tainted(): boolean {
    if (!used) return false;
    const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
    return heap + buffers > MUCH_MEMORY || library?.used() === true || watch.changed();
  }
  for (;;) {
    const { request, body } = readRequest();
    if (request.type === 'load') {
      used = true;
      answerLoad(request);
    } else if (request.type === 'call') answerCall(request, body);
    else if (tainted()) send({ type: 'tainted' }, noNumbers);
    else {
      watchdog = request.watchdog;
      forgetLastMatch();
      if (request.mathjs) library ??= loadLibrary(request.source, watch);
      send({ type: 'prepared' }, noNumbers);
    }
  }
}
