import type { ExerciseReport, Report, Section } from '../../grading/report';
import { nextExercise } from './nextStep';

/** The exercises of a report that stand under one heading. */
export interface ReportSection {
  readonly section: Section;
  readonly exercises: readonly ExerciseReport[];
  readonly score: number;
  readonly maxScore: number;
  /** Nothing started, and not what comes next: one line says all there is to say. */
  readonly brief: boolean;
}

/** The report by chapters of the syllabus, in its order. */
export function sectionsOf(report: Report): readonly ReportSection[] {
  const ids = [...new Set(report.exercises.map(({ section }) => section.id))];
  const next = nextExercise(report);
  return ids.map((id) => {
    const exercises = report.exercises.filter(({ section }) => section.id === id);
    const untouched = exercises.every(({ status, console: printed }) => status === 'not-started' && printed === '');
    return {
      section: exercises[0].section,
      exercises,
      score: exercises.reduce((sum, { score }) => sum + score, 0),
      maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
      brief: untouched && next?.section.id !== id,
    };
  });
}

/** `Chapter 3.3: The forward pass`; a section without a number is its title alone. */
export function headingOf({ id, title }: Section): string {
  return /^\d/.test(id) ? `Chapter ${id}: ${title}` : title;
}
