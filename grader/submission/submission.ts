import fs from 'node:fs';
import { SourceMap } from 'node:module';
import type ts from 'typescript';
import { MAX_FILES, SUBMISSION_TRANSPILE_MS, TRANSPILE_LIMIT_MS } from '../sandbox/protocol/limits';
import type { Module } from '../sandbox/protocol/messages';
import { sanitize, sanitizeLine } from '../text/sanitize';
import { findImport, type Position, positionAt, type SyntaxProblem, type Transpiled } from './compile';
import type { Site } from './instrument';
import type { ProgramProblem } from './programProblem';
import { SourceFolder } from './sourceFolder';
import { Transpiler } from './transpile';

export type { ProgramProblem };

/** An exercise file and everything it imports, ready for the guest. */
export interface Program {
  readonly entry: string;
  readonly modules: readonly Module[];
  readonly usesMathjs: boolean;
  /** The module of ours whose functions calls may hand over; null when they hand over none. */
  readonly functions: string | null;
}

/** A program whose values are recorded, and the places of which it speaks. */
export interface RecordedProgram {
  readonly program: Program;
  readonly sites: readonly Site[];
}

/** How long the compiler may work on one file for that, in ms: twenty times what it takes. */
const RECORDED_LIMIT_MS = 300;

/** By file of the submission, what takes its place: a module of the same id, and what that imports. */
export type StandIns = ReadonlyMap<string, readonly Module[]>;

interface Source extends Transpiled {
  readonly text: string;
}

/** What an import of another file looks like: a guess. */
const RELATIVE_IMPORT = /\bfrom\s*['"](\.[^'"\n]+)['"]/g;
const ALLOWED = 'An exercise may import its own helper files (such as "./helper") and "mathjs"';

const OUT_OF_TIME = `This file was not compiled: the files of this submission take more than ${SUBMISSION_TRANSPILE_MS / 1000} s to compile. Write them in smaller pieces.`;

/**
 * The files of a submission. Each is read and transpiled once, in memory; nothing is ever written.
 */
export class Submission {
  private readonly files: SourceFolder;
  private readonly sources = new Map<string, Source | ProgramProblem>();
  private readonly sourceMaps = new Map<string, SourceMap>();
  private readonly trees = new Map<string, ts.SourceFile | null>();
  /** What is left of the compiler's time for one exercise, in ms; what is known already costs none. */
  private compilerTime = TRANSPILE_LIMIT_MS;
  /** What is left of it for the whole submission. */
  private totalCompilerTime = SUBMISSION_TRANSPILE_MS;

  /**
   * @param folder the folder of exercise files
   * @param transpiler one for all submissions that come from others
   */
  constructor(
    folder: string,
    private readonly transpiler: Transpiler = new Transpiler(),
  ) {
    this.files = new SourceFolder(folder);
  }

  /**
   * Reads the files of several exercises, and what they seem to import, at once: faster than one after the other, and
   * otherwise the same.
   */
  readAhead(names: readonly string[]): void {
    const texts = new Map<string, string>();
    const ids = new Set(names.map((name) => `${name}.ts`));
    // A set hands out what is added meanwhile.
    for (const id of ids) {
      if (ids.size > MAX_FILES) return;
      const text = this.files.text(id);
      if (typeof text !== 'string') continue;
      texts.set(id, text);
      for (const [, specifier] of text.matchAll(RELATIVE_IMPORT)) {
        const target = this.files.resolve(id, specifier);
        if (target !== null) ids.add(target);
      }
    }
    for (const [id, result] of this.timed(() => this.transpiler.transpileTogether(texts)))
      this.sources.set(id, sourceOf(id, texts.get(id) as string, result));
  }

  /**
   * The program of the exercise file `<name>.ts`, or the first problem in it or in what it imports.
   *
   * @param standIns modules that are used in place of the submission's own files
   */
  program(name: string, standIns: StandIns = new Map()): Program | ProgramProblem {
    this.compilerTime = TRANSPILE_LIMIT_MS;
    const program = this.collect(name, standIns);
    if (!('kind' in program)) return program;
    // Names and specifiers are the learner's, and may hold anything.
    return { ...program, id: sanitizeLine(program.id), message: sanitize(program.message) };
  }

