import { types } from 'node:util';
import { uncurry } from '../protocol/bare';

/**
 * Runs in the guest: `structuredClone` for learners, who copy matrices with it. Node's own throws a DOMException, and from
 * the symbols of that class a way leads to all of Node's modules. From this one nothing of Node's comes back.
 */

const { isArrayBuffer, isDate, isMap, isNativeError, isRegExp, isSet } = types;
const { isBoxedPrimitive, isGeneratorObject, isPromise, isProxy, isWeakMap, isWeakSet } = types;
const { defineProperty, hasOwn, keys } = Object;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const toText = String;
const ArrayClass = Array;
const DataViewClass = DataView;
const DateClass = Date;
const ErrorClass = Error;
const ExpressionClass = RegExp;
const MapClass = Map;
const SetClass = Set;
const eachEntry = uncurry(Map.prototype.forEach);
const eachItem = uncurry(Set.prototype.forEach);
const find = uncurry(Map.prototype.get);
const put = uncurry(Map.prototype.set);
const add = uncurry(Set.prototype.add);
const copyBytes = uncurry(ArrayBuffer.prototype.slice);
const timeOf = uncurry(Date.prototype.getTime);
const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const classOfView = uncurry(
  getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get as () => string | undefined,
);

type Class = new (...inputs: unknown[]) => object;

/** Those of `names` that this Node has. */
function classes(names: string): Readonly<Record<string, Class>> {
  const found = Object.create(null) as Record<string, Class>;
  const globals = globalThis as unknown as Record<string, Class>;
  for (const name of names.split(/\s+/)) if (name in globals) found[name] = globals[name];
  return found;
}

const VIEWS =
  classes(`BigInt64Array BigUint64Array Float16Array Float32Array Float64Array Int16Array Int32Array Int8Array
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray`);
const ERRORS = classes('EvalError RangeError ReferenceError SyntaxError TypeError URIError');

function refuse(what: string): never {
  throw new ErrorClass(`structuredClone cannot copy ${what}`);
}

/** A property of `target` itself, whatever its prototype has under that name. */
function define(target: object, key: string, value: unknown, enumerable: boolean): void {
  const property = { __proto__: null, value, writable: true, enumerable, configurable: true };
  defineProperty(target, key, property as PropertyDescriptor);
}

/** One call: what was copied already, so that what is met twice, or holds itself, is one object in the copy, too. */
function newCopier(): (value: unknown) => unknown {
  const copies = new MapClass<unknown, object>();
  const made = <T extends object>(value: object, copy: T): T => {
    put(copies, value, copy);
    return copy;
  };
  function copyArray(values: readonly unknown[]): unknown[] {
    const { length } = values;
    const copy = made(values, new ArrayClass<unknown>(length));
    for (let i = 0; i < length; i++) if (values[i] !== undefined || hasOwn(values, i)) copy[i] = copied(values[i]);
    return copy;
  }
  function copyView(view: DataView): object {
    const bytes = copied(view.buffer);
    const kind = classOfView(view);
    if (kind === undefined)
      return made(view, new DataViewClass(bytes as ArrayBuffer, view.byteOffset, view.byteLength));
    const { length } = view as unknown as Uint8Array;
    return made(view, new VIEWS[kind](bytes, view.byteOffset, length));
  }
  function copyError(error: Error): Error {
    const copy = made(error, new (ERRORS[toText(error.name)] ?? ErrorClass)() as Error);
    for (const key of ['message', 'stack'] as const) define(copy, key, toText(error[key]), false);
    if (hasOwn(error, 'cause')) define(copy, 'cause', copied(error.cause), false);
    return copy;
  }
  function copyMap(map: Map<unknown, unknown>): object {
    const copy = made(map, new MapClass<unknown, unknown>());
    eachEntry(map, (value, key) => put(copy, copied(key), copied(value)));
    return copy;
  }
  function copySet(items: Set<unknown>): object {
    const copy = made(items, new SetClass<unknown>());
    eachItem(items, (item) => add(copy, copied(item)));
    return copy;
  }
  function copyProperties(value: object): object {
    const copy = made(value, {});
    const names = keys(value);
    for (let i = 0; i < names.length; i++)
      define(copy, names[i], copied((value as Record<string, unknown>)[names[i]]), true);
    return copy;
  }
  function copyOf(value: object): object {
    if (isProxy(value)) refuse('a Proxy');
    if (isArray(value)) return copyArray(value);
    if (isView(value)) return copyView(value as DataView);
    if (isArrayBuffer(value)) return made(value, copyBytes(value as ArrayBuffer, 0));
    if (isMap(value)) return copyMap(value as Map<unknown, unknown>);
    if (isSet(value)) return copySet(value);
    if (isDate(value)) return made(value, new DateClass(timeOf(value)));
    if (isRegExp(value)) return made(value, new ExpressionClass(value.source, value.flags));
    if (isNativeError(value)) return copyError(value);
    if (isPromise(value) || isWeakMap(value) || isWeakSet(value) || isGeneratorObject(value) || isBoxedPrimitive(value))
      refuse('an object of this kind');
    return copyProperties(value);
  }
  function copied(value: unknown): unknown {
    if (typeof value === 'function') refuse('a function');
    if (typeof value === 'symbol') refuse('a symbol');
    if (typeof value !== 'object' || value === null) return value;
    return find(copies, value) ?? copyOf(value);
  }
  return copied;
}

export const clone = {
  /**
   * A copy of data, as `structuredClone` makes it: of primitives, arrays and objects with their own properties, typed arrays,
   * Map, Set, Date, RegExp and Error, with cycles. Properties that an array has beside its items are left out, and nothing
   * is transferred.
   *
   * @throws an Error for what is no data, such as a function
   */
  structuredClone: (value: unknown): unknown => newCopier()(value),
};
