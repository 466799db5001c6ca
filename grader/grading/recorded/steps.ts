import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Site } from '../../submission/instrument';
import type { RightAnswer } from '../tutor/trace/rightRuns';
import type { Trace, TracedValue } from '../tutor/trace/trace';
import { PACKED, unpackFile } from './encode';
import { inputsKey } from './inputsKey';

/**
 * What is recorded of the steps that an exercise's right answers go through. Of their source it holds how many steps there
 * are and which is a part of which, and no code: words are hashed.
 */
export interface RecordedSteps {
  /** Values, each kept once, as right answers come to the same. */
  readonly values: readonly RecordedValue[];
  readonly answers: readonly {
    readonly sites: readonly RecordedSite[];
    /** By the key of their inputs. */
    readonly runs: Readonly<Record<string, RecordedRun>>;
  }[];
}

export interface RecordedValue extends Pick<TracedValue, 'kind' | 'shape'> {
  readonly numbers: readonly number[];
}

/** A site, without its code and where that stands. */
export type RecordedSite = Omit<Site, 'id' | 'code' | keyof typeof NOWHERE>;

export interface RecordedRun extends Pick<Trace, 'call' | 'threw'> {
  /** For each step the number of its site and that of its value, all in a text, which is read when it is needed. */
  readonly steps: string;
}

const NOWHERE = { file: '', line: 0, column: 0, start: 0, end: 0 } as const;

/** The file of an exercise's recorded steps, as a path inside the handout. */
export const stepsFile = (name: string) => `fixtures/${name}/steps${PACKED}`;

/** What any program has: the kinds of expressions that the compiler knows, a length, and sums. */
const COMMON = /^(?:[A-Z]\w+|\.length|[-+]=)$/;
const HASH_LENGTH = 9;

/** A word of a right answer's source as a handout holds it: equal words stay equal within an exercise. */
export function hashedWord(exercise: string, word: string): string {
  if (COMMON.test(word)) return word;
  return `~${createHash('sha256').update(`${exercise} ${word}`).digest('base64url').slice(0, HASH_LENGTH)}`;
}

/** A run of which nothing was recorded, as one that went on for too long: nothing can be held against it. */
const NO_RUN: Trace = { steps: [], call: 0, more: true, threw: false, sites: [] };

/**
 * The right answers to the exercise called `name`, as recorded in the handout at `root`; none when it has no such file.
 *
 * @param own the sites of the program that they are compared with: only its words can be told from their hashes
 */
export function recordedRightAnswers(root: string, name: string, own: readonly Site[]): readonly RightAnswer[] {
  const file = path.join(root, stepsFile(name));
  if (!fs.existsSync(file)) return [];
  const { values, answers } = unpackFile(fs.readFileSync(file)) as RecordedSteps;
  const known = new Map(own.flatMap(wordsOf).map((word) => [hashedWord(name, word), word]));
  const valueAt = new Map<number, TracedValue>();
  function value(place: number): TracedValue {
    const before = valueAt.get(place);
    if (before !== undefined) return before;
    const { kind, shape, numbers } = values[place];
    const made = { kind, shape, numbers: Float64Array.from(numbers) };
    valueAt.set(place, made);
    return made;
  }
  return answers.map(({ sites: recorded, runs }, i) => {
    const sites = recorded.map((site, id) => ({
      ...withWords(site, (word) => known.get(word) ?? word),
      ...NOWHERE,
      id,
      code: '',
    }));
    return {
      name: String(i),
      trace(inputs) {
        const run = runs[inputsKey(inputs)] as RecordedRun | undefined;
        if (run === undefined) return NO_RUN;
        const { steps, call, threw } = run;
        const taken = steps.split(' ').map((step) => {
          const [site, place] = step.split(':').map(Number);
          return { site: sites[site], value: value(place) };
        });
        return { steps: taken, call, more: false, threw, sites };
      },
    };
  });
}

const wordsOf = ({ does, name, reads, into }: Site) =>
  [does, name, reads, ...into].filter((word): word is string => word !== null);

/** A site whose words are others. */
export function withWords<S extends RecordedSite>(site: S, other: (word: string) => string): S {
  const { does, name, reads, into } = site;
  return {
    ...site,
    does: other(does),
    name: name === null ? null : other(name),
    reads: reads === null ? null : other(reads),
    into: into.map(other),
  };
}
