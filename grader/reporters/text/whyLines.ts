import type { ExerciseReport } from '../../grading/report';
import { counterexampleLines } from './counterexample';
import { questionWords } from './explanation';
import { wrap } from './layout';

/** What comes before all checks: the smallest input that goes wrong, and the question that a good tutor would ask. */
export function whyLines({ name, counterexample = null, diagnosis }: ExerciseReport, width: number): string[] {
  return [
    ...(counterexample === null ? [] : counterexampleLines(name, counterexample, width)),
    ...diagnosis.flatMap((one) => wrap(`? ${questionWords(one)}`, width, '  ').split('\n')),
  ];
}
