import type { ExerciseReport } from '../../grading/report';
import { counterexampleLines, UNBROKEN } from './counterexample';
import { questionWords } from './explanation';
import { wrap } from './layout';
import { wrongStepWords } from './wrongStep';

/**
 * What comes before all checks: the smallest input that goes wrong, where it goes wrong, and the question that a good
 * tutor would ask.
 */
export function whyLines(
  { name, file, counterexample = null, wrongStep = null, diagnosis }: ExerciseReport,
  width: number,
): string[] {
  return [
    ...(counterexample === null ? [] : counterexampleLines(name, counterexample, width)),
    ...(wrongStep === null ? [] : wrap(wrongStepWords(wrongStep, file), width).replaceAll(UNBROKEN, ' ').split('\n')),
    ...diagnosis.flatMap((one) => wrap(`? ${questionWords(one)}`, width, '  ').split('\n')),
  ];
}
