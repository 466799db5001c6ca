/**
 * Runs in the guest. Node prints with objects of its own, and looks on `Object.prototype` for what they lack: a getter there
 * would be handed them. Sealed from the start that prototype would make all arrays slow, as V8 then no longer knows that
 * it has no entries; so it is closed when something is first printed.
 */

const { ownKeys, deleteProperty, defineProperty, getOwnPropertyDescriptor } = Reflect;
const { create, seal } = Object;
const prototype = Object.prototype;

const names = ownKeys(prototype) as readonly string[];
/** What is there at first, by name. */
const originals = create(null) as Record<string, PropertyDescriptor>;
for (const name of names) {
  const kept = Object.assign(create(null), getOwnPropertyDescriptor(prototype, name));
  originals[name] = kept as PropertyDescriptor;
}

let isClosed = false;

/**
 * Takes from `Object.prototype` what learner's code put there, and lets nothing more in.
 *
 * @throws Error when something there cannot be taken away
 */
export function closePrototype(): void {
  if (isClosed) return;
  const keys = ownKeys(prototype);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const isOurs = typeof key === 'string' && originals[key] !== undefined;
    if (!isOurs && !deleteProperty(prototype, key)) throw new Error('not closed');
  }
  for (let i = 0; i < names.length; i++)
    if (!defineProperty(prototype, names[i], originals[names[i]])) throw new Error('not closed');
  seal(prototype);
  isClosed = true;
}