  private collect(name: string, standIns: StandIns): Program | ProgramProblem {
    const entry = `${name}.ts`;
    const modules = new Map<string, Module>();
    const waiting = [entry];
    let usesMathjs = false;
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (modules.has(id)) continue;
      const standIn = standIns.get(id);
      if (standIn !== undefined) {
        for (const module of standIn) modules.set(module.id, module);
        continue;
      }
      const source = this.source(id);
      if ('kind' in source) return source;
      if (modules.size === MAX_FILES) {
        return { kind: 'import', message: `An exercise may have ${MAX_FILES - 1} helper files, not more.`, id: entry };
      }
      const imports: Record<string, string> = {};
      for (const specifier of source.imports) {
        const target = specifier === 'mathjs' ? specifier : this.files.resolve(id, specifier, standIns);
        if (target === null) {
          const message = this.files.notFound(id, specifier) ?? `${ALLOWED}, not "${specifier.slice(0, 100)}".`;
          return { kind: 'import', message, id, ...findImport(source.text, specifier) };
        }
        imports[specifier] = target;
        if (target === 'mathjs') usesMathjs = true;
        else waiting.push(target);
      }
      modules.set(id, { id, code: source.code, imports });
    }
    return { entry, modules: [...modules.values()], usesMathjs, functions: null };
  }

  /**
   * All that the outcome of exercise `name` can depend on: the text of its file and of whatever that imports, also
   * past a problem. Equal fingerprints mean that grading again would find the same.
   */
  fingerprint(name: string): string {
    const reached = new Map<string, unknown>();
    const waiting = [`${name}.ts`];
    this.compilerTime = TRANSPILE_LIMIT_MS;
    // What lies beyond the greatest number of files is an error that names no file.
    for (let id = waiting.pop(); id !== undefined && reached.size <= MAX_FILES; id = waiting.pop()) {
      if (reached.has(id)) continue;
      const source = this.source(id);
      if ('kind' in source) {
        reached.set(id, source);
        continue;
      }
      const from = id;
      const targets = source.imports.map((specifier) => this.files.resolve(from, specifier));
      reached.set(id, [source.text, targets]);
      waiting.push(...targets.filter((target) => target !== null));
    }
    return JSON.stringify([...reached]);
  }

  /** The source map of a file that `program` has read. */
  sourceMap(id: string): SourceMap | null {
    const known = this.sourceMaps.get(id);
    if (known !== undefined) return known;
    const source = this.sources.get(id);
    if (source === undefined || !('map' in source)) return null;
    // That of a long file takes a while to read, and every call of an answer may throw.
    const map = new SourceMap(JSON.parse(source.map()));
    this.sourceMaps.set(id, map);
    return map;
  }

  /**
   * A program that records what its own files do; those that `isWhole` names, and what stands in for files, do what they did.
   *
   * @returns null when one of its files cannot be compiled so
   */
  recorded(program: Program, isWhole: (id: string) => boolean): RecordedProgram | null {
    const own = program.modules.filter(({ id, sealed }) => sealed !== true && this.sources.has(id) && !isWhole(id));
    const texts = own.map(({ id }) => (this.sources.get(id) as Source).text);
    let recorder = '$record';
    while (texts.some((text) => text.includes(recorder))) recorder += '$';
    const sites: Site[] = [];
    const modules = new Map(program.modules.map((module) => [module.id, module]));
    for (const [i, module] of own.entries()) {
      if (this.totalCompilerTime <= 0) return null;
      const limit = Math.min(RECORDED_LIMIT_MS, this.totalCompilerTime);
      const result = this.timed(() => this.transpiler.instrumented(texts[i], module.id, recorder, sites.length, limit));
      if (result === null) return null;
      sites.push(...result.sites);
      modules.set(module.id, { ...module, code: result.code, recorder });
    }
    return { program: { ...program, modules: [...modules.values()] }, sites };
  }

  /** Where the file of exercise `name` defines its function; null when that cannot be found. */
  definition(name: string): Position | null {
    const source = this.sources.get(`${name}.ts`);
    if (source === undefined || !('text' in source)) return null;
    const match = new RegExp(`(?:function|const|let|var)\\s+${name}\\b`).exec(source.text);
    return match === null ? null : positionAt(source.text, match.index);
  }

  /** The syntax tree of file `id`, however wrong its syntax is; null when it cannot be read. */
  parsed(id: string): ts.SourceFile | null {
    const known = this.trees.get(id);
    if (known !== undefined) return known;
    const text = this.files.text(id);
    const tree = typeof text === 'string' ? this.transpiler.parse(text, id) : null;
    this.trees.set(id, tree);
    return tree;
  }

  /** Whether the text of file `id` matches `pattern`; a file that cannot be read does not. */
  mentions(id: string, pattern: RegExp): boolean {
    const bytes = this.files.bytes(id);
    return Buffer.isBuffer(bytes) && pattern.test(bytes.toString('utf8'));
  }

  private source(id: string): Source | ProgramProblem {
    const known = this.sources.get(id);
    if (known !== undefined) return known;
    const source = this.read(id);
    this.sources.set(id, source);
    return source;
  }

  private read(id: string): Source | ProgramProblem {
    const text = this.files.text(id);
    if (typeof text !== 'string') return text;
    if (this.totalCompilerTime <= 0) return { kind: 'load', message: OUT_OF_TIME, id };
    const limit = Math.min(this.compilerTime, this.totalCompilerTime);
    return sourceOf(
      id,
      text,
      this.timed(() => this.transpiler.transpile(text, id, limit)),
    );
  }

  /** Subtracts the time that the compiler works from what is left of it. */
  private timed<T>(work: () => T): T {
    const start = performance.now();
    const result = work();
    const time = performance.now() - start;
    this.compilerTime -= time;
    this.totalCompilerTime -= time;
    return result;
  }
}

function sourceOf(id: string, text: string, result: Transpiled | SyntaxProblem): Source | ProgramProblem {
  return 'code' in result ? { ...result, text } : { kind: 'syntax', id, ...result };
}

/** Whether an exercise file in `folder` seems to import mathjs: a guess, to have it ready early. */
export function mentionsMathjs(folder: string): boolean {
  const submission = new Submission(folder);
  const files = fs.readdirSync(folder).filter((id) => id.endsWith('.ts'));
  return files.slice(0, MAX_FILES).some((id) => submission.mentions(id, /from\s*['"]mathjs['"]/));
}
