import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import type { Workbook } from '../../workbook/workbook';
import { type Implementation, implementationsOf } from './originals';
import { tryInProcesses } from './pool';
import type { Fate } from './trial';
import type { MutantsResult } from './tryMutants';

/** What became of the mutants of all right answers of an exercise. */
export interface ExerciseMutants {
  readonly exercise: string;
  readonly implementations: number;
  readonly fates: Readonly<Record<Fate, number>>;
  /** Each a sentence: mutants that keep all points without being right, answers that are not right themselves. */
  readonly problems: readonly string[];
}

export interface MutantsOptions {
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  readonly seed: string;
}

/** Draws of an exercise's domain on which a mutant that keeps all points must be right. */
const DRAWS = 10_000;

const NONE: Readonly<Record<Fate, number>> = { caught: 0, stopped: 0, equivalent: 0, survived: 0 };

const noDomain = (name: string) =>
  `fixtures/${name}/fixture.ts has no domain, so no mutant can be shown to be right. Say under "domain" what inputs the function is for.`;

/**
 * Changes every right answer of the exercises in each small way, one at a time: each mutant must lose points, or be
 * right on many draws of the domain.
 *
 * @param done is told each exercise as soon as it is finished
 */
export async function verifyMutants(options: MutantsOptions, done: (one: ExerciseMutants) => void): Promise<void> {
  const { workbook, exercises, seed } = options;
  const { root } = workbook;
  const [bare, ready] = [true, false].map((without) =>
    exercises.filter(({ domains }) => (domains.size === 0) === without),
  );
  for (const { name } of bare) done({ exercise: name, implementations: 0, fates: NONE, problems: [noDomain(name)] });
  const tasks = (await Promise.all(ready.map(({ name }) => implementationsOf(workbook, name))))
    .flat()
    .map((implementation) => ({ root, seed, draws: DRAWS, implementation }));
  const results = new Map<Implementation, MutantsResult>();
  await tryInProcesses(tasks, ({ implementation }, result) => {
    results.set(implementation, result);
    const { exercise } = implementation;
    const all = tasks.map((task) => task.implementation).filter((other) => other.exercise === exercise);
    if (all.every((other) => results.has(other))) done(summary(root, exercise, all, results));
  });
}

function summary(
  root: string,
  exercise: string,
  implementations: readonly Implementation[],
  results: ReadonlyMap<Implementation, MutantsResult>,
): ExerciseMutants {
  const fates = { ...NONE };
  const problems: string[] = [];
  for (const implementation of implementations) {
    const result = results.get(implementation);
    if (result === undefined) continue;
    for (const fate of ['caught', 'stopped', 'equivalent', 'survived'] as const) fates[fate] += result.fates[fate];
    problems.push(...problemsOf(root, implementation, result));
  }
  return { exercise, implementations: implementations.length, fates, problems };
}

function problemsOf(
  root: string,
  { exercise, file, variant }: Implementation,
  { itself, survivors }: MutantsResult,
): readonly string[] {
  const shown = (full: string) => path.relative(root, full).split(path.sep).join('/');
  const of = variant === null ? '' : ` (${variant})`;
  const name = `${shown(file)}${of}`;
  if (itself === 'survived')
    return [`${name} is not right on every draw of the domain of ${exercise}. Fix it, or narrow the domain.`];
  if (itself !== 'equivalent') return [`${name} loses points itself. npm run verify -- ${exercise} says where.`];
  return survivors.map(
    ({ file: changed, line, column, code, replacement }) =>
      `${shown(changed)}:${line}:${column}${of}: ${quoted(code)} ${replacement.trim() === '' ? 'left out' : `-> ${quoted(replacement)}`} keeps all points.`,
  );
}

/** Longer changes say what they are by how they begin. */
const MAX_QUOTED = 60;

function quoted(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_QUOTED ? line : `${line.slice(0, MAX_QUOTED - 3)}...`;
}
