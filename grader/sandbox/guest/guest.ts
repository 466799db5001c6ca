import { readSync, writeSync } from 'node:fs';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { compileFunction } from 'node:vm';
import { bareList, lengthOf } from '../protocol/bare';
import { type Body, cut, describe, finished, newBody, push } from '../protocol/describe';
import { frameParts, PREFIX_BYTES, readPrefix } from '../protocol/frame';
import { HEAP_MIB, MAX_ITEMS } from '../protocol/limits';
import type { Module, Packed, PackedInput, Recorded, Reply, Request, Thrown } from '../protocol/messages';
import { newRecorder, type Recorder } from '../protocol/recorder';
import { withinTime } from '../protocol/withinTime';
import { asJudged } from './asJudged';
import { strip } from './intrinsics';
import { type Library, loadLibrary } from './library';
import { newPrinter } from './printed';
import { seedMathRandom } from './seededRandom';
import { forgetLastMatch, watchIntrinsics } from './sharedObjects';

/**
 * The guest: a process that runs a learner's functions on the inputs it is sent and sends back what they
 * returned. It knows no expected value.
 *
 * It never returns to the event loop: it reads a request, works, writes the reply, and reads again. So no
 * timer, promise or listener of the learner's ever runs, and nobody else can write to the reply channel.
 *
 * Requests come on standard input, replies go to file descriptor 3. Inputs may lie in a file, open on descriptor 4.
 */

const REQUESTS = 0;
const REPLIES = 3;
const SHARED_INPUTS = 4;
const ERRORS = 2;

/** As the host said: see `Request`. */
let watchdog = 0;
const { parse, stringify } = JSON;
const { keys, defineProperty, create, getOwnPropertyDescriptor, hasOwn } = Object;
const { apply } = Reflect;
const ErrorClass = Error;
const Bytes = Uint8Array;
const Numbers = Float64Array;
const Buffers = ArrayBuffer;
const ArrayClass = Array;
const toText = String;
const functionBind = Function.prototype.call.bind(Function.prototype.bind);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const noNumbers = new Float64Array(0);
const printer = newPrinter();
let restartRandom = () => {};

let answer: ((...inputs: unknown[]) => unknown) | null = null;
/** The functions of ours that calls may hand over, by name. */
let functions: Record<string, unknown> = {};
let library: Library | null = null;
/** Keeps the values that the exercise goes through, when that was asked for. */
let recorder: Recorder | null = null;

/** Thrown when there are no more requests, or no host. */
const END_OF_INPUT = {};
/** Ends the process without running anything more of Node's: a learner's code could be called from there. */
const { reallyExit } = process as unknown as { reallyExit(status: number): never };
/** Whether anything of a learner's has run. */
let used = false;

/**
 * Bytes whose size is their own: Node asks for it while it reads and writes, and would run a learner's code where it found
 * that on their prototype.
 */
function ownBytes(bytes: Uint8Array, count: number): Uint8Array {
  defineProperty(bytes, 'length', { __proto__: null, value: count } as PropertyDescriptor);
  return defineProperty(bytes, 'byteLength', { __proto__: null, value: count } as PropertyDescriptor);
}

/** The next `count` bytes from the host; or, of a file, those from `position` on. */
function readBytes(buffer: ArrayBuffer, count: number, file = REQUESTS, position: number | null = null): Uint8Array {
  const bytes = ownBytes(new Bytes(buffer), count);
  let done = 0;
  while (done < count) {
    let got: number;
    try {
      got = readSync(file, bytes, done, count - done, position === null ? null : position + done);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EAGAIN') continue;
      throw END_OF_INPUT;
    }
    if (got === 0) throw END_OF_INPUT;
    done += got;
  }
  return bytes;
}

