import type { Report } from '../../grading/report';

/** What is remembered of an exercise between two runs. */
export interface Remembered {
  readonly score: number;
  /** Whether it ever had full marks. */
  readonly complete: boolean;
}

/** By exercise. */
export type Memory = Readonly<Record<string, Remembered>>;

/** What a run changed. */
export interface Changes {
  /** Exercises whose score is another than last time. */
  readonly scores: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  /** Exercises that have full marks for the first time. */
  readonly completed: readonly string[];
}

export const NO_CHANGES: Changes = { scores: [], completed: [] };

/** What `report` changes against what was remembered before it. */
export function changesSince(memory: Memory, { exercises }: Report): Changes {
  return {
    scores: exercises.flatMap(({ name, score }) => {
      const before = memory[name]?.score;
      return before === undefined || before === score ? [] : [{ name, before, after: score }];
    }),
    completed: exercises
      .filter(({ name, status }) => status === 'passed' && memory[name]?.complete !== true)
      .map(({ name }) => name),
  };
}

/** What to remember after `report`; exercises that it does not hold stay as they were. */
export function remember(memory: Memory, { exercises }: Report): Memory {
  const entries = exercises.map(({ name, score, status }) => {
    const complete = status === 'passed' || memory[name]?.complete === true;
    return [name, { score, complete }] as const;
  });
  return { ...memory, ...Object.fromEntries(entries) };
}
