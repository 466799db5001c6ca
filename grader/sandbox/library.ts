import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { Watch } from './intrinsics';

/**
 * Runs in the guest: mathjs, loaded once and shared by a submission's exercises.
 */

/**
 * What NumPy has a counterpart of. None of these changes mathjs, or hands out what does; anything else (units, the
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

export interface Library {
  /** What an exercise's `import … from 'mathjs'` gets. */
  readonly exports: object;
  /** Whether an exercise has reached for something that may change mathjs for others. */
  used(): boolean;
}

let evaluated: Record<string, unknown> | null = null;

/** Evaluates mathjs' browser bundle. Call it while every built-in is as it was. */
export function evaluateAhead(file: string): Record<string, unknown> {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const run = compileFunction(readFileSync(file, 'utf8'), ['module', 'exports'], { filename: 'mathjs' });
  run.call(module.exports, module, module.exports);
  evaluated = module.exports;
  return evaluated;
}

/** mathjs for exercises to share. Call it while every built-in is as it was. */
export function loadLibrary(file: string, watch: Watch): Library {
  const all = evaluated ?? evaluateAhead(file);
  for (const name of CLASSES) watch.add(all[name]);
  const exports = {};
  let used = false;
  for (const name of Object.keys(all)) {
    // mathjs makes most of its functions when they are first asked for: it is then that they can be watched.
    let known = false;
    let value: unknown;
    const get = () => {
      if (known) return value;
      if (ORDINARY.has(name)) watch.add(all[name]);
      else used = true;
      value = all[name];
      known = true;
      return value;
    };
    Object.defineProperty(exports, name, { get, enumerable: true });
  }
  Object.freeze(exports);
  watch.add(exports);
  return { exports, used: () => used };
}
