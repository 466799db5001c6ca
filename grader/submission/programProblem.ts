import type { Position } from './compile';

/** Why a submission's file cannot be run, found before any of its code runs. */
export interface ProgramProblem extends Partial<Position> {
  readonly kind: 'missing-file' | 'syntax' | 'import' | 'load';
  readonly message: string;
  /** Path inside the submission. */
  readonly id: string;
  /** For a missing file: the one that is there, and differs from it only in the case of letters. */
  readonly calledInstead?: string;
}
