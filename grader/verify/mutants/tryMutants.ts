import path from 'node:path';
import { compileAll } from '../../submission/compile';
import { type Mutant, mutantsOf } from './mutator';
import type { Implementation } from './originals';
import { Program } from './runnable';
import type { Fate, Trial } from './trial';

/** A mutant that keeps all points without being right. */
export type Survivor = Omit<Mutant, 'text'> & { readonly file: string };

export interface MutantsResult {
  /** What becomes of the implementation as it is. Unless that is right on every draw, no mutant is tried. */
  readonly itself: Fate;
  /** How many there were of each fate. */
  readonly fates: Readonly<Record<Fate, number>>;
  readonly survivors: readonly Survivor[];
}

/** How many sources are compiled at a time: together they take a fraction of the time, and several times the memory. */
const BATCH = 100;

/** Tries every mutant of an implementation. */
export function tryMutants(implementation: Implementation, trial: Trial): MutantsResult {
  const program = new Program(implementation);
  const fates = { caught: 0, stopped: 0, equivalent: 0, survived: 0 };
  const survivors: Survivor[] = [];
  const itself = trial.fateOf(() => program.run(null));
  if (itself !== 'equivalent') return { itself, fates, survivors };
  for (const [file, source] of program.sources) {
    for (const { mutant, code } of compiled(file, mutantsOf(source))) {
      const fate = trial.fateOf(() => program.run({ file, code }));
      fates[fate] += 1;
      const { text, ...change } = mutant;
      if (fate === 'survived') survivors.push({ ...change, file });
    }
  }
  return { itself, fates, survivors };
}

/** Those of the mutants that are TypeScript, as JavaScript. */
export function* compiled(file: string, mutants: readonly Mutant[]): Generator<{ mutant: Mutant; code: string }> {
  for (let start = 0; start < mutants.length; start += BATCH) {
    const batch = mutants.slice(start, start + BATCH);
    const results = compileAll(new Map(batch.map(({ text }, i) => [`${i}${path.extname(file)}`, text])));
    for (const [i, result] of [...results.values()].entries())
      if ('code' in result) yield { mutant: batch[i], code: result.code };
  }
}
