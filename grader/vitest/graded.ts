import type { Report } from '../grading/report';

/** A picture beside a check: its words, and the drawing as SVG where somebody will see it. */
export interface DrawnPicture {
  readonly words: string;
  readonly svg: string | null;
}

/** What the workbook's tests state: made by the warm grader, handed to each run of them. */
export interface GradedWorkbook {
  readonly report: Report;
  /** The exercises that were graded for it; the others had not changed. */
  readonly regraded: readonly string[];
  /** By exercise and check. */
  readonly pictures: Readonly<Record<string, readonly (readonly DrawnPicture[])[]>>;
  /** By exercise, the first of its hints that fits the answer; empty where none does. */
  readonly hints: Readonly<Record<string, string>>;
}

/** Why the exercises could not be graded, in a sentence. */
export interface NotGraded {
  readonly failure: string;
}

/** Seed of the workbook's random cases. */
export const SEED = 'workbook';

declare module 'vitest' {
  interface ProvidedContext {
    graded: GradedWorkbook | NotGraded;
  }
}
