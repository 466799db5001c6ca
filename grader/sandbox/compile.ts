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

/** What TypeScript adds to the end of its output. */
const SOURCE_MAP_COMMENT = '\n//# sourceMappingURL=';

/**
 * TypeScript to CommonJS JavaScript, one file on its own, without checking types (type errors still run).
 *
 * Without any limit: for sources that are not ours, call `transpile`.
 *
 * @param fileName used for messages and to tell `.ts` from `.js`
 * @throws RangeError when the source is nested too deeply for the compiler
 */
export function compile(source: string, fileName: string): Transpiled | SyntaxProblem {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
    // The types in comments say nothing to a compiler of TypeScript, and reading them takes half of its time.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
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
    code: `${outputText.slice(0, outputText.lastIndexOf(SOURCE_MAP_COMMENT))}\n`,
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
