import type { ExerciseReport } from '../../grading/report';
import { counterexampleLines, UNBROKEN } from './counterexample';
import { questionWords, unaskedWords } from './explanation';
import { wrap } from './layout';
import { trapWords } from './trapWords';
import { wrongStepBeside, wrongStepWords } from './wrongStep';

/**
 * What comes before all checks: the smallest input that goes wrong, where it goes wrong, the question that a good
 * tutor would ask, and the traps of the language.
 */
export function whyLines(exercise: ExerciseReport, width: number): string[] {
  const { name, file, counterexample = null, diagnosis } = exercise;
  const wrongStep = wrongStepBeside(exercise);
  return [
    ...(counterexample === null ? [] : counterexampleLines(name, counterexample, width)),
    ...(wrongStep === null ? [] : wrap(wrongStepWords(wrongStep, file), width).replaceAll(UNBROKEN, ' ').split('\n')),
    ...diagnosis.flatMap((one) => wrap(`? ${questionWords(one)}`, width, '  ').split('\n')),
    ...unaskedWords(exercise),
    ...trapWords(exercise).flatMap((words) => wrap(`! ${words}`, width, '  ').split('\n')),
  ];
}
