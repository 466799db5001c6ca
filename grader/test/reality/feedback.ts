import type { ExerciseReport } from '../../grading/report';
import { counterexampleSentence } from '../../reporters/text/counterexample';
import { exerciseDetails } from '../../reporters/text/exerciseDetails';
import { questionWords } from '../../reporters/text/explanation';
import { newStyle } from '../../reporters/text/style';
import { trapWords } from '../../reporters/text/trapWords';
import type { PublishedAnswer } from './publishedAnswers';

/** What a learner reads below the line of an exercise, on a screen of 80 columns. */
export function screenOf(report: ExerciseReport): readonly string[] {
  return exerciseDetails(report, 'workbook', newStyle(80, false));
}

/** Why an answer is wrong, as far as feedback says; else the smallest input that goes wrong. */
export function reasonsIn(report: ExerciseReport): string {
  const { name, diagnosis, counterexample = null, checks } = report;
  const reasons = [
    ...diagnosis.map((one) => `? ${questionWords(one)}`),
    ...trapWords(report).map((words) => `! ${words}`),
  ];
  if (reasons.length > 0) return reasons.join(' ');
  if (counterexample !== null) return counterexampleSentence(name, counterexample);
  return checks.find(({ status }) => status === 'failed')?.message ?? '';
}

/** The first wrong step, in short; empty when there is none. */
export function stepIn({ wrongStep = null }: ExerciseReport): string {
  return wrongStep === null ? '' : `line ${wrongStep.line}, ${wrongStep.code}: `;
}

export interface Assessment {
  /** Whether points are lost by a wrong answer, and none by a right one. */
  readonly marked: boolean;
  /** Whether what is shown leads to the mistake; of a right answer, whether nothing is said. */
  readonly led: boolean;
}

/** Whether a line is the one of a mistake, or next to it. */
const isNear = (line: number, mistake: number) => Math.abs(line - mistake) <= 1;

/** How an answer's report treats it. */
export function assess(answer: PublishedAnswer, report: ExerciseReport): Assessment {
  const complete = report.score === report.maxScore;
  if (answer.must === 'full') return { marked: complete, led: complete && screenOf(report).length === 0 };
  const shown = screenOf(report).join(' ').replace(/\s+/g, ' ');
  const isSaid = answer.says !== null && new RegExp(answer.says, 'i').test(shown);
  const isStepOnLine =
    report.wrongStep != null && answer.line !== undefined && isNear(report.wrongStep.line, answer.line);
  return { marked: !complete, led: isSaid || isStepOnLine };
}
