import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';

/** What makes a folder a handout: a workbook for learners, in which recorded answers take the place of the reference. */
export interface Handout {
  readonly schema: 'forward-pass/handout/v1';
  readonly title: string;
  /** The version of the kit that made it. */
  readonly kit: string;
  /** The seed for which answers are recorded. */
  readonly seed: string;
  /** Whether it is an exam: no questions, no hints, no counterexamples. */
  readonly exam: boolean;
  /** Whether the steps of right answers are in it, so that the first wrong step is told; an older one, which does not say, has them. */
  readonly steps?: boolean;
  readonly exercises: Readonly<Record<string, HandedOut>>;
}

/** An exercise of a handout. */
export interface HandedOut {
  /** Other exercises that its reference builds on. */
  readonly buildsOn: readonly string[];
  /**
   * By exercise whose answer its cases hand over, of what kinds that one's arguments are (`Kind` in
   * `sandbox/protocol/messages.ts`); missing where they hand over none.
   */
  readonly handed?: Readonly<Record<string, readonly unknown[]>>;
}

/** The seed for which a handout has answers: what learners grade with when they choose none. */
export const HANDOUT_SEED = 'workbook';

/** The file at a handout's root that says so. */
export const HANDOUT_FILE = 'handout.json';

/** What `root` is as a handout; null when it is a workbook with all that belongs to one. */
export function readHandout(root: string): Handout | null {
  const file = path.join(root, HANDOUT_FILE);
  if (!fs.existsSync(file)) return null;
  const damaged = new UserError(`${HANDOUT_FILE} is damaged: take it from the handout again, as you got it.`);
  let data: unknown;
  try {
    data = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw damaged;
  }
  if (typeof data !== 'object' || data === null || !('schema' in data)) throw damaged;
  if (data.schema !== 'forward-pass/handout/v1' || !('exercises' in data)) throw damaged;
  return data as Handout;
}
