import fs from 'node:fs';
import path from 'node:path';
import { compile } from './compile';

/**
 * One script from several files of this folder: each becomes a function of `(exports, require)`, and the first is
 * run. A process that is handed it needs no file of ours on disk.
 *
 * @param names the files' names, without `.ts`
 */
export function bundle(names: readonly string[]): string {
  const modules = names.map((stem) => {
    const name = `${stem}.ts`;
    const result = compile(fs.readFileSync(path.join(__dirname, name), 'utf8'), name);
    if (!('code' in result)) throw new Error(`${name}:${result.line}: ${result.message}`);
    return `${JSON.stringify(`./${stem}`)}: function (exports, require) {${result.code}}`;
  });
  return `'use strict';
(function (builtin, modules, cache) {
  function load(name) {
    if (!Object.hasOwn(modules, name)) return builtin(name);
    if (!Object.hasOwn(cache, name)) modules[name]((cache[name] = {}), load);
    return cache[name];
  }
  load(${JSON.stringify(`./${names[0]}`)});
})(require, {${modules.join(',\n')}}, {});`;
}
