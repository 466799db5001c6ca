import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Input } from '../../authoring/values';
import { compile } from '../../submission/compile';
import type { Implementation } from './originals';
import { ownCode } from './ownCode';
import { countingSteps, STEP, Steps } from './steps';

/** A function of an exercise, and the count of the steps that it takes. */
export interface Runnable {
  readonly answer: (...inputs: Input[]) => unknown;
  readonly steps: Steps;
}

type Body = (exports: object, require: (specifier: string) => unknown, step: () => void) => void;

/**
 * The files of an implementation: the one that exports it and what that imports from its own folder. Other imports
 * (mathjs, the reference of a variant) are the kit's own modules, shared by all mutants.
 */
export class Program {
  /** By full path, in the order in which they import one another. */
  readonly sources: ReadonlyMap<string, string>;
  private readonly bodies: ReadonlyMap<string, Body>;

  constructor(private readonly implementation: Implementation) {
    const sources = new Map<string, string>();
    const bodies = new Map<string, Body>();
    const folder = path.dirname(implementation.file);
    const waiting = [implementation.file];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (sources.has(file)) continue;
      const { variant } = implementation;
      const text = fs.readFileSync(file, 'utf8');
      const source = variant === null || file !== implementation.file ? text : ownCode(text, variant);
      const compiled = compile(source, path.basename(file));
      if (!('code' in compiled)) throw new Error(`${file}:${compiled.line}: ${compiled.message}`);
      sources.set(file, source);
      bodies.set(file, bodyOf(compiled.code));
      const { resolve } = createRequire(file);
      const imported = compiled.imports.filter((specifier) => specifier.startsWith('.')).map((name) => resolve(name));
      waiting.push(...imported.filter((target) => path.dirname(target) === folder));
    }
    this.sources = sources;
    this.bodies = bodies;
  }

  /**
   * The function that the program exports, new, with the JavaScript `code` in place of one of its files.
   *
   * @throws whatever its files throw when they are loaded
   */
  run(changed: { readonly file: string; readonly code: string } | null): Runnable {
    const steps = new Steps();
    const bodies = new Map(this.bodies);
    if (changed !== null) bodies.set(changed.file, bodyOf(changed.code));
    const loaded = new Map<string, Record<string, unknown>>();
    function load(file: string, body: Body): Record<string, unknown> {
      const exports: Record<string, unknown> = {};
      loaded.set(file, exports);
      const require = createRequire(file);
      body(
        exports,
        (specifier) => {
          const target = require.resolve(specifier);
          const own = bodies.get(target);
          return loaded.get(target) ?? (own === undefined ? require(specifier) : load(target, own));
        },
        steps.step,
      );
      return exports;
    }
    const { exercise, file, variant } = this.implementation;
    const exports = load(file, bodies.get(file) as Body);
    const found =
      variant === null ? exports[exercise] : (exports.variants as Readonly<Record<string, unknown>>)[variant];
    if (typeof found !== 'function') throw new TypeError(`${exercise} is not a function`);
    return {
      steps,
      answer(...inputs) {
        steps.begin(inputs);
        return found(...inputs);
      },
    };
  }
}

function bodyOf(code: string): Body {
  return new Function('exports', 'require', STEP, countingSteps(code)) as Body;
}
