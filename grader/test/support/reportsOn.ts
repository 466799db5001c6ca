import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gradeWarm } from '../../grading/gradeSubmission';
import { Sandbox } from '../../sandbox/host/sandbox';
import { loadWorkbook } from '../../workbook/workbook';

/** An answer as a learner hands it in. */
export interface HandedIn {
  readonly id: string;
  readonly exercise: string;
  /** Sources by file name; those of other exercises are the model answers. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Run by itself in the kit, or in a handout: prints a report for each answer, a line for each. `reportsOn.ts ANSWERS BESIDE`:
 * ANSWERS is a file that holds the answers as JSON, BESIDE a folder of model answers.
 */
async function main([answers, beside]: readonly string[]): Promise<void> {
  const workbook = await loadWorkbook();
  const sandbox = new Sandbox(5000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  for (const { id, exercise, files } of JSON.parse(fs.readFileSync(answers, 'utf8')) as readonly HandedIn[]) {
    fs.rmSync(folder, { recursive: true });
    fs.cpSync(beside, folder, { recursive: true });
    for (const [file, source] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), source);
    const exercises = workbook.exercises.filter(({ name }) => name === exercise);
    const options = { workbook, folder, shownFolder: 'exercises', exercises, seed: 'workbook', timeLimit: 5000 };
    const [report] = await gradeWarm(options, sandbox);
    process.stdout.write(`${JSON.stringify({ id, ...report })}\n`);
  }
  sandbox.discard();
  fs.rmSync(folder, { recursive: true, force: true });
}

main(process.argv.slice(2));
