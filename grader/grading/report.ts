import type { Isolation } from '../sandbox/host/isolation';
import type { RecordedAnswer } from '../workbook/namedAnswers';

/**
 * The report: the result of grading, as data. Every output format is a pure function of it, and this is the JSON
 * report's shape (`forward-pass/report/v1`) to the letter. Keys may be added, never renamed. How a value gets here:
 * "The journey of a value" in docs/architecture.md.
 */
export interface Report {
  readonly schema: 'forward-pass/report/v1';
  readonly seed: string;
  readonly score: number;
  readonly maxScore: number;
  readonly exercises: readonly ExerciseReport[];
  /** What kept the learner's code in while this was graded. */
  readonly isolation: Isolation;
  /** What it was graded in, if that was a handout: then what the instructor's grading says counts. */
  readonly handout?: {
    readonly title: string;
    readonly exam: boolean;
    /** How many exercises it has, graded now or not. */
    readonly exerciseCount: number;
  };
}

/** A chapter of the workbook's syllabus. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

export type ExerciseStatus = 'passed' | 'failed' | 'not-started' | 'error';

export interface ExerciseReport {
  readonly name: string;
  /** The part of the series that the function comes from. */
  readonly chapter: string;
  /** The chapter of the workbook's syllabus that it is in. */
  readonly section: Section;
  /** Path of the learner's file, as a person would type it. */
  readonly file: string;
  /** What that file was called when it was handed in, if not so, and an instructor had it graded all the same. */
  readonly handedInAs?: string;
  readonly status: ExerciseStatus;
  readonly score: number;
  readonly maxScore: number;
  readonly error: GradingError | null;
  readonly checks: readonly CheckReport[];
  /** Null when nothing goes wrong that a single call shows, and in a brief report. Reports of earlier versions lack it. */
  readonly counterexample?: Counterexample | null;
  /** Null when it cannot be told, and in a brief report. Reports of earlier versions lack it. */
  readonly wrongStep?: WrongStepReport | null;
  readonly diagnosis: readonly Diagnosis[];
  /**
   * What an answer that is wrong for no known reason came to on inputs that are the same for everybody. Missing where there
   * is a reason, where these inputs tell nothing, and outside of a class.
   */
  readonly behaviour?: readonly RecordedAnswer[];
  /** Traps of the language that the answer fell into; none in a brief report. Reports of earlier versions lack it. */
  readonly traps?: readonly Trap[];
  /** Exercises whose mistakes were set aside for the marks of this one. */
  readonly carriedForward: readonly string[];
  /**
   * In a handout, other exercises that this one builds on and that are not fully right: the instructor's grading, which
   * has answers to put in their place, may give more points here. Missing where there are none.
   */
  readonly leftToInstructor?: readonly string[];
  /**
   * In a handout, the other exercises whose answers this one is handed, and that are not fully right: until they are, its
   * checks are skipped. Missing where there are none.
   */
  readonly waitsFor?: readonly string[];
  /**
   * In a handout, that no question fits where one of the instructor's grading may: one about a constant, which has to be
   * solved for. Missing elsewhere.
   */
  readonly unasked?: boolean;
  /** Those of `carriedForward` and `leftToInstructor` that are still stubs. Missing where there are none. */
  readonly notWritten?: readonly string[];
  /** What the learner printed, cut at a sensible length. */
  readonly console: string;
  /** The same by case, that of the first check that fails before all others. Reports of earlier versions lack it. */
  readonly printed?: readonly Printed[];
  /** Where the learner's function starts; null when it was not found. */
  readonly place: FilePlace | null;
}

/** What was printed on a case; on none, while the file was loaded. */
export interface Printed {
  readonly case: string | null;
  readonly text: string;
}

export type ErrorKind =
  | 'missing-file'
  | 'syntax'
  | 'import'
  | 'missing-export'
  | 'load'
  | 'timeout'
  | 'memory'
  | 'exit';

/** Why an exercise could not be graded to its end. Lines and columns are those of the learner's TypeScript. */
export interface GradingError {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly score: number;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What is wrong, in a sentence; empty when the check passed. */
  readonly message: string;
  /** The smallest case on which the check fails. */
  readonly example: Example | null;
  /** Where the learner's code threw; null when it did not. */
  readonly place: FilePlace | null;
  /** SVG documents, which only a class' reports hold: of the first failed check that has any. */
  readonly pictures?: readonly string[];
}

export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Example {
  readonly case: string;
  /** The arguments by name. */
  readonly inputs: Readonly<Record<string, Json>>;
  /** What the reference returns. */
  readonly expected: Json;
  readonly got: Json;
  /** What the answer, or each part of it, is called. */
  readonly returns: string | readonly string[];
  /** Entries farther apart than this are wrong: |got - expected| > atol + rtol * |expected|. */
  readonly tolerance: { readonly rtol: number; readonly atol: number };
  /**
   * Where the answer is wrong, by part: `{ "A1": [], "A2": [[0, 2], [3, 1]] }`, counted from 0; `[[]]` is a single
   * number that is wrong. A part that cannot be compared (of another kind or shape, or because the case has several
   * right answers) or is given by its shape alone is left out. Reports of earlier versions lack the key.
   */
  readonly wrong?: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** The smallest inputs found on which the answer goes wrong, whatever the case was called. */
export interface Counterexample extends Omit<Example, 'case'> {
  /** The message of what was thrown; null when the call returned, and `got` is what. */
  readonly threw: string | null;
  /** Where it was thrown. */
  readonly place: FilePlace | null;
  /** The nearest inputs found on which the answer is right; null when there are none near. */
  readonly works: { readonly inputs: Example['inputs'] } | null;
  /** What is wrong, in a sentence. */
  readonly message: string;
}

/** What the language does otherwise than the learner expects. */
export interface Trap {
  /** Of which kind it is. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** What the language does, and what to write instead. */
  readonly sentence: string;
}

/** The first step of an answer that goes wrong, on the inputs of its counterexample. */
export interface WrongStepReport extends FilePlace {
  /** What is worked out there: what it is assigned to, or else the expression. */
  readonly code: string;
  /** What came of it; null when it threw an error. */
  readonly got: Json;
  /** What right answers have in its place; null where they have nothing there, and no number came. */
  readonly expected: Json;
  /** The last thing before it that was given a name, and is right; null when there is none. Reports made before say no file. */
  readonly rightUpTo: { readonly file?: string; readonly line: number; readonly code: string } | null;
}

export interface Diagnosis {
  readonly misconception: string;
  /** The one question that a good tutor would ask. */
  readonly question: string;
  /** By which factor the answer is off, as a sentence; null when there is none. */
  readonly factor: string | null;
}

/** Data as JSON has it. NaN and the infinities are strings; a matrix too large to read is `{ shape: [rows, columns] }`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
