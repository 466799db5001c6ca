import path from 'node:path';
import ts from 'typescript';
import { withinTime } from '../sandbox/protocol/withinTime';
import { KIT_ROOT } from '../workbook/paths';

/** What TypeScript says against a line, counted from 1. */
export interface TypeProblem {
  readonly line: number;
  readonly message: string;
}

/** How long one check may take, in ms: many times what it takes when the libraries' own types are known. */
const LIMIT_MS = 3000;

/** As strict as the editor's, but that a parameter without a type may be anything: an answer need not have types. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  noImplicitAny: false,
  noEmit: true,
  allowJs: true,
  skipLibCheck: true,
  types: [],
};

/** Where files of a submission stand for the compiler, which knows no other slash, so that `../reference/matrix` and `mathjs` are found. */
const ROOT = KIT_ROOT.replaceAll('\\', '/');
const FOLDER = path.posix.join(ROOT, 'exercises');
/** All else that the compiler may read, where it stands and where a link in its place leads to. */
const LIBRARIES = ['node_modules/typescript/lib', 'node_modules/mathjs', 'reference/matrix.ts', 'package.json'].flatMap(
  (one) => [path.posix.join(ROOT, one), ts.sys.realpath?.(path.join(KIT_ROOT, one)).replaceAll('\\', '/') ?? one],
);

/**
 * Finds type errors in answers. The first check takes half a second, as the types of JavaScript and mathjs are read for it;
 * so it is for processes that stay.
 */
export class TypeChecker {
  /** Libraries' files, which never change. */
  private readonly known = new Map<string, ts.SourceFile | undefined>();
  private program: ts.Program | undefined;
  private intact = true;

  /**
   * The type errors of the file `id`; none when it takes too long to find them.
   *
   * @param sources the files of a program of a submission, by id
   */
  problems(id: string, sources: ReadonlyMap<string, string>): readonly TypeProblem[] {
    if (!this.intact) return [];
    try {
      return withinTime(LIMIT_MS, () => this.check(id, sources));
    } catch {
      // What was interrupted may be left half done.
      this.intact = false;
      return [];
    }
  }

  private check(id: string, sources: ReadonlyMap<string, string>): readonly TypeProblem[] {
    const texts = new Map([...sources].map(([name, text]) => [path.posix.join(FOLDER, name), text]));
    this.program = ts.createProgram([...texts.keys()], OPTIONS, this.host(texts), this.program);
    const file = this.program.getSourceFile(path.posix.join(FOLDER, id));
    if (file === undefined) return [];
    return this.program.getSemanticDiagnostics(file).flatMap(({ start, category, messageText }) => {
      if (start === undefined || category !== ts.DiagnosticCategory.Error) return [];
      const message = typeof messageText === 'string' ? messageText : messageText.messageText;
      return [{ line: file.getLineAndCharacterOfPosition(start).line + 1, message: message.replace(/\.$/, '') }];
    });
  }

  /** All that the compiler sees of the world: the submission's files, and the libraries. */
  private host(texts: ReadonlyMap<string, string>): ts.CompilerHost {
    const isLibrary = (file: string) => LIBRARIES.some((one) => file === one || file.startsWith(`${one}/`));
    const has = (file: string) => texts.has(file) || (isLibrary(file) && ts.sys.fileExists(file));
    return {
      ...ts.createCompilerHost(OPTIONS),
      getSourceFile: (file) => {
        const text = texts.get(file);
        if (text !== undefined) return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
        if (!this.known.has(file)) this.known.set(file, has(file) ? library(file) : undefined);
        return this.known.get(file);
      },
      fileExists: has,
      readFile: (file) => texts.get(file) ?? (isLibrary(file) ? ts.sys.readFile(file) : undefined),
      directoryExists: undefined,
      writeFile: () => undefined,
    };
  }
}

function library(file: string): ts.SourceFile {
  return ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.ES2022);
}
