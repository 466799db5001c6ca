import ts from 'typescript';

export const fileOf = (source: string) => ts.createSourceFile('0.ts', source, ts.ScriptTarget.ES2022);

/** What the compiler itself makes of a source. */
export const compilation = (source: string) =>
  ts.transpileModule(source, {
    fileName: '0.ts',
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      alwaysStrict: true,
    },
  });
export const compiled = (source: string) => compilation(source).outputText;

/**
 * JavaScript as the compiler prints it, without comments and parentheses that say nothing. The compiler writes `exports.a`
 * for an exported constant in its own file, too, where we leave the constant: here both are `a`.
 */
export function normal(code: string): string {
  const { outputText } = ts.transpileModule(code.replace(/^"use strict";/, ''), {
    fileName: '0.ts',
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  return outputText
    .replace(/(exports\.\w+ = )+void 0;/g, '')
    .replace(/exports\.(\w+) = \1;/g, '')
    .replace(/^exports\.(\w+) = /gm, 'const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1')
    .replace(/"use strict";|export \{\};/g, '')
    .replace(/(?<![\w\])])\(([\w.]+)\)/g, '$1')
    .replace(/[\s;]+/g, ' ');
}
