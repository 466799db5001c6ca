/** Something that keeps an exercise from being sound, in a sentence: the offender, the case, and what to do. */
export interface Problem {
  readonly exercise: string;
  readonly message: string;
}
