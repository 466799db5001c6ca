import fs from 'node:fs';
import path from 'node:path';
import { compile } from './compile';

/** A static import that is still there at run time. */
const IMPORT = /^(?:import|export)\s(?!\s*type\b)(?:[^;'"]*?\bfrom\s*)?\s*['"]([^'"]+)['"]/gm;

/**
 * The file `entry` and all files that it imports, `entry` first: full paths.
 *
 * @param follow whether a file counts, and what it imports
 */
export function bundledFiles(entry: string, follow: (file: string) => boolean = () => true): readonly string[] {
  const files = new Set([entry]);
  // A set hands out what is added meanwhile.
  for (const file of files) {
    for (const [, specifier] of fs.readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (!specifier.startsWith('.') && !path.isAbsolute(specifier)) continue;
      const target = resolved(file, specifier);
      if (follow(target)) files.add(target);
    }
  }
  return [...files];
}

/**
 * One script from a file of the kit and all that it imports: each becomes a function of `(exports, require)`, and the
 * first is run. A process that is handed it needs no file of ours on disk.
 *
 * @param entry full path of the file to run
 * @throws Error when one of the files is not TypeScript: the kit is broken
 */
export function bundle(entry: string): string {
  const files = bundledFiles(entry);
  const numberOf = new Map(files.map((file, i) => [file, i]));
  const modules = files.map((file) => {
    const result = compile(fs.readFileSync(file, 'utf8'), path.basename(file));
    if (!('code' in result)) throw new Error(`${file}:${result.line}: ${result.message}`);
    const imports = result.imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => [specifier, numberOf.get(resolved(file, specifier))] as const);
    return `[${JSON.stringify(Object.fromEntries(imports))}, function (exports, require) {${result.code}}]`;
  });
  return `'use strict';
(function (builtin, modules, cache) {
  function load(number) {
    if (Object.hasOwn(cache, number)) return cache[number];
    const [imports, run] = modules[number];
    run((cache[number] = {}), (name) => (Object.hasOwn(imports, name) ? load(imports[name]) : builtin(name)));
    return cache[number];
  }
  load(0);
})(require, [${modules.join(',\n')}], {});`;
}

/** The file that `specifier` names in `from`. */
export function resolved(from: string, specifier: string): string {
  const stem = path.resolve(path.dirname(from), specifier);
  return [`${stem}.ts`, path.join(stem, 'index.ts'), stem].find((file) => fs.existsSync(file)) ?? `${stem}.ts`;
}
