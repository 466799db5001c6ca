import { gradeWarm } from '../../grading/grade';
import type { ExerciseReport } from '../../grading/report';
import { Sandbox } from '../../sandbox/host/sandbox';
import { loadWorkbook } from '../../workbook/workbook';
import { type Content, type GradeFilesOptions, submissionOf } from './submissions';

/** Grades answer after answer in one guest, as long as that stays as it was: for tables of many answers. */
export class WarmGrader {
  private readonly sandbox = new Sandbox(2000);

  /** The report on exercise `name`, with these files and the model answers beside them. */
  async report(
    name: string,
    files: Readonly<Record<string, Content>>,
    { seed = 'workbook', timeLimit = 2000, brief = false }: GradeFilesOptions = {},
  ): Promise<ExerciseReport> {
    const workbook = await loadWorkbook();
    const exercises = workbook.exercises.filter((exercise) => exercise.name === name);
    const folder = submissionOf(files);
    const options = { workbook, folder, shownFolder: 'exercises', exercises, seed, timeLimit, brief };
    const [report] = await gradeWarm(options, this.sandbox);
    return report;
  }

  /** Ends the guest. */
  close(): void {
    this.sandbox.discard();
  }
}
