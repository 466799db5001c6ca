import fs from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import type tsBlankSpace from 'ts-blank-space';
import ts from 'typescript';

/**
 * ts-blank-space made CommonJS, once for all runs. Node would load it as the ES module that it is, but for what such a
 * module imports it looks through all 9 MB of the compiler for the names that it exports, which takes 0.4 s each time.
 */

/** What keeps the JavaScript that it makes. */
const { create } = require('../transpiler.cjs') as {
  create(ofTsNode: { service: { config: { options: ts.CompilerOptions } } }): {
    transpile(source: string, { fileName }: { fileName: string }): { outputText: string };
  };
};
const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
const { transpile } = create({ service: { config: { options } } });

interface BlankSpace {
  readonly default: typeof tsBlankSpace;
  readonly blankSourceFile: typeof import('ts-blank-space').blankSourceFile;
}

export const { blankSourceFile } = load(require.resolve('ts-blank-space')) as BlankSpace;

/** What the module in `file` exports; it imports the compiler, and files beside it. */
function load(file: string): unknown {
  const { outputText } = transpile(fs.readFileSync(file, 'utf8'), { fileName: file });
  const exports = {};
  const required = (name: string) => (name.startsWith('.') ? load(path.resolve(path.dirname(file), name)) : ts);
  compileFunction(outputText, ['exports', 'require'], { filename: file })(exports, required);
  return exports;
}
