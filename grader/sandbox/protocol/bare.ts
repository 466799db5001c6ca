/**
 * What code of ours is written with that runs in the guest after a learner's: no replaced built-in, and no setter on a
 * prototype, has a say in it. Built-ins are taken when this is loaded.
 */

const { apply, getOwnPropertyDescriptor } = Reflect;
const { getPrototypeOf, setPrototypeOf } = Object;

/** A method as a function of its object. */
export const uncurry =
  <T, A extends unknown[], R>(method: (this: T, ...args: A) => R) =>
  (self: T, ...args: A): R =>
    apply(method, self, args);

/** A list that no replaced `Array.prototype` can reach. */
export function bareList<T>(): T[] {
  return setPrototypeOf([], null) as T[];
}

type Typed = Uint8Array | Float64Array;

function getterOf<T>(name: 'length' | 'byteLength' | 'byteOffset' | 'buffer'): (typed: Typed) => T {
  const property = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), name);
  return uncurry(property?.get as (this: Typed) => T);
}

/** What a typed array tells of itself. */
export const lengthOf = getterOf<number>('length');
export const byteLengthOf = getterOf<number>('byteLength');
export const byteOffsetOf = getterOf<number>('byteOffset');
export const bufferOf = getterOf<ArrayBuffer>('buffer');
