import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { writeShortClass } from './shortClass';

/** Students of the class. Each has something wrong, so that there is something to write. */
const COUNT = 1000;

/** Prints what a page and a comment for each student cost a class, from the first submission to the last file. */
export function feedbackBench(): void {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-bench-'));
  try {
    const submissions = path.join(temporary, 'submissions');
    writeShortClass(submissions, COUNT);
    const without = seconds(submissions, path.join(temporary, 'without'), '--no-feedback');
    const feedback = seconds(submissions, path.join(temporary, 'with'));
    console.log(`\nFeedback for a class of ${COUNT}`);
    console.log(`class                         ${feedback.toFixed(1)} s`);
    console.log(`class --no-feedback           ${without.toFixed(1)} s`);
    console.log(`ratio                         ${(feedback / without).toFixed(2)} (goal: at most 1.50)`);
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
}

/** Seconds that grading the class takes. */
function seconds(submissions: string, out: string, ...options: readonly string[]): number {
  const args = ['class', submissions, '--chapter', '3.3', '--jobs', '2', '--out', out, ...options];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [TS_NODE, 'grader/cli.ts', ...args], {
    cwd: KIT_ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return (performance.now() - start) / 1000;
}

if (require.main === module) feedbackBench();
