import { uncurry } from '../protocol/bare';
import { languageObjects } from './intrinsics';

/**
 * Runs in the guest: whether the learner's code left what exercises share as it was.
 */

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Reflect;
const { freeze, hasOwn, is, isFrozen } = Object;

/** One object as it was: its prototype, and its properties in order. */
export interface ObjectState {
  readonly target: object;
  readonly prototype: object | null;
  readonly extensible: boolean;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
}

function stateOf(target: object): ObjectState {
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
    now.enumerable === before.enumerable &&
    now.configurable === before.configurable
  );
}

function changed({ target, prototype, extensible, keys, properties }: ObjectState): boolean {
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

const matchAnything = uncurry(RegExp.prototype.exec);
const ANYTHING = /(?:)/;

/** Has `RegExp.$1`, `RegExp.input` and their like forget the last match: that is nothing that a watch could see. */
export function forgetLastMatch(): void {
  matchAnything(ANYTHING, '');
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Which objects are frozen and which are left as they are, and watched. */
type Rule = (state: ObjectState) => 'watch' | 'freeze' | 'freeze all it holds';

/** Whether this is a function with nothing of its own but its name and length: a method, not a constructor. */
function isMethod({ target, keys }: ObjectState): boolean {
  return typeof target === 'function' && keys.length === 2 && keys[0] === 'length' && keys[1] === 'name';
}

/** A method written as `function`, which has a `prototype` that nobody uses. */
function isFunctionMethod({ target, keys }: ObjectState): boolean {
  if (typeof target !== 'function' || keys.length !== 3 || !hasOwn(target, 'prototype')) return false;
  const prototype: unknown = target.prototype;
  return isObject(prototype) && ownKeys(prototype).length === 1 && hasOwn(prototype, 'constructor');
}

const ofLanguage: Rule = (state) => (isMethod(state) ? 'freeze' : 'watch');

/**
 * mathjs' functions hold thousands of objects, which only their making changes: every signature with its types, their
 * tests and conversions. Its classes change themselves, such as a BigNumber its precision while it works.
 */
const ofLibrary: Rule = (state) => {
  if (hasOwn(state.target, '_typedFunctionData')) return 'freeze all it holds';
  return isMethod(state) || isFunctionMethod(state) ? 'freeze all it holds' : 'watch';
};

/** A parameter of a signature of mathjs' functions. */
interface Parameter {
  readonly types: readonly { readonly name: string }[];
  typeSet: unknown;
}

/**
 * mathjs notes the types of a parameter when it first words an error about it, which it cannot once that is frozen: noted
 * ahead, its errors are in its own words. As a list, since a Set could be changed though it is frozen.
 */
function keepTypes(target: object): void {
  if (!hasOwn(target, 'hasAny') || !hasOwn(target, 'types') || isFrozen(target)) return;
  const parameter = target as Parameter;
  const names = parameter.types.map(({ name }) => name);
  parameter.typeSet = freeze(Object.assign(names, { has: (name: string) => names.includes(name) }));
}

/**
 * Every object that `roots`, their properties and prototypes lead to, but for those `seen` before, and those that are
 * frozen now.
 */
function collect(roots: readonly unknown[], seen: Set<object>, rule: Rule): readonly ObjectState[] {
  const states: ObjectState[] = [];
  const waiting: { readonly target: object; readonly held: boolean }[] = [];
  function reach(value: unknown, held: boolean): void {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    waiting.push({ target: value, held });
  }
  for (const root of roots) reach(root, false);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.held) keepTypes(next.target);
    const state = stateOf(next.target);
    const kept = next.held ? 'freeze all it holds' : rule(state);
    if (kept !== 'watch') freeze(next.target);
    // What cannot change need not be looked at.
    if (!isFrozen(next.target)) states.push(state);
    const held = kept === 'freeze all it holds';
    reach(state.prototype, held);
    for (const { value, get, set } of state.properties) {
      reach(value, held);
      reach(get, held);
      reach(set, held);
    }
  }
  return states;
}

/**
 * What the functions of mathjs, `roots`, and all they lead to are now, for a watch that is to begin later, in the
 * guest that a startup snapshot becomes. Most of it is frozen.
 */
export function watchAhead(roots: readonly unknown[]): readonly ObjectState[] {
  const language = new Set<object>();
  // Not by way of the global object: Node loads some of what it holds as soon as its properties are looked at, and that
  // (undici's parser, WebAssembly) no snapshot can hold.
  collect([...languageObjects(), ...hiddenIntrinsics()], language, () => 'watch');
  return collect(roots, language, ofLibrary);
}

/** Tells whether objects that exercises share have changed. */
export interface Watch {
  /** Watches objects of mathjs, and every object that their properties and prototypes lead to, from now on. */
  add(...roots: readonly unknown[]): void;
  /** Watches what `watchAhead` saw. */
  resume(ahead: readonly ObjectState[]): void;
  changed(): boolean;
}

/**
 * A watch over the language's own objects. One exercise that patches `Array.prototype` then costs a fresh guest, and
 * not the next exercise's marks. The language's methods themselves (four objects of five) are frozen instead: nobody
 * needs to hang anything on `Math.max`, and what cannot change need not be looked at.
 */
export function watchIntrinsics(): Watch {
  const seen = new Set<object>();
  const states = [...collect([globalThis, ...hiddenIntrinsics()], seen, ofLanguage)];
  return {
    add(...roots) {
      for (const state of collect(roots, seen, ofLibrary)) states.push(state);
    },
    resume(ahead) {
      for (const state of ahead) {
        seen.add(state.target);
        states.push(state);
      }
    },
    changed() {
      for (let i = 0; i < states.length; i++) {
        if (changed(states[i])) return true;
      }
      return false;
    },
  };
}
