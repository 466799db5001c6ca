import { readFileSync, readSync, writeSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { type Body, bareList, cut, describe, finished, newBody } from './describe';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from './frame';
import { strip, watchIntrinsics } from './intrinsics';
import { MAX_ITEMS } from './limits';
import type { Module, Packed, Reply, Request, Thrown } from './messages';
import { newPrinter } from './printed';

/**
 * The guest: a process that runs a learner's functions on the inputs it is sent and sends back what they
 * returned. It knows no expected value.
 *
 * It never returns to the event loop: it reads a request, works, writes the reply, and reads again. So no
 * timer, promise or listener of the learner's ever runs, and nobody else can write to the reply channel.
 *
 * Requests come on standard input, replies go to file descriptor 3.
 */

const REQUESTS = 0;
const REPLIES = 3;

const mathjsFile = process.argv[1];
const { parse, stringify } = JSON;
const { keys, defineProperty, freeze, create } = Object;
const { apply } = Reflect;
const ErrorClass = Error;
const toText = String;
const functionBind = Function.prototype.call.bind(Function.prototype.bind);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = encoder.encode.bind(encoder);
const decode = decoder.decode.bind(decoder);
const utf8 = Buffer.from.bind(Buffer) as (bytes: Uint8Array) => Buffer;
const printer = newPrinter();

let mathjs: unknown = null;
let answer: ((...inputs: unknown[]) => unknown) | null = null;
let soiled: () => boolean = () => false;

class EndOfInput extends Error {}

function readBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let done = 0;
  while (done < count) {
    let got: number;
    try {
      got = readSync(REQUESTS, bytes, done, count - done, null);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EAGAIN') continue;
      throw new EndOfInput();
    }
    if (got === 0) throw new EndOfInput();
    done += got;
  }
  return bytes;
}

function writeBytes(bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(REPLIES, bytes, done, bytes.length - done, null);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}

function readRequest(): { request: Request; body: Float64Array } {
  const { headBytes, bodyNumbers } = readPrefix(readBytes(PREFIX_BYTES));
  const head = decode(utf8(readBytes(headBytes)));
  return {
    request: parse(head) as Request,
    body: readBody(readBytes(bodyNumbers * 8)),
  };
}

function send(reply: Reply, body: Float64Array): void {
  // Without a prototype, no replaced `Object.prototype.toJSON` has a say.
  const bare = create(null) as Record<string, unknown>;
  const names = keys(reply);
  for (let i = 0; i < names.length; i++) bare[names[i]] = (reply as unknown as Record<string, unknown>)[names[i]];
  const parts = frameParts(encode(stringify(bare)), body);
  for (let i = 0; i < 3; i++) writeBytes(parts[i]);
}

