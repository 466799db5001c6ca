import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type ts from 'typescript';
import {
  MAX_OUTPUT_BYTES,
  PARSE_LIMIT_MS,
  TOGETHER_LIMIT_MS,
  TRANSPILE_LIMIT_MS,
  TRANSPILE_MIB,
} from '../sandbox/protocol/limits';
import { withinTime } from '../sandbox/protocol/withinTime';
import { bundle } from './bundle';
import { compile, compileAll, parse, type Strip, type SyntaxProblem, type Transpiled } from './compile';
import { instrument, type Site } from './instrument';

/**
 * Transpiling a submission's sources in the host, within limits of time and memory: TypeScript's parser takes
 * exponential time on a few hundred characters of its choosing, and its enums may double a string thirty times.
 */

/**
 * Sources that may need much memory: long ones, and those with enums (a keyword may be spelled with escapes). They are
 * compiled in a process of their own, which costs 0.4 s.
 */
const LONG = 100_000;
const DEMANDING = /\benum\b|\\u/;

const TOO_COMPLEX: SyntaxProblem = {
  message: 'This file is nested too deeply, or too long, to be read. Write it in smaller pieces.',
  line: 1,
  column: 1,
};

/** JavaScript that says what it does, and the places of which it speaks. */
export interface Recordable {
  readonly code: string;
  readonly sites: readonly Site[];
}

/** By file, what became of it. */
type Results = ReadonlyMap<string, Transpiled | SyntaxProblem>;

/**
 * The compiler of this process. A source that is too much for it may leave it broken, so one object, which knows
 * whether it is, compiles for all submissions.
 */
export class Transpiler {
  /** Whether the compiler in this process does what it should. */
  private intact = true;
  private script: string | null = null;
  private strip: Strip | null = null;

  /** Makes ready for the files of many submissions: what this loads takes the time that it saves on twenty of them. */
  async prepareForMany(): Promise<void> {
    const { stripTypes } = await import('./stripTypes.ts');
    this.strip = stripTypes;
  }

  /**
   * TypeScript to CommonJS JavaScript, as `compile` does; a source that the limits stop has a problem like any other.
   *
   * @param fileName used for messages and to tell `.ts` from `.js`
   * @param limit in ms
   */
  transpile(source: string, fileName: string, limit: number = TRANSPILE_LIMIT_MS): Transpiled | SyntaxProblem {
    if (this.intact && isModest([source])) return bounded(this.here(source, fileName, limit));
    return this.apart(new Map([[fileName, source]]), limit).get(fileName) ?? TOO_COMPLEX;
  }

  /**
   * As `transpile`, for the sources of several files by name, in a third of the time. Empty when they are too much for
   * that: each may have its problem, or none, by itself.
   */
  transpileTogether(sources: ReadonlyMap<string, string>): Results {
    const modest = new Map([...sources].filter(([, source]) => this.intact && isModest([source])));
    const demanding = new Map([...sources].filter(([name]) => !modest.has(name)));
    const isHere = isModest([...modest.values()]);
    const results = isHere ? this.hereTogether(modest) : this.apart(modest, TOGETHER_LIMIT_MS);
    // One alone has more time to itself when it is wanted.
    return demanding.size < 2 ? results : new Map([...results, ...this.apart(demanding, TOGETHER_LIMIT_MS)]);
  }

  /** The syntax tree of a source that the compiler got through; null when that would take too long. */
  parse(source: string, fileName: string): ts.SourceFile | null {
    if (!this.intact || !isModest([source])) return null;
    try {
      return withinTime(PARSE_LIMIT_MS, () => parse(source, fileName));
    } catch {
      this.recover();
      return null;
    }
  }

  /**
   * As `transpile`, of a source whose values are to be recorded; null where it takes too long, or a process of its own.
   *
   * @param recorder what the code calls the recorder
   * @param first the number of its first site
   * @param limit in ms
   */
  instrumented(source: string, fileName: string, recorder: string, first: number, limit: number): Recordable | null {
    if (!this.intact || !isModest([source])) return null;
    try {
      return withinTime(limit, () => {
        const { text, sites } = instrument(source, fileName, recorder, first);
        const compiled = compileAll(new Map([[fileName, text]]), false, this.strip).get(fileName) ?? TOO_COMPLEX;
        const result = bounded(compiled);
        return 'code' in result ? { code: result.code, sites } : null;
      });
    } catch {
      this.recover();
      return null;
    }
  }

  /** What was interrupted may be left half done. */
  private recover(): void {
    this.strip = null;
    this.intact = heals();
  }

  private hereTogether(sources: ReadonlyMap<string, string>): Results {
    try {
      const results = withinTime(TOGETHER_LIMIT_MS, () => compileAll(sources, true, this.strip));
      return new Map([...results].map(([name, result]) => [name, bounded(result)]));
    } catch {
      this.recover();
      return new Map();
    }
  }

  private here(source: string, fileName: string, limit: number): Transpiled | SyntaxProblem {
    try {
      return withinTime(limit, () => compile(source, fileName));
    } catch {
      this.recover();
      return TOO_COMPLEX;
    }
  }

  /**
   * Uses a process of its own, which can be killed whatever it does, and whose memory is not ours. Empty when it did
   * not come to its end.
   */
  private apart(sources: ReadonlyMap<string, string>, limit: number): Results {
    this.script ??= bundle(path.join(__dirname, 'compileApart.ts'));
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--no-warnings', `--max-old-space-size=${TRANSPILE_MIB}`, '-e', this.script],
      {
        // There it finds the compiler.
        cwd: path.dirname(require.resolve('typescript/package.json')),
        env: {},
        input: JSON.stringify([...sources]),
        encoding: 'utf8',
        maxBuffer: 4 * MAX_OUTPUT_BYTES * sources.size,
        // The compiler has to be loaded first.
        timeout: Math.max(1, Math.ceil(limit + 1000)),
        killSignal: 'SIGKILL',
        stdio: ['pipe', 'pipe', 'ignore'],
        windowsHide: true,
      },
    );
    if (status !== 0) return new Map();
    const results = JSON.parse(stdout) as [string, (Omit<Transpiled, 'map'> & { map: string }) | SyntaxProblem][];
    return new Map(
      results.map(([name, result]) => [
        name,
        bounded('code' in result ? { ...result, map: () => result.map } : result),
      ]),
    );
  }
}

/** Whether these can be compiled here, all together. */
function isModest(sources: readonly string[]): boolean {
  return (
    sources.reduce((sum, { length }) => sum + length, 0) <= LONG && !sources.some((source) => DEMANDING.test(source))
  );
}

function bounded(result: Transpiled | SyntaxProblem): Transpiled | SyntaxProblem {
  return 'code' in result && result.code.length > MAX_OUTPUT_BYTES ? TOO_COMPLEX : result;
}

/**
 * Whether the compiler works again after it was interrupted: what it keeps between files, it clears at the end of
 * each, so the first file after an interruption tidies up and the second shows whether that was enough.
 */
function heals(): boolean {
  try {
    const [, result] = [0, 1].map(() => compile('export const same = (a: number) => ({ ...[a] });', 'sample.ts'));
    return 'code' in result && result.code.includes('const same = (a) => ({ ...[a] });');
  } catch {
    return false;
  }
}
