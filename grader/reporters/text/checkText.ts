import type { CheckReport, ExerciseReport } from '../../grading/report';
import { explanation, questionWords } from './explanation';
import { trapWords } from './trapWords';

/** Wide enough that sentences stay on one line, as other programs wrap by themselves. */
const WIDTH = 100;

/** What a learner should read about a check that did not pass, with the exercise's question and traps; empty when it passed. */
export function checkWords(exercise: ExerciseReport, check: CheckReport, seed: string): string {
  if (check.status === 'passed') return '';
  const questions = check.status === 'failed' ? exercise.diagnosis.map((one) => `? ${questionWords(one)}`) : [];
  const traps = check.status === 'failed' ? trapWords(exercise).map((words) => `! ${words}`) : [];
  return [explanation(check, seed, WIDTH, true), ...questions, ...traps].join('\n');
}

/** "41 of 100 points". */
export function scoreWords({ score, maxScore }: { readonly score: number; readonly maxScore: number }): string {
  return `${score} of ${maxScore} points`;
}