function writeBytes(bytes: Uint8Array): void {
  const count = lengthOf(bytes);
  ownBytes(bytes, count);
  let done = 0;
  while (done < count) {
    try {
      done += writeSync(REPLIES, bytes, done, count - done, null);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}

function readRequest(): { request: Request; body: Float64Array } {
  const { headBytes, bodyNumbers } = readPrefix(readBytes(new Buffers(PREFIX_BYTES), PREFIX_BYTES));
  const request = parse(decode(readBytes(new Buffers(headBytes), headBytes))) as Request;
  const shared = request.type === 'call' ? request.shared : null;
  const size = (shared === null ? bodyNumbers : shared.length) * 8;
  const buffer = new Buffers(size);
  if (shared === null) readBytes(buffer, size);
  else readBytes(buffer, size, SHARED_INPUTS, shared.at);
  return { request, body: new Numbers(buffer) };
}

function send(reply: Reply, body: Float64Array): void {
  // Without a prototype, no replaced `Object.prototype.toJSON` has a say.
  const bare = create(null) as Record<string, unknown>;
  const names = keys(reply);
  for (let i = 0; i < names.length; i++) bare[names[i]] = (reply as unknown as Record<string, unknown>)[names[i]];
  const parts = frameParts(encode(stringify(bare)), body);
  for (let i = 0; i < parts.length; i++) writeBytes(parts[i]);
}

/** A function of its own, and short: V8 has it optimized before the first large matrix is through. */
function unpackVector(body: Float64Array, at: number, length: number): number[] {
  const vector = new ArrayClass<number>(length);
  for (let i = 0; i < length; i++) vector[i] = body[at + i];
  return vector;
}

/** Inputs as plain arrays of their own for each call, so that nothing a call changes reaches the next. */
function unpack(packed: Packed, body: Float64Array): unknown {
  switch (packed.kind) {
    case 'number':
      return body[packed.at];
    case 'vector':
      return unpackVector(body, packed.at, packed.length);
    case 'matrix': {
      const rows = new ArrayClass<number[]>(packed.rows);
      for (let i = 0; i < packed.rows; i++)
        rows[i] = unpackVector(body, packed.at + i * packed.columns, packed.columns);
      return rows;
    }
    case 'record': {
      const record: Record<string, unknown> = {};
      for (let i = 0; i < packed.names.length; i++) record[packed.names[i]] = unpack(packed.items[i], body);
      return record;
    }
    default:
      return undefined;
  }
}

/** An argument of a call; a function is one of `functions`, or what one of them makes. */
function unpackInput(packed: PackedInput, body: Float64Array): unknown {
  if (packed.kind !== 'function') return unpack(packed, body);
  const found = functions[packed.name];
  return packed.of === null ? found : apply(found as () => unknown, undefined, packed.of);
}

/** What was thrown, read with care: `message` and `stack` may be getters that throw. */
function describeThrown(error: unknown): Thrown {
  let message: string | null = null;
  let stack = '';
  let isError = false;
  try {
    isError = error instanceof ErrorClass;
    if (isError) {
      const read = error as Error;
      message = cut(toText(read.message));
      if (read.name !== 'Error') message = cut(`${toText(read.name)}: ${message}`);
      stack = cut(toText(read.stack));
    } else message = cut(toText(error));
  } catch {
    // Keep what could be read.
  }
  return { __proto__: null, message, isError, stack } as Thrown;
}

type Compiled = (
  exports: object,
  require: (specifier: string) => unknown,
  module: { exports: unknown },
  record?: Recorder['record'],
) => void;

/** What evaluating modules came to; told apart by `done`, as a learner may give every object a `reason`. */
type Loaded =
  | { readonly done: true; readonly exports: unknown }
  | { readonly done: false; readonly reason: 'syntax' | 'load'; readonly thrown: Thrown };

/** The modules of an exercise, each evaluated when it is first asked for. */
function registryOf(modules: readonly Module[]): (id: string) => Loaded {
  const registry = create(null) as Record<string, { exports: unknown }>;
  const sources = create(null) as Record<string, Module>;
  for (let i = 0; i < modules.length; i++) sources[modules[i].id] = modules[i];
  // The error of a file that does not compile, to tell it from one that the learner's code threw.
  let notCompiled: unknown = null;

  function compile({ id, code, recorder: name }: Module): Compiled {
    const parameters = name === undefined ? ['exports', 'require', 'module'] : ['exports', 'require', 'module', name];
    try {
      return compileFunction(code, parameters, { filename: id }) as Compiled;
    } catch (error) {
      notCompiled = error;
      throw error;
    }
  }

  function evaluate(id: string): unknown {
    if (id === 'mathjs') return library?.exports;
    if (id in registry) return registry[id].exports;
    const source = sources[id];
    const module: { exports: unknown } = { exports: {} };
    registry[id] = module;
    const imports = source.imports;
    const run = compile(source);
    const own = module.exports as object;
    const require = (specifier: string) => {
      const target = hasOwn(imports, specifier) ? imports[specifier] : undefined;
      if (target === undefined) throw new ErrorClass(`'${specifier}' cannot be imported here`);
      return evaluate(target);
    };
    // A file that is not recorded sees nothing of this.
    if (recorder === null || source.recorder === undefined) run(own, require, module);
    else run(own, require, module, recorder.record);
    if (source.judged !== undefined) module.exports = asJudged(module.exports, source.judged);
    if (source.sealed) module.exports = sealed(module.exports as Record<string, unknown>);
    return module.exports;
  }

  return (id) => {
    try {
      return { done: true, exports: evaluate(id) };
    } catch (error) {
      const reason = error !== null && error === notCompiled ? 'syntax' : 'load';
      return { done: false, reason, thrown: describeThrown(error) };
    }
  };
}

/** The same functions, without a way to read their source. */
function sealed(exports: Record<string, unknown>): Record<string, unknown> {
  const bare = create(null) as Record<string, unknown>;
  const names = keys(exports);
  for (let i = 0; i < names.length; i++) {
    const value = exports[names[i]];
    bare[names[i]] = typeof value === 'function' ? functionBind(value, undefined) : value;
  }
  return bare;
}

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
  const evaluate = registryOf(modules);
  recorder = null;
  for (let i = 0; i < modules.length; i++) if (modules[i].recorder !== undefined) recorder ??= newRecorder();
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
      for (let i = 0; i < request.inputs.length; i++) inputs[i] = unpackInput(request.inputs[i], numbers);
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