/** Inputs as plain arrays of their own for each call, so that nothing a call changes reaches the next. */
function unpack(packed: Packed, body: Float64Array): unknown {
  switch (packed.kind) {
    case 'number':
      return body[packed.at];
    case 'vector': {
      const vector: number[] = [];
      for (let i = 0; i < packed.length; i++) vector[i] = body[packed.at + i];
      return vector;
    }
    case 'matrix': {
      const rows: number[][] = [];
      for (let i = 0; i < packed.rows; i++) {
        const row: number[] = [];
        const start = packed.at + i * packed.columns;
        for (let j = 0; j < packed.columns; j++) row[j] = body[start + j];
        rows[i] = row;
      }
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

/** What was thrown, read with care: `message` and `stack` may be getters that throw. */
function describeThrown(error: unknown): Thrown {
  let message = 'something that cannot be shown';
  let stack = '';
  try {
    if (error instanceof ErrorClass) {
      message = cut(toText(error.message));
      if (error.name !== 'Error') message = cut(`${toText(error.name)}: ${message}`);
      stack = cut(toText(error.stack));
    } else {
      message = cut(`${toText(error)} (thrown without an Error around it)`);
    }
  } catch {
    // Keep what could be read.
  }
  return { __proto__: null, message, stack } as Thrown;
}

class NotLoaded extends Error {
  constructor(
    readonly reason: 'syntax' | 'load' | 'missing-export',
    readonly thrown: Thrown,
    readonly found: readonly string[] = [],
  ) {
    super();
  }
}

function loadMathjs(): unknown {
  if (mathjs === null) {
    const module = { exports: {} };
    const run = compileFunction(readFileSync(mathjsFile, 'utf8'), ['module', 'exports'], { filename: 'mathjs' });
    run.call(module.exports, module, module.exports);
    mathjs = freeze(module.exports);
  }
  return mathjs;
}

type Compiled = (exports: object, require: (specifier: string) => unknown, module: { exports: unknown }) => void;

function compile({ id, code }: Module): Compiled {
  try {
    return compileFunction(code, ['exports', 'require', 'module'], {
      filename: id,
    }) as Compiled;
  } catch (error) {
    throw new NotLoaded('syntax', describeThrown(error));
  }
}

/** Evaluates `entry` in a fresh registry and returns its function `name`. */
function load(modules: readonly Module[], entry: string, name: string): (...inputs: unknown[]) => unknown {
  const registry = create(null) as Record<string, { exports: unknown }>;
  const sources = create(null) as Record<string, Module>;
  for (let i = 0; i < modules.length; i++) sources[modules[i].id] = modules[i];

  function evaluate(id: string): unknown {
    if (id === 'mathjs') return loadMathjs();
    if (id in registry) return registry[id].exports;
    const source = sources[id];
    const module: { exports: unknown } = { exports: {} };
    registry[id] = module;
    const imports = source.imports;
    compile(source)(
      module.exports as object,
      (specifier) => {
        const target = imports[specifier];
        if (typeof target !== 'string') throw new ErrorClass(`'${specifier}' cannot be imported here`);
        return evaluate(target);
      },
      module,
    );
    if (source.sealed) module.exports = sealed(module.exports as Record<string, unknown>);
    return module.exports;
  }

  let exports: unknown;
  try {
    exports = evaluate(entry);
  } catch (error) {
    throw error instanceof NotLoaded ? error : new NotLoaded('load', describeThrown(error));
  }
  const found = (exports as Record<string, unknown> | null | undefined)?.[name];
  if (typeof found === 'function') return found as (...inputs: unknown[]) => unknown;
  throw new NotLoaded('missing-export', { message: '', stack: '' }, exportNames(exports));
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

function answerLoad(request: Extract<Request, { type: 'load' }>): void {
  const empty = new Float64Array(0);
  try {
    answer = load(request.modules, request.entry, request.name);
    send({ type: 'loaded', printed: printer.take() }, empty);
  } catch (error) {
    answer = null;
    const { reason, thrown, found } = error as NotLoaded;
    send(
      {
        type: 'not-loaded',
        reason,
        thrown,
        exports: found,
        printed: printer.take(),
      },
      empty,
    );
  }
}

function answerCall(request: Extract<Request, { type: 'call' }>, numbers: Float64Array): void {
  const body: Body = newBody();
  let reply: Reply;
  try {
    const inputs: unknown[] = [];
    for (let i = 0; i < request.inputs.length; i++) inputs[i] = unpack(request.inputs[i], numbers);
    const value = describe(apply(answer as () => unknown, undefined, inputs), body);
    let after: Packed[] | null = null;
    if (request.withInputs) {
      after = bareList<Packed>();
      for (let i = 0; i < inputs.length; i++) after[i] = describe(inputs[i], body);
    }
    reply = {
      type: 'returned',
      value,
      inputs: after,
      printed: printer.take(),
      soiled: soiled(),
    };
  } catch (error) {
    body.length = 0;
    reply = {
      type: 'threw',
      thrown: describeThrown(error),
      printed: printer.take(),
      soiled: soiled(),
    };
  }
  send(reply, finished(body));
}

function serve(): void {
  strip(printer.console);
  soiled = watchIntrinsics();
  for (;;) {
    const { request, body } = readRequest();
    if (request.type === 'load') answerLoad(request);
    else if (request.type === 'call') answerCall(request, body);
    else {
      if (request.mathjs) loadMathjs();
      send({ type: 'prepared' }, new Float64Array(0));
    }
  }
}

defineProperty(ErrorClass, 'stackTraceLimit', {
  value: 30,
  writable: true,
  configurable: true,
  enumerable: true,
});
try {
  serve();
} catch (error) {
  if (!(error instanceof EndOfInput)) throw error;
}
