import { createHash } from 'node:crypto';
import { UserError } from '../../errors';

type Environment = Readonly<Record<string, string | undefined>>;

/** One part of a class: the `index`-th of `count`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** "3/8". */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** The shard that "3/8" means; null when it means none. */
export function parseShard(text: string): Shard | null {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  if (match === null) return null;
  const [index, count] = [Number(match[1]), Number(match[2])];
  return index >= 1 && index <= count ? { index, count } : null;
}

/**
 * The part to grade: as typed, or else as the cluster's scheduler says; null for the whole class.
 *
 * @throws UserError when what was typed, or set, is not a part
 */
export function chosenShard(
  typed: string | undefined,
  environment: Environment,
  say: (sentence: string) => void,
): Shard | null {
  if (typed !== undefined) {
    const shard = parseShard(typed);
    if (shard === null)
      throw new UserError(`--shard: "${typed}" is not a part; write 3/8, for example, for the third of eight.`);
    return shard;
  }
  const found = shardFromEnvironment(environment);
  if (found === null) return null;
  say(`Part ${shardText(found.shard)} of the class, from ${found.variable}.`);
  return found.shard;
}

/** Whether a student belongs to a shard: decided by the name alone, the same on every machine. */
export function inShard(student: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(student.normalize()).digest();
  return (hash.readUIntBE(0, 6) % count) + 1 === index;
}

/**
 * The shard that a cluster's scheduler set in the environment, and by which variable; null when there is none.
 *
 * Slurm numbers its tasks from SLURM_ARRAY_TASK_MIN in steps of SLURM_ARRAY_TASK_STEP. Kubernetes numbers them from 0
 * and does not tell how many there are: the recipe sets JOB_COMPLETIONS.
 *
 * @throws UserError when only a part of what is needed is set
 */
export function shardFromEnvironment(environment: Environment): { shard: Shard; variable: string } | null {
  const number = (name: string) => numberOf(environment, name);
  const task = number('SLURM_ARRAY_TASK_ID');
  if (task !== null) {
    const count = number('SLURM_ARRAY_TASK_COUNT') ?? missing('SLURM_ARRAY_TASK_ID', 'SLURM_ARRAY_TASK_COUNT');
    const first = number('SLURM_ARRAY_TASK_MIN') ?? 0;
    const step = number('SLURM_ARRAY_TASK_STEP') ?? 1;
    return within({ index: (task - first) / step + 1, count }, 'SLURM_ARRAY_TASK_ID');
  }
  const completion = number('JOB_COMPLETION_INDEX');
  if (completion === null) return null;
  const count = number('JOB_COMPLETIONS') ?? missing('JOB_COMPLETION_INDEX', 'JOB_COMPLETIONS');
  return within({ index: completion + 1, count }, 'JOB_COMPLETION_INDEX');
}

function numberOf(environment: Environment, name: string): number | null {
  const text = environment[name];
  if (text === undefined || text === '') return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(`${name} is "${text}", which is not a whole number. Give --shard, for example --shard 3/8.`);
}

function missing(set: string, unset: string): never {
  throw new UserError(
    `${set} is set, but ${unset}, which says how many parts there are, is not. Set it, or give --shard, for example --shard 3/8.`,
  );
}

function within(shard: Shard, variable: string): { shard: Shard; variable: string } {
  if (parseShard(shardText(shard)) !== null) return { shard, variable };
  throw new UserError(
    `${variable} means part ${shardText(shard)}, which does not exist. Number the tasks without gaps, or give --shard.`,
  );
}
