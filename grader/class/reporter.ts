/** How a use case tells the person who started it what it does. */
export interface ClassReporter {
  /** Something about the class, in a sentence. */
  say(sentence: string): void;
  /** Something about the run, in a sentence, while submissions are being graded. */
  remark(sentence: string): void;
  /** How many of all submissions are graded. */
  progress(finished: number, total: number): void;
  /** Nothing is being graded any more. */
  done(): void;
}

/** Grading was stopped half way, by Ctrl-C or the system. What is said to the person is its message. */
export class Stopped extends Error {}
