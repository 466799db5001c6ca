import fs from 'node:fs';
import type { GradeOptions } from '../grading/gradeSubmission';
import { type Regraded, Regrader } from '../grading/incremental';
import type { Report } from '../grading/report';
import { wrap } from '../reporters/text/layout';
import { styleFor } from '../reporters/text/style';
import { gradingLine, watchScreen } from '../reporters/text/watchScreen';
import type { Sandbox } from '../sandbox/host/sandbox';
import { TypeChecker } from '../submission/typeChecker';
import { recordScores } from '../workbook/progress/scores';
import { type Changes, changesSince, type Memory, NO_CHANGES, remember } from '../workbook/progress/sinceLastTime';
import { ChangeSignal } from './changeSignal';

/**
 * `grade --watch`: grades, and grades again on every save, until Ctrl-C.
 *
 * @param remembers whether the scores are the learner's progress, to be remembered after the end
 * @param all whether every check is explained
 */
export async function watchAndGrade(
  options: GradeOptions,
  sandbox: Sandbox,
  remembers: boolean,
  all = false,
): Promise<number> {
  const regrader = new Regrader({ ...options, types: new TypeChecker() }, sandbox);
  let grading = false;
  let gone = false;
  const signal = new ChangeSignal(options.folder, () => {
    // What is being graded is out of date: a call that never ends must not hold up the next.
    if (grading) sandbox.interrupt();
  });
  const stop = () => {
    signal.end();
    sandbox.interrupt();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const changesOf = remembers ? (report: Report) => recordScores(options.workbook.root, report) : forThisRun();
  try {
    await signal.ready();
    do {
      const start = performance.now();
      sandbox.resume();
      grading = true;
      const result = await gradeIfThere(regrader, options.folder, () => signal.pending, sayGrading);
      grading = false;
      const wasGone = gone;
      gone = result === 'gone';
      if (result === 'gone') {
        if (!wasGone) sayGone(options.shownFolder);
      } else if (result !== null && (wasGone || result.regraded.length > 0))
        process.stdout.write(
          watchScreen(
            {
              ...result,
              changes: await changesOf(result.report),
              milliseconds: performance.now() - start,
              footer: footer(options.shownFolder, signal),
            },
            styleFor(process.stdout, all),
            process.stdout.isTTY,
          ),
        );
    } while (await signal.next());
    return 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await signal.end();
  }
}

/** Grades; a folder that is away, or goes meanwhile, may come back. */
async function gradeIfThere(
  regrader: Regrader,
  folder: string,
  isStale: () => boolean,
  onGrading: () => void,
): Promise<Regraded | null | 'gone'> {
  try {
    return fs.existsSync(folder) ? await regrader.grade(isStale, onGrading) : 'gone';
  } catch (error) {
    if (fs.existsSync(folder)) throw error;
    return 'gone';
  }
}

/** Changes against the last report of this run; the first has none. */
function forThisRun(): (report: Report) => Promise<Changes> {
  let memory: Memory | null = null;
  return async (report) => {
    const changes = memory === null ? NO_CHANGES : changesSince(memory, report);
    memory = remember(memory ?? {}, report);
    return changes;
  };
}

function sayGrading(): void {
  process.stdout.write(gradingLine(styleFor(process.stdout)));
}

function footer(folder: string, { pollingReason: why }: ChangeSignal): string {
  const watching = why === null ? `Watching ${folder}/` : `Looking at ${folder}/ twice a second, as ${why}`;
  return `${watching}: save to grade again, Ctrl-C to end.`;
}

function sayGone(folder: string): void {
  const style = styleFor(process.stdout);
  const text = `${folder}/ is gone. Waiting for it to come back; Ctrl-C to end.`;
  process.stdout.write(`${style.dim(wrap(text, style.width))}\n`);
}
