import fs from 'node:fs';
import path from 'node:path';
import type { FindSlips, Told } from '../diagnosis/slips';
import { explains } from '../diagnosis/slips';
import { type Suspect, sameIn } from '../diagnosis/suspect';
import type { Plan } from '../plan';
import { PACKED, unpackFile } from './encode';
import { type PooledAnswer, type PooledOutcomes, RecordedOutcomes } from './outcomes';

/** What is recorded of an exercise's misconceptions and slips: what they came to, and what is asked. */
export interface RecordedMistakes {
  readonly pool: readonly PooledAnswer[];
  readonly suspects: readonly (Omit<Suspect, 'outcomes'> & { readonly outcomes: PooledOutcomes })[];
  /** Whether a slip may go wrong by any constant, of which one alone is recorded. */
  readonly solves: boolean;
  /** Two slips at once, each pair with what is told of an answer that comes to the same. */
  readonly pairs: readonly { readonly told: readonly Told[]; readonly outcomes: PooledOutcomes }[];
}

/** The file of an exercise's recorded mistakes, as a path inside the handout. */
export const mistakesFile = (name: string) => `fixtures/${name}/mistakes${PACKED}`;

/** What is known to go wrong in an exercise: misconceptions, and slips, where they are looked for as well. */
export interface Mistakes {
  readonly suspects: readonly Suspect[];
  readonly slips: FindSlips | null;
  /** Whether more answers could be explained where constants can be solved for, as they cannot in a handout. */
  readonly solvesElsewhere: boolean;
}

/** The mistakes recorded in the handout at `root`; none when it has no such file, as an exam has not. */
export function recordedMistakes(root: string, plan: Plan): Mistakes {
  const file = path.join(root, mistakesFile(plan.exercise.name));
  if (!fs.existsSync(file)) return { suspects: [], slips: null, solvesElsewhere: false };
  const { pool, suspects, pairs, solves } = unpackFile(fs.readFileSync(file)) as RecordedMistakes;
  const outcomesOf = (pooled: PooledOutcomes) => new RecordedOutcomes(plan, pool, pooled);
  return {
    suspects: suspects.map((suspect) => ({ ...suspect, outcomes: outcomesOf(suspect.outcomes) })),
    solvesElsewhere: solves,
    slips(on, outcomes) {
      const same = sameIn(on);
      return pairs.find((pair) => explains(on, outcomes, outcomesOf(pair.outcomes), 1, same))?.told ?? [];
    },
  };
}
