import type { ClassOptions } from './classOptions';
import { openClass } from './classRun';
import { counted } from './listing';
import type { ClassReporter } from './reporter';
import { publish } from './results/publish';
import { gradeAll } from './run/gradeAll';

/**
 * Grades every submission in the folder that `typed` names, except those whose result is there already.
 *
 * @throws Stopped when `signal` comes; running again goes on from there
 */
export async function gradeClass(
  typed: string,
  options: ClassOptions,
  reporter: ClassReporter,
  signal: AbortSignal,
): Promise<void> {
  const run = await openClass(typed, options, reporter, signal);
  const { output, work } = run;
  const { fresh, provisional, outdated, unchanged } = work;
  try {
    reporter.say(planSentence(fresh.length + provisional.length, unchanged.length + outdated.length));
    await gradeAll(run, { output, fresh, provisional }, reporter, signal);
    await publish(run, reporter);
    if (outdated.length > 0) reporter.say(outdatedSentence(outdated.length));
  } finally {
    await output.close();
  }
}

function planSentence(todo: number, done: number): string {
  if (todo + done === 0) return 'Nothing to grade: no submission is in this part.';
  if (todo === 0) return `Nothing to grade: ${counted(done, 'submission')} unchanged.`;
  const rest = done === 0 ? '' : `; ${done} unchanged`;
  return `Grading ${counted(todo, 'submission')}${rest}.`;
}

function outdatedSentence(count: number): string {
  const were = count === 1 ? 'was' : 'were';
  return `${counted(count, 'unchanged submission')} ${were} graded with other fixtures, exercises, seed or time limit, and kept as they are; --regrade shows what would change.`;
}
