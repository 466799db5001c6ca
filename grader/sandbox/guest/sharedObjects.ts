/**
 * Runs in the guest: whether the learner's code left what exercises share as it was.
 */

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Reflect;
const { freeze, hasOwn, is, isFrozen } = Object;

/** One object as it was: its prototype, and its properties in order. */
export interface Snapshot {
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

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Which objects are frozen and which are left as they are, and watched. */
type Rule = (snapshot: Snapshot) => 'watch' | 'freeze' | 'freeze all it holds';

/** Whether this is a function with nothing of its own but its name and length: a method, not a constructor. */
function isMethod({ target, keys }: Snapshot): boolean {
  return typeof target === 'function' && keys.length === 2 && keys[0] === 'length' && keys[1] === 'name';
}

/** The same in the way of old: a method with a `prototype` that nobody uses. */
function isOldMethod({ target, keys }: Snapshot): boolean {
  if (typeof target !== 'function' || keys.length !== 3 || !hasOwn(target, 'prototype')) return false;
  const prototype: unknown = target.prototype;
  return isObject(prototype) && ownKeys(prototype).length === 1 && hasOwn(prototype, 'constructor');
}

const ofLanguage: Rule = (snapshot) => (isMethod(snapshot) ? 'freeze' : 'watch');

/**
 * mathjs' functions hold thousands of objects, which only their making changes: every signature with its types, their
 * tests and conversions. Its classes change themselves, such as a BigNumber its precision while it works.
 */
const ofLibrary: Rule = (snapshot) => {
  if (hasOwn(snapshot.target, '_typedFunctionData')) return 'freeze all it holds';
  return isMethod(snapshot) || isOldMethod(snapshot) ? 'freeze all it holds' : 'watch';
};

/**
 * Every object that `roots`, their properties and prototypes lead to, but for those `seen` before, and those that are
 * frozen now.
 */
function collect(roots: readonly unknown[], seen: Set<object>, rule: Rule): readonly Snapshot[] {
  const snapshots: Snapshot[] = [];
  const waiting: { readonly target: object; readonly held: boolean }[] = [];
  function reach(value: unknown, held: boolean): void {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    waiting.push({ target: value, held });
  }
  for (const root of roots) reach(root, false);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const snapshot = snapshotOf(next.target);
    const kept = next.held ? 'freeze all it holds' : rule(snapshot);
    if (kept !== 'watch') freeze(next.target);
    // What cannot change need not be looked at.
    if (!isFrozen(next.target)) snapshots.push(snapshot);
    const held = kept === 'freeze all it holds';
    reach(snapshot.prototype, held);
    for (const { value, get, set } of snapshot.properties) {
      reach(value, held);
      reach(get, held);
      reach(set, held);
    }
  }
  return snapshots;
}

/**
 * What the functions of mathjs, `roots`, and all they lead to are now, for a watch that is to begin later, in the
 * guest that a startup snapshot becomes. Most of it is frozen.
 */
export function watchAhead(roots: readonly unknown[]): readonly Snapshot[] {
  const language = new Set<object>();
  collect([globalThis, ...hiddenIntrinsics()], language, () => 'watch');
  return collect(roots, language, ofLibrary);
}

/** Tells whether objects that exercises share have changed. */
export interface Watch {
  /** Watches objects of mathjs, and every object that their properties and prototypes lead to, from now on. */
  add(...roots: readonly unknown[]): void;
  /** Watches what `watchAhead` saw. */
  resume(ahead: readonly Snapshot[]): void;
  changed(): boolean;
}

/**
 * A watch over the language's own objects. One exercise that patches `Array.prototype` then costs a fresh guest, and
 * not the next exercise's marks. The language's methods themselves (four objects of five) are frozen instead: nobody
 * needs to hang anything on `Math.max`, and what cannot change need not be looked at.
 */
export function watchIntrinsics(): Watch {
  const seen = new Set<object>();
  const snapshots = [...collect([globalThis, ...hiddenIntrinsics()], seen, ofLanguage)];
  return {
    add(...roots) {
      for (const snapshot of collect(roots, seen, ofLibrary)) snapshots.push(snapshot);
    },
    resume(ahead) {
      for (const snapshot of ahead) {
        seen.add(snapshot.target);
        snapshots.push(snapshot);
      }
    },
    changed() {
      for (let i = 0; i < snapshots.length; i++) {
        if (changed(snapshots[i])) return true;
      }
      return false;
    },
  };
}
