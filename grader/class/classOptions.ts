/** What grading a class takes, as a person typed it. */
export interface ClassOptions {
  readonly workbook?: string;
  readonly chapter?: string;
  readonly out: string;
  readonly roster?: string;
  /** Whether files that have nearly an exercise's name are graded. */
  readonly acceptNearNames?: boolean;
  /** A folder with a folder for each student whose files were taken wrongly. */
  readonly corrected?: string;
  /** When submissions are due. */
  readonly due?: string;
  /** Submissions at a time. */
  readonly jobs: number;
  readonly shard?: string;
  readonly seed: string;
  readonly secretFile?: string;
  /** Wall-clock limit of one call, in ms. */
  readonly timeLimit: number;
  /** Verdicts alone: nothing is run again to find out more about failing answers. */
  readonly brief?: boolean;
  /** Title of the assignment in Canvas. */
  readonly assignment: string;
  /** Whether students get pages and comments; they do unless this is false. */
  readonly feedback?: boolean;
  /** A reporter of `grade` whose output is kept for each student, too. */
  readonly reporter?: string;
}

/** What explaining a mark takes. */
export type ExplainOptions = Pick<ClassOptions, 'workbook' | 'out'>;

/** What naming a group takes. */
export type NameOptions = ExplainOptions;

/** What joining the parts of a class takes. */
export type MergeOptions = Pick<ClassOptions, 'workbook' | 'out' | 'roster' | 'assignment' | 'feedback' | 'reporter'>;
