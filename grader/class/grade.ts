import { askNamed } from './askNamed';
import type { ClassOptions } from './classOptions';
import { openClass } from './classRun';
import { counted } from './listing';
import type { ClassReporter } from './reporter';
import { publish } from './results/publish';
import { gradeAll } from './run/gradeAll';
import { unkeptLines } from './unkept';

/**
 * Grades every submission in the folder that `typed` names, except those whose result is there already.
 *
 * @returns whether every result and every file could be written
 * @throws Stopped when `signal` comes; running again goes on from there
 */
export async function gradeClass(
  typed: string,
  options: ClassOptions,
  reporter: ClassReporter,
  signal: AbortSignal,
): Promise<boolean> {
  const run = await openClass(typed, options, reporter, signal);
  const { output, work } = run;
  const { fresh, provisional, outdated, unchanged } = work;
  try {
    reporter.say(planSentence(fresh.length + provisional.length, unchanged.length, outdated.length));
    await gradeAll(run, { output, fresh, provisional }, reporter, signal);
    const { students, failures } = await askNamed(run.workbook, output);
    for (const failure of failures) reporter.say(failure);
    if (students.length > 0) reporter.say(askedSentence(students.length));
    const isWritten = await publish(run, reporter);
    if (outdated.length > 0) reporter.say(outdatedSentence(outdated.length));
    const unkept = unkeptLines([...fresh, ...provisional], output);
    for (const line of unkept) reporter.say(line);
    return isWritten && unkept.length + failures.length === 0;
  } finally {
    await output.close();
  }
}

function askedSentence(count: number): string {
  const are = count === 1 ? 'is' : 'are';
  return `${counted(count, 'student')} graded before ${are} asked what was written for such answers since; no mark changes.`;
}

function planSentence(todo: number, unchanged: number, outdated: number): string {
  if (todo + unchanged + outdated === 0) return 'Nothing to grade: no submission is in this part.';
  const kept = [
    { count: unchanged, how: 'unchanged' },
    { count: outdated, how: 'with an outdated mark' },
  ].filter(({ count }) => count > 0);
  const words = kept.map(({ count, how }, i) =>
    todo === 0 && i === 0 ? `${counted(count, 'submission')} ${how}` : `${count} ${how}`,
  );
  if (todo === 0) return `Nothing to grade: ${words.join(', ')}.`;
  return `${[`Grading ${counted(todo, 'submission')}`, ...words].join('; ')}.`;
}

function outdatedSentence(count: number): string {
  const keep = count === 1 ? 'keeps' : 'keep';
  return `${counted(count, 'submission')} ${keep} an outdated mark, given with other fixtures, exercises, seed, time limit or judging code; --regrade shows what would change.`;
}
