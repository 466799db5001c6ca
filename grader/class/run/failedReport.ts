import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { sectionOf } from '../../grading/gradeSubmission';
import type { CheckReport, Report } from '../../grading/report';
import type { Isolation } from '../../sandbox/host/isolation';
import type { Workbook } from '../../workbook/workbook';

/** The report on a submission that could not be graded at all, in the shape of all others. */
export function failedReport(
  workbook: Workbook,
  exercises: readonly Exercise[],
  shownFolder: string,
  seed: string,
  message: string,
  isolation: Isolation,
): Report {
  const maxScore = exercises.reduce((sum, { points }) => sum + points, 0);
  return {
    schema: 'forward-pass/report/v1',
    seed,
    score: 0,
    maxScore,
    exercises: exercises.map(({ name, chapter, points, checks }) => {
      const file = path.posix.join(shownFolder, `${name}.ts`);
      return {
        name,
        chapter,
        section: sectionOf(workbook, name),
        file,
        status: 'error',
        score: 0,
        maxScore: points,
        error: { kind: 'load', message, file, line: null, column: null },
        checks: checks.map((check) => skipped(check.id, check.title, check.points, message)),
        diagnosis: [],
        carriedForward: [],
        console: '',
        place: null,
      };
    }),
    isolation,
  };
}

function skipped(id: string, title: string, points: number, message: string): CheckReport {
  return {
    id,
    title,
    points,
    score: 0,
    status: 'skipped',
    message: `not judged: ${message}`,
    example: null,
    place: null,
  };
}
