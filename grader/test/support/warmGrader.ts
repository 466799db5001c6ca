import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type GradeOptions, gradeWarm } from '../../grading/gradeSubmission';
import type { ExerciseReport } from '../../grading/report';
import { Sandbox } from '../../sandbox/host/sandbox';
import { KIT_ROOT } from '../../workbook/paths';
import { loadWorkbook } from '../../workbook/workbook';
import type { GradeFilesOptions } from './temporarySubmissions';

/** Grades answer after answer in one guest, as long as that stays as it was: for tables of many answers. */
export class WarmGrader {
  private readonly sandbox = new Sandbox(2000);
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));

  /** The report on exercise `name`, with these files and the model answers beside them. */
  async report(
    name: string,
    files: Readonly<Record<string, string>>,
    { seed = 'workbook', timeLimit = 2000, brief = false, types }: GradeFilesOptions & Pick<GradeOptions, 'types'> = {},
  ): Promise<ExerciseReport> {
    const workbook = await loadWorkbook();
    const exercises = workbook.exercises.filter((exercise) => exercise.name === name);
    const { folder } = this;
    fs.rmSync(folder, { recursive: true });
    fs.cpSync(path.join(KIT_ROOT, 'solutions'), folder, { recursive: true });
    for (const [file, source] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), source);
    const options = { workbook, folder, shownFolder: 'exercises', exercises, seed, timeLimit, brief, types };
    const [report] = await gradeWarm(options, this.sandbox);
    return report;
  }

  /** Ends the guest, and removes the files. */
  close(): void {
    this.sandbox.discard();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
