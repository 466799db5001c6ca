import { runInNewContext } from 'node:vm';

/**
 * Runs in the guest: what the learner's code finds around it, and whether it left that as it was.
 */

/** Standard globals that no exercise needs and that reach beyond one synchronous call. */
const WITHHELD = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/**
 * Takes everything from the global object but the language itself, `structuredClone` and `console`:
 * no `process`, `Buffer`, `fetch`, timers or workers.
 */
export function strip(console: object): void {
  const standard: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
  const kept = new Set([...standard.filter((name) => !WITHHELD.includes(name)), 'structuredClone', 'console']);
  for (const key of Reflect.ownKeys(globalThis)) {
    if (typeof key === 'string' && kept.has(key)) continue;
    Reflect.deleteProperty(globalThis, key);
  }
  Object.defineProperty(globalThis, 'console', {
    value: console,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

type Snapshot = {
  readonly target: object;
  readonly keys: readonly PropertyKey[];
  readonly values: readonly unknown[];
}[];

const { ownKeys, getOwnPropertyDescriptor } = Reflect;

function readValue(target: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(target, key);
  return descriptor === undefined ? undefined : (descriptor.get ?? descriptor.value);
}

/** The global object, its built-ins, and their prototypes: everything that code shares without importing it. */
function sharedObjects(): Set<object> {
  const found = new Set<object>([globalThis]);
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    ''.matchAll(/x/g),
  ];
  for (const iterator of iterators) {
    for (let proto = Object.getPrototypeOf(iterator); proto !== null; proto = Object.getPrototypeOf(proto))
      found.add(proto);
  }
  found.add(Object.getPrototypeOf(Uint8Array));
  found.add(Object.getPrototypeOf(Uint8Array).prototype);
  found.add(Object.getPrototypeOf(function* () {}.prototype));
  for (const key of ownKeys(globalThis)) {
    const value = readValue(globalThis, key);
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    found.add(value);
    const { prototype } = value as { prototype?: unknown };
    if (typeof prototype === 'object' && prototype !== null) found.add(prototype);
  }
  return found;
}

/**
 * A function that tells whether any shared object has changed since now. One exercise that patches
 * `Array.prototype` then costs a fresh guest, and not the next exercise's marks.
 */
export function watchIntrinsics(): () => boolean {
  const snapshot: Snapshot = [...sharedObjects()].map((target) => {
    const keys = ownKeys(target);
    return { target, keys, values: keys.map((key) => readValue(target, key)) };
  });
  const is = Object.is;
  return () => {
    for (let i = 0; i < snapshot.length; i++) {
      const { target, keys, values } = snapshot[i];
      const now = ownKeys(target);
      if (now.length !== keys.length) return true;
      for (let k = 0; k < keys.length; k++) {
        if (now[k] !== keys[k] || !is(readValue(target, keys[k]), values[k])) return true;
      }
    }
    return false;
  };
}
