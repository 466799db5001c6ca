import { clone } from './structuredClone';

/**
 * Runs in the guest: what the learner's code finds around it.
 */

/**
 * The globals that an exercise finds: the language itself as far as it stays within one synchronous call, the same
 * with every version of Node, and `structuredClone` and `console`, which are ours.
 */
const KEPT = new Set(
  `AggregateError Array ArrayBuffer AsyncDisposableStack BigInt BigInt64Array BigUint64Array Boolean DataView Date
  DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity
  Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String SuppressedError Symbol SyntaxError TypeError URIError Uint16Array
  Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt structuredClone undefined
  unescape`.split(/\s+/),
);

/** The objects of the language that those names stand for: not the global object itself, nor what is Node's. */
export function languageObjects(): readonly unknown[] {
  const globals = globalThis as unknown as Record<string, unknown>;
  const notOfLanguage = ['globalThis', 'console', 'structuredClone'];
  return [...KEPT].filter((name) => !notOfLanguage.includes(name)).map((name) => globals[name]);
}

/** Takes everything else from the global object: `process`, `Buffer`, `fetch`, timers, workers and more. */
export function strip(console: object): void {
  // Node asks its process for this when a promise is rejected, and would find a getter of the learner's on `Object.prototype`.
  Object.defineProperty(process, 'domain', { value: undefined });
  for (const key of Reflect.ownKeys(globalThis)) {
    if (typeof key !== 'string' || !KEPT.has(key)) Reflect.deleteProperty(globalThis, key);
  }
  // Its iterators are built-ins of their own that could only be watched by making some, which takes ICU 15 ms.
  Reflect.deleteProperty(Intl, 'Segmenter');
  // Node 22 and later have put a function of their own there.
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  const ours = { console, ...clone };
  for (const [name, value] of Object.entries(ours))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  hideSources();
}

/**
 * Functions do not tell their source. A learner's replaced `Array.prototype.map` is handed the callbacks of code
 * of ours that stands in for an earlier exercise, and could print that code otherwise.
 */
function hideSources(): void {
  const { getOwnPropertyDescriptor, defineProperty } = Object;
  const TypeErrorClass = TypeError;
  function describeFunction(this: unknown): string {
    if (typeof this !== 'function') throw new TypeErrorClass('this is not a function');
    const name: unknown = getOwnPropertyDescriptor(this, 'name')?.value;
    return `function ${typeof name === 'string' ? name : ''}() { [code not shown] }`;
  }
  defineProperty(Function.prototype, 'toString', { value: describeFunction, writable: true, configurable: true });
}
