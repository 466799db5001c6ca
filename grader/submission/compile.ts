import ts from 'typescript';
import type { Stripped } from './stripTypes';

/** A position in a source file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** JavaScript made from one source file, and the way back. */
export interface Transpiled {
  readonly code: string;
  /** Makes the source map (version 3), as JSON. */
  readonly map: () => string;
  /** What it imports at run time; imports of types are gone. */
  readonly imports: readonly string[];
}

export interface SyntaxProblem extends Position {
  readonly message: string;
}

/** Each file on its own, as `ts.transpileModule` has it. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  isolatedModules: true,
  alwaysStrict: true,
  allowJs: true,
  noCheck: true,
  noLib: true,
  noResolve: true,
  types: [],
  suppressOutputPathCheck: true,
};

/** What TypeScript adds to the end of its output. */
const SOURCE_MAP_COMMENT = '\n//# sourceMappingURL=';

/**
 * TypeScript to CommonJS JavaScript, one file on its own, without checking types (type errors still run).
 *
 * Without any limit: for sources that are not ours, call `transpile`.
 *
 * @param fileName used to tell `.ts` from `.js`
 * @param withMap whether the source map is wanted; else it is empty
 * @throws RangeError when the source is nested too deeply for the compiler
 */
export function compile(source: string, fileName: string, withMap = true): Transpiled | SyntaxProblem {
  return compileAll(new Map([[fileName, source]]), withMap).get(fileName) as Transpiled | SyntaxProblem;
}

/** What makes JavaScript of a file without syntax errors; null for one that is left to the compiler. */
export type Strip = (file: ts.SourceFile) => Stripped | null;

/**
 * As `compile`, for several files, by name: each comes out as it would alone. Most of what the compiler does for a
 * short file it does once for all of them.
 *
 * @param strip what compiles most files faster, if it is loaded
 * @throws RangeError when one of the sources is nested too deeply
 */
export function compileAll(
  sources: ReadonlyMap<string, string>,
  withMap = true,
  strip: Strip | null = null,
): Map<string, Transpiled | SyntaxProblem> {
  // Names are the learner's, and a compiler reads much into names: it is given others.
  const files = [...sources].map(([name, source], i) =>
    sourceFile(`${i}${name.endsWith('.js') ? '.js' : '.ts'}`, source),
  );
  const stripped = files.map((file) => (strip !== null && isFaultless(file) ? strip(file) : null));
  const left = files.filter((_, i) => stripped[i] === null);
  const emitted = left.length === 0 ? new Map() : emitAll(left, withMap);
  return new Map(
    [...sources.keys()].map((name, i) => {
      const own = stripped[i];
      return [name, own === null ? emitted.get(files[i]) : { ...own, imports: importsOf(own.code) }];
    }),
  );
}

/** Whether a file is TypeScript without syntax errors. JavaScript has errors of its own: types, say. */
function isFaultless(file: ts.SourceFile & { readonly parseDiagnostics?: readonly ts.Diagnostic[] }): boolean {
  return file.fileName.endsWith('.ts') && file.parseDiagnostics?.length === 0;
}

/** What the compiler makes of files. */
function emitAll(files: readonly ts.SourceFile[], withMap: boolean): Map<ts.SourceFile, Transpiled | SyntaxProblem> {
  const program = ts.createProgram(
    files.map(({ fileName }) => fileName),
    { ...OPTIONS, sourceMap: withMap },
    hostOf(new Map(files.map((file) => [file.fileName, file]))),
  );
  return new Map(files.map((file) => [file, syntaxProblem(program, file) ?? emit(program, file)]));
}

function sourceFile(fileName: string, source: string): ts.SourceFile {
  return ts.createSourceFile(fileName, source, {
    languageVersion: ts.ScriptTarget.ES2022,
    // The types in comments say nothing to a compiler of TypeScript, and reading them takes half of its time.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
}

/** The syntax tree of a source, whose nodes know their parents. */
export function parse(source: string, fileName: string): ts.SourceFile {
  return ts.createSourceFile(
    fileName,
    source,
    {
      languageVersion: ts.ScriptTarget.ES2022,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    },
    true,
  );
}

/** All that the compiler sees of the world: these files. */
function hostOf(files: ReadonlyMap<string, ts.SourceFile>): ts.CompilerHost {
  return {
    getSourceFile: (name) => files.get(name),
    fileExists: (name) => files.has(name),
    readFile: () => undefined,
    writeFile: () => undefined,
    directoryExists: () => true,
    getDirectories: () => [],
    getDefaultLibFileName: () => 'lib.d.ts',
    useCaseSensitiveFileNames: () => true,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '',
    getNewLine: () => '\n',
  };
}

function syntaxProblem(program: ts.Program, file: ts.SourceFile): SyntaxProblem | null {
  const problem = program
    .getSyntacticDiagnostics(file)
    .find(({ category }) => category === ts.DiagnosticCategory.Error);
  if (problem === undefined) return null;
  const { line, character } = file.getLineAndCharacterOfPosition(problem.start);
  return { message: ts.flattenDiagnosticMessageText(problem.messageText, ' '), line: line + 1, column: character + 1 };
}

function emit(program: ts.Program, file: ts.SourceFile): Transpiled {
  let output = '';
  let map = '';
  program.emit(file, (name, text) => {
    if (name.endsWith('.map')) map = text;
    else output = text;
  });
  return {
    code: map === '' ? output : `${output.slice(0, output.lastIndexOf(SOURCE_MAP_COMMENT))}\n`,
    map: () => map,
    imports: importsOf(output),
  };
}

/** What imports begin with, or escapes that may spell it. */
const IMPORTING = /\b(?:import|export|require|define)\b|\\u/;

/** What JavaScript imports. Most answers import nothing, and reading them for that takes as long as parsing them. */
function importsOf(output: string): readonly string[] {
  if (!IMPORTING.test(output)) return [];
  return ts.preProcessFile(output, true, true).importedFiles.map(({ fileName: specifier }) => specifier);
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
