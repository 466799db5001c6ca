import { compileFunction } from 'node:vm';
import { type ObjectState, type Watch, watchAhead } from './sharedObjects';

/**
 * Runs in the guest: mathjs, loaded once and shared by a submission's exercises.
 */

/**
 * The functions that NumPy has as well. None of these changes mathjs, or hands out what does; anything else (units, the
 * expression language, `config`, `import`) may, so that the next exercise then gets a guest of its own.
 */
const ORDINARY = new Set(
  `E Infinity LN10 LN2 NaN PI SQRT2 abs acos add addScalar and asin atan atan2 cbrt ceil column concat cos cosh count cross cube
  cumsum deepEqual det diag diff divide dot dotDivide dotMultiply dotPow e equal equalScalar exp expm1 filter fix
  flatten floor forEach format hypot identity inv isArray isInteger isMatrix isNaN isNegative isNumeric isPositive
  isZero larger largerEq log log10 log1p log2 map matrix max mean median min mod multiply multiplyScalar norm not
  number ones or outer pi pow prod random randomInt range reshape resize round row sign sin sinh size smaller
  smallerEq sort sqrt square squeeze std subset subtract sum tan tanh tau trace transpose typeOf unaryMinus unequal
  variance version xor zeros`.split(/\s+/),
);

/** The classes of what those functions return. */
const CLASSES = ['Matrix', 'DenseMatrix', 'SparseMatrix', 'Complex', 'BigNumber', 'Fraction'];

/**
 * Those that the series needs most. A startup snapshot holds them ready, as making them takes mathjs 50 ms; holding all of
 * them ready would cost every guest 20 ms.
 */
const AHEAD =
  `abs add divide dotDivide dotMultiply exp log map matrix max mean min multiply pow sqrt square subtract sum
  transpose`.split(/\s+/);

/** mathjs, as the exercises of a submission share it. */
export interface Library {
  /** What an exercise's `import … from 'mathjs'` gets. */
  readonly exports: object;
  /** Whether an exercise has reached for something that may change mathjs for others. */
  used(): boolean;
}

type Functions = Readonly<Record<string, unknown>>;

/** mathjs as a startup snapshot holds it: what exercises get of it, and how that looks. */
let ahead: { readonly exports: object; readonly states: readonly ObjectState[] } | null = null;
let watching: Watch | null = null;
let used = false;

/** Makes mathjs ready for a startup snapshot. */
export function evaluateAhead(source: string): void {
  // mathjs keeps Errors, and V8 12.4 (Node 22) aborts over a snapshot of an Error with a stack: without this, none is kept.
  Reflect.deleteProperty(Error, 'stackTraceLimit');
  const all = evaluate(source);
  const exports = exportsOf(all, new Set(AHEAD));
  ahead = { exports, states: watchAhead([...CLASSES.map((name) => all[name]), exports]) };
}

/**
 * mathjs for exercises to share. Call it while every built-in is as it was.
 *
 * @param source null when a startup snapshot holds it
 */
export function loadLibrary(source: string | null, watch: Watch): Library {
  watching = watch;
  if (ahead !== null) {
    watch.resume(ahead.states);
    return { exports: ahead.exports, used: () => used };
  }
  if (source === null) throw new Error('mathjs is neither in the snapshot nor in the request');
  const all = evaluate(source);
  const exports = exportsOf(all, new Set());
  watch.add(...CLASSES.map((name) => all[name]), exports);
  return { exports, used: () => used };
}

function evaluate(source: string): Functions {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const run = compileFunction(source, ['module', 'exports'], { filename: 'mathjs' });
  run.call(module.exports, module, module.exports);
  return module.exports;
}

/**
 * What exercises get of mathjs.
 *
 * @param now names of those functions that are made at once
 */
function exportsOf(all: Functions, now: ReadonlySet<string>): object {
  const exports = {};
  for (const name of Object.keys(all)) {
    const property = now.has(name) ? { value: all[name] } : { get: whenAsked(all, name) };
    Object.defineProperty(exports, name, { ...property, enumerable: true });
  }
  return Object.freeze(exports);
}

/**
 * mathjs makes most of its functions when they are first asked for: it is then that they can be watched. Where a learner's
 * code has changed a built-in by then, or has the stack overflow half-way, what comes of it is not for others to share.
 */
function whenAsked(all: Functions, name: string): () => unknown {
  const ordinary = ORDINARY.has(name);
  let known = false;
  let value: unknown;
  return () => {
    if (known) return value;
    const before = used;
    used = true;
    const asItWas = ordinary && watching?.changed() === false;
    value = all[name];
    if (asItWas) {
      watching?.add(value);
      used = before;
    }
    known = true;
    return value;
  };
}
