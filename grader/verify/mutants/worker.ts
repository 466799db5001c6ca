import { loadWorkbook } from '../../workbook/workbook';
import type { Implementation } from './originals';
import { Trial } from './trial';
import { tryMutants } from './tryMutants';

/** A process of its own, which tries the mutants of one implementation after another: see `pool.ts`. */

export interface Task {
  readonly root: string;
  readonly seed: string;
  readonly draws: number;
  readonly implementation: Implementation;
}

let trial: { readonly exercise: string; readonly trial: Trial } | null = null;

async function work({ root, seed, draws, implementation }: Task): Promise<void> {
  const { exercises } = await loadWorkbook(root);
  const exercise = exercises.find(({ name }) => name === implementation.exercise);
  if (exercise === undefined) throw new Error(`There is no exercise ${implementation.exercise}.`);
  // Implementations of one exercise come one after another, and what the reference returns is worked out once.
  if (trial?.exercise !== exercise.name) trial = { exercise: exercise.name, trial: new Trial(exercise, seed, draws) };
  process.send?.(tryMutants(implementation, trial.trial));
}

process.on('message', (task: Task) => void work(task));
