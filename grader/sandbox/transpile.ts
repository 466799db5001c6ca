import path from 'node:path';
import ts from 'typescript';

/** A position in a source file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** JavaScript made from one source file, and the way back. */
export interface Transpiled {
  readonly code: string;
  /** Source map (version 3) as JSON. */
  readonly map: string;
  /** What it imports at run time; imports of types are gone. */
  readonly imports: readonly string[];
}

export interface SyntaxProblem extends Position {
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  isolatedModules: true,
  alwaysStrict: true,
  sourceMap: true,
};

/**
 * TypeScript to CommonJS JavaScript, one file on its own, without checking types (type errors still run).
 *
 * @param fileName used for messages and to tell `.ts` from `.js`
 */
export function transpile(source: string, fileName: string): Transpiled | SyntaxProblem {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
  });
  const problem = diagnostics?.find(({ category }) => category === ts.DiagnosticCategory.Error);
  if (problem?.file !== undefined) {
    const { line, character } = problem.file.getLineAndCharacterOfPosition(problem.start ?? 0);
    return {
      message: ts.flattenDiagnosticMessageText(problem.messageText, ' '),
      line: line + 1,
      column: character + 1,
    };
  }
  return {
    code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    map: sourceMapText ?? '',
    imports: ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName: specifier }) => specifier),
  };
}

/** The position of the character at `offset`. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Where `specifier` is imported in `source`; the file's start when it cannot be found. */
export function findImport(source: string, specifier: string): Position {
  const found = ts.preProcessFile(source, true, true).importedFiles.find(({ fileName }) => fileName === specifier);
  return positionAt(source, found?.pos ?? 0);
}

/**
 * One script from several of the grader's own files: each becomes a function of `(exports, require)`, and the
 * first is run. The guest needs no file of ours on disk this way.
 */
export function bundle(files: ReadonlyMap<string, string>): string {
  const modules = [...files].map(([name, source]) => {
    const result = transpile(source, name);
    if (!('code' in result)) throw new Error(`${name}:${result.line}: ${result.message}`);
    return `${JSON.stringify(`./${path.parse(name).name}`)}: function (exports, require) {${result.code}}`;
  });
  const [entry] = files.keys();
  return `'use strict';
(function (builtin, modules, cache) {
  function load(name) {
    if (!Object.hasOwn(modules, name)) return builtin(name);
    if (!Object.hasOwn(cache, name)) modules[name]((cache[name] = {}), load);
    return cache[name];
  }
  load(${JSON.stringify(`./${path.parse(entry).name}`)});
})(require, {${modules.join(',\n')}}, {});`;
}
