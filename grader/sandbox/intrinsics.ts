/**
 * Runs in the guest: what the learner's code finds around it, and whether it left that as it was.
 */

/**
 * The globals that an exercise finds: the language itself as far as it stays within one synchronous call, the same
 * with every version of Node, `structuredClone` and `console`.
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

/** Takes everything else from the global object: `process`, `Buffer`, `fetch`, timers, workers and more. */
export function strip(console: object): void {
  for (const key of Reflect.ownKeys(globalThis)) {
    if (typeof key !== 'string' || !KEPT.has(key)) Reflect.deleteProperty(globalThis, key);
  }
  // Its iterators are built-ins of their own that could only be watched by making some, which takes ICU 15 ms.
  Reflect.deleteProperty(Intl, 'Segmenter');
  Object.defineProperty(globalThis, 'console', {
    value: console,
    writable: true,
    configurable: true,
    enumerable: false,
  });
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

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Reflect;
const { freeze, is } = Object;

/** One object as it was: its prototype, and its properties in order. */
interface Snapshot {
  readonly target: object;
  readonly prototype: object | null;
  readonly extensible: boolean;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
}

function snapshotOf(target: object): Snapshot {
  const keys = ownKeys(target);
  return {
    target,
    prototype: getPrototypeOf(target),
    extensible: isExtensible(target),
    keys,
    properties: keys.map((key) => getOwnPropertyDescriptor(target, key) ?? {}),
  };
}

function sameProperty(now: PropertyDescriptor | undefined, before: PropertyDescriptor): boolean {
  return (
    now !== undefined &&
    is(now.value, before.value) &&
    now.get === before.get &&
    now.set === before.set &&
    now.writable === before.writable &&
    now.configurable === before.configurable
  );
}

function changed({ target, prototype, extensible, keys, properties }: Snapshot): boolean {
  if (getPrototypeOf(target) !== prototype || isExtensible(target) !== extensible) return true;
  const now = ownKeys(target);
  if (now.length !== keys.length) return true;
  for (let i = 0; i < keys.length; i++) {
    if (now[i] !== keys[i] || !sameProperty(getOwnPropertyDescriptor(target, keys[i]), properties[i])) return true;
  }
  return false;
}

/** Built-in objects that no property of the global object leads to. */
function hiddenIntrinsics(): readonly unknown[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    ''.matchAll(/x/g),
  ];
  return [...iterators, function* () {}, async () => {}, async function* () {}];
}

/** Whether this is a function with nothing of its own but its name and length: a method, not a constructor. */
function isMethod({ target, keys }: Snapshot): boolean {
  return typeof target === 'function' && keys.length === 2 && keys[0] === 'length' && keys[1] === 'name';
}

/** Tells whether objects that exercises share have changed. */
export interface Watch {
  /** Watches `roots`, and every object that their properties and prototypes lead to, from now on. */
  add(...roots: readonly unknown[]): void;
  changed(): boolean;
}

/**
 * A watch over the language's own objects. One exercise that patches `Array.prototype` then costs a fresh guest, and
 * not the next exercise's marks. The language's methods themselves (four objects of five) are frozen instead: nobody
 * needs to hang anything on `Math.max`, and what cannot change need not be looked at.
 */
export function watchIntrinsics(): Watch {
  const seen = new Set<object>();
  const snapshots: Snapshot[] = [];
  let freezing = true;
  function add(...roots: readonly unknown[]): void {
    const waiting = [...roots];
    while (waiting.length > 0) {
      const target = waiting.pop();
      if ((typeof target !== 'object' && typeof target !== 'function') || target === null || seen.has(target)) continue;
      seen.add(target);
      const snapshot = snapshotOf(target);
      waiting.push(snapshot.prototype);
      if (freezing && isMethod(snapshot)) {
        freeze(target);
        continue;
      }
      snapshots.push(snapshot);
      for (const { value, get, set } of snapshot.properties) waiting.push(value, get, set);
    }
  }
  add(globalThis, ...hiddenIntrinsics());
  freezing = false;
  return {
    add,
    changed() {
      for (let i = 0; i < snapshots.length; i++) {
        if (changed(snapshots[i])) return true;
      }
      return false;
    },
  };
}
