import { createRequire } from 'node:module';
import path from 'node:path';
import type { Input } from '../../../authoring/values';
import { MATHJS } from '../../../sandbox/host/snapshot';
import { newRecorder } from '../../../sandbox/protocol/recorder';
import { seededRandom } from '../../../sandbox/protocol/seededRandom';
import { resolved } from '../../../submission/bundle';
import type { Site } from '../../../submission/instrument';
import { loadModule } from '../../../workbook/loadModule';
import type { Workbook } from '../../../workbook/workbook';
import { copyInput } from '../../copyInput';
import { withRandom } from '../../withRandom';
import { compiled, ownFile } from './ownFile';
import { readTrace, type Trace } from './trace';

/**
 * A file of the workbook's own with right answers, compiled so that the values of its expressions are recorded, and run in
 * this process: it is the author's, as the reference is.
 */
export interface OwnProgram {
  readonly exports: Readonly<Record<string, unknown>>;
  /** What a call of one of its functions goes through; what it throws ends the trace. */
  trace(answer: (...inputs: Input[]) => unknown, inputs: readonly Input[]): Trace;
}

/** The name of the recorder in our files. */
const RECORDER = '$record';

type Body = (exports: object, require: (specifier: string) => unknown, record: unknown) => void;

interface Loaded {
  readonly file: string;
  readonly body: Body;
  /** By specifier: another of these files, or a module as Node has it. */
  readonly imports: ReadonlyMap<string, { readonly own: string } | { readonly module: unknown }>;
}

/**
 * @param texts sources that are used in place of files, by full path
 * @throws AuthoringError when a file cannot be loaded
 */
export async function loadOwnProgram(
  workbook: Workbook,
  file: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<OwnProgram> {
  const sites: Site[] = [];
  const files = new Map<string, Loaded>();
  const others = new Set(workbook.exercises.map(({ name }) => `${name}.ts`));
  const waiting = [file];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (files.has(next)) continue;
    // Answers to other exercises are one step.
    const recorder = next !== file && others.has(path.basename(next)) ? null : RECORDER;
    const text = texts.get(next);
    const {
      code,
      imports: specifiers,
      sites: added,
    } = text === undefined ? ownFile(next, recorder, sites.length) : compiled(text, next, recorder, sites.length);
    sites.push(...added);
    const imports = new Map<string, { readonly own: string } | { readonly module: unknown }>();
    for (const specifier of specifiers) {
      const target = resolved(next, specifier);
      if (specifier === 'mathjs') imports.set(specifier, { module: createRequire(__filename)(MATHJS) });
      else if (path.dirname(target) === path.dirname(file)) {
        imports.set(specifier, { own: target });
        waiting.push(target);
      } else imports.set(specifier, { module: await loadModule(workbook.root, target) });
    }
    const body = new Function('exports', 'require', RECORDER, code) as Body;
    files.set(next, { file: next, body, imports });
  }
  const recorder = newRecorder();
  const exports = evaluated(file, files, recorder.record);
  recorder.loaded();
  return {
    exports,
    trace(answer, given) {
      const inputs = given.map(copyInput);
      recorder.begin();
      const threw = !seeded(() => answer(...inputs));
      const numbers: number[] = [];
      recorder.take((value) => numbers.push(value));
      return readTrace(Float64Array.from(numbers), recorder.more, threw, sites) as Trace;
    },
  };
}

function evaluated(entry: string, files: ReadonlyMap<string, Loaded>, record: unknown): Record<string, unknown> {
  const done = new Map<string, Record<string, unknown>>();
  function load(file: string): Record<string, unknown> {
    const before = done.get(file);
    if (before !== undefined) return before;
    const exports: Record<string, unknown> = {};
    done.set(file, exports);
    const { body, imports } = files.get(file) as Loaded;
    const require = (specifier: string) => {
      const found = imports.get(specifier);
      return found !== undefined && 'own' in found ? load(found.own) : found?.module;
    };
    body(exports, require, record);
    return exports;
  }
  return load(entry);
}

/** Does `work` with the random numbers that a guest would hand out to a call. Whether it came to its end. */
function seeded(work: () => void): boolean {
  try {
    withRandom(seededRandom().random, work);
    return true;
  } catch {
    return false;
  }
}
