import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle';
import { compile, type SyntaxProblem, type Transpiled } from './compile';
import { MAX_OUTPUT_BYTES, TRANSPILE_LIMIT_MS, TRANSPILE_MIB } from './limits';
import { withinTime } from './withinTime';

/**
 * Transpiling a submission's sources in the host, within limits of time and memory: TypeScript's parser takes
 * exponential time on a few hundred characters of its choosing, and its enums may double a string thirty times.
 */

/** Sources that may need much memory: long ones, and those with enums (a keyword may be spelled with escapes). */
const LONG = 100_000;
const DEMANDING = /\benum\b|\\u/;

const TOO_COMPLEX: SyntaxProblem = {
  message: 'This file is nested too deeply, or too long, to be read. Write it in smaller pieces.',
  line: 1,
  column: 1,
};

let apartScript: string | null = null;
/** Whether the compiler was never interrupted in this process: afterwards its state is not to be relied upon. */
let intact = true;

/**
 * TypeScript to CommonJS JavaScript, as `compile` does; a source that the limits stop has a problem like any other.
 *
 * @param fileName used for messages and to tell `.ts` from `.js`
 * @param limit in ms
 */
export function transpile(
  source: string,
  fileName: string,
  limit: number = TRANSPILE_LIMIT_MS,
): Transpiled | SyntaxProblem {
  const result =
    intact && source.length <= LONG && !DEMANDING.test(source)
      ? transpileHere(source, fileName, limit)
      : transpileApart(source, fileName, limit);
  return 'code' in result && result.code.length > MAX_OUTPUT_BYTES ? TOO_COMPLEX : result;
}

function transpileHere(source: string, fileName: string, limit: number): Transpiled | SyntaxProblem {
  try {
    return withinTime(limit, () => compile(source, fileName));
  } catch {
    intact = false;
    return TOO_COMPLEX;
  }
}

/** Uses a process of its own, which can be killed whatever it does, and whose memory is not ours. */
function transpileApart(source: string, fileName: string, limit: number): Transpiled | SyntaxProblem {
  apartScript ??= bundle(['compileApart', 'compile']);
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--no-warnings', `--max-old-space-size=${TRANSPILE_MIB}`, '-e', apartScript],
    {
      // There it finds the compiler.
      cwd: path.dirname(require.resolve('typescript/package.json')),
      env: {},
      input: JSON.stringify({ source, fileName }),
      encoding: 'utf8',
      maxBuffer: 4 * MAX_OUTPUT_BYTES,
      // The compiler has to be loaded first.
      timeout: limit + 1000,
      killSignal: 'SIGKILL',
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    },
  );
  return status === 0 ? (JSON.parse(stdout) as Transpiled | SyntaxProblem) : TOO_COMPLEX;
}
