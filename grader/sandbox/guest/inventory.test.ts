import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Sandbox } from '../host/sandbox';
import { Session } from '../host/session';

/**
 * What learner's code can get hold of, held against what the language alone has: a context of V8's that nothing of Node's was put
 * into. Whatever else is there is ours, or Node's.
 */

/**
 * A function of a global object, some of its names and further values by name: the path to each object and symbol that is reached
 * from there by properties, prototypes, and by calling and constructing whatever is found with odd arguments.
 */
const WALK = `(function (global, names, others) {
  const paths = new Map();
  const waiting = [];
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  function reach(value, path) {
    if ((!isObject(value) && typeof value !== 'symbol') || value === global || paths.has(value)) return;
    paths.set(value, path);
    if (isObject(value)) waiting.push([value, path]);
  }
  function came(value, path) {
    if (!isObject(value)) return;
    if (typeof value.then === 'function') value.then(() => {}, () => {});
    reach(Object.getPrototypeOf(value), path);
  }
  function attempt(call, path) {
    try {
      came(call(), path);
    } catch (error) {
      came(error, path);
    }
  }
  for (const name of names) reach(global[name], name);
  for (const name of Object.keys(others)) reach(others[name], name);
  // All properties first, so that a path goes by calls only where there is no other way.
  const functions = [];
  while (waiting.length > 0 || functions.length > 0) {
    for (const [value, path] of waiting) {
      reach(Object.getPrototypeOf(value), path + '.__proto__');
      for (const key of Reflect.ownKeys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, key);
        for (const part of ['value', 'get', 'set']) reach(property[part], [path, String(key), part].join('.'));
        reach(key, path + ' key');
      }
      if (typeof value === 'function') functions.push([value, path + '()']);
    }
    waiting.length = 0;
    const [called, path] = functions.shift() ?? [() => {}, ''];
    for (const inputs of [[], [null], [{}], [Symbol()], [() => {}], [-1, {}]]) {
      for (const self of [undefined, {}, [], () => {}]) attempt(() => Reflect.apply(called, self, inputs), path);
      attempt(() => Reflect.construct(called, inputs), path);
    }
  }
  return [...paths.values()];
})`;

/** Built-in objects that no property of the global object leads to. */
const HIDDEN = `{
  arguments: (function () { return arguments; })(), arrayIterator: [].values(), mapIterator: new Map().keys(),
  setIterator: new Set().keys(), textIterator: ''[Symbol.iterator](), matches: ''.matchAll(/x/g), generator: function* () {},
  asynchronous: async () => {}, asynchronousGenerator: async function* () {}, error: new Error(), template: ((it) => it)\`\`,
}`;

async function strangers(): Promise<string> {
  const language = runInNewContext(`(names) => ${WALK}(globalThis, names, ${HIDDEN})`, {}) as (
    names: readonly string[],
  ) => readonly string[];
  const sandbox = new Sandbox(20_000);
  async function ask(body: string): Promise<string> {
    const modules = [{ id: 'a.js', code: `exports.answer = () => { ${body} };`, imports: {} }];
    const program = { entry: 'a.js', modules, usesMathjs: false, functions: null };
    const session = await sandbox.open(program, 'answer', () => null);
    if (!(session instanceof Session)) throw new Error(JSON.stringify(session));
    const outcome = await session.call({ inputs: [] });
    if (outcome.kind !== 'threw') throw new Error(JSON.stringify(outcome));
    return outcome.message;
  }
  try {
    const named = await ask(`throw new Error(Object.getOwnPropertyNames(globalThis).join(' '))`);
    const ours = ['console', 'structuredClone'];
    const names = named.split(' ').filter((name) => name !== '' && name !== 'Error:' && !ours.includes(name));
    return await ask(`
      const known = new Set(${JSON.stringify(language(names))});
      const walk = ${WALK};
      const paths = walk(globalThis, ${JSON.stringify([...names, ...ours])}, { ...${HIDDEN}, require });
      throw new Error(paths.filter((path) => !known.has(path)).join('; '));`);
  } finally {
    sandbox.discard();
  }
}

/** Our own, and two symbols of the language that Node gave to versions of V8 without them. */
const OURS = new Set(
  `console console.log console.dir console.assert console.groupEnd structuredClone require Object.__proto__.toString
  Symbol.dispose Symbol.asyncDispose`.split(/\s+/),
);

test('learner’s code finds the language and what is ours, and nothing of Node’s', async () => {
  const found = (await strangers()).split('; ').map((path) => path.replace(/\.(?:prototype|value)\b/g, ''));
  expect(found).toContain('structuredClone');
  expect(found.filter((path) => !OURS.has(path))).toEqual([]);
});
