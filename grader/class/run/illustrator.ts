import type { Observed } from '../../grading/gradeSubmission';
import type { ExerciseReport, Report } from '../../grading/report';
import { drawAll, sketchesOfFailure } from '../../pictures/picturesOf';

/** Draws what goes wrong in one submission. Pictures only show a mark: what cannot be drawn is left out. */
export class Illustrator {
  /** By exercise, what may be drawn, check by check. */
  private readonly sketches = new Map<string, ReturnType<typeof sketchesOfFailure>>();

  /** Keeps what pictures of an exercise show, while its answers are there. */
  readonly observe = (observed: Observed): void => {
    try {
      this.sketches.set(observed.plan.exercise.name, sketchesOfFailure(observed));
    } catch {
      // The report says in words what goes wrong.
    }
  };

  /** The report of what was observed, with its pictures. */
  async illustrate(report: Report): Promise<Report> {
    const exercises: ExerciseReport[] = [];
    for (const exercise of report.exercises) {
      const drawn = await drawAll(this.sketches.get(exercise.name) ?? []).catch(() => []);
      const checks = exercise.checks.map((check, i) =>
        drawn[i] === undefined || drawn[i].length === 0 ? check : { ...check, pictures: drawn[i] },
      );
      exercises.push({ ...exercise, checks });
    }
    return { ...report, exercises };
  }
}
