import { UserError } from '../errors';
import { styleFor } from '../reporters/text/style';
import { Sandbox } from '../sandbox/host/sandbox';
import { mentionsMathjs, Submission } from '../submission/submission';
import { shownPath } from '../workbook/callerPaths';
import { openWorkbook, workbookFolder } from '../workbook/open';
import { findExercise } from '../workbook/select';
import type { SharedOptions } from './sharedOptions';
import { submissionFolder } from './submissionFolder';

export interface TryCommandOptions extends SharedOptions {
  /** The name of a case to try. */
  readonly case?: string;
  /** Tell the value of each line. */
  readonly steps?: boolean;
}

/** `try EXERCISE [ARGUMENT...]`: the learner's function on inputs of their own, a case's, or those that go wrong. */
export async function tryCommand(typed: string, words: readonly string[], options: TryCommandOptions): Promise<number> {
  const odd = words.find((word) => /^--?[a-z]/i.test(word) && !/^-(?:inf|np\.inf)/i.test(word));
  if (odd !== undefined) throw new UserError(`There is no option ${odd}. npm run try -- --help lists them.`);
  if (options.case !== undefined && words.length > 0) throw new UserError('Give arguments or --case, not both.');
  const folder = submissionFolder(workbookFolder(options.workbook), options.submission);
  const { seed, timeLimit } = options;
  const sandbox = new Sandbox(timeLimit);
  sandbox.warmUp(mentionsMathjs(folder));
  try {
    const { tryCase, nextInChapter } = await import('../try/tryCase.ts');
    const { tryFailing, tryTyped } = await import('../try/choices.ts');
    const { checkHanded } = await import('../try/checkHanded.ts');
    const { triedText } = await import('../try/triedText.ts');
    const workbook = await openWorkbook(options.workbook);
    const exercise = findExercise(workbook.exercises, typed);
    const submission = new Submission(folder, sandbox.machine.transpiler);
    const bench = { workbook, submission, shownFolder: shownPath(folder), sandbox, seed, timeLimit };
    await checkHanded(bench, folder, exercise);
    const style = styleFor(process.stdout);
    const say = (text: string) => process.stdout.write(`${text}\n`);
    const tried =
      options.case !== undefined
        ? await tryCase(bench, exercise, options.case)
        : [words.length > 0 ? await tryTyped(bench, exercise, words) : await tryFailing(bench, exercise)];
    say(tried.map((one) => triedText(one, style)).join('\n\n'));
    const last = tried[tried.length - 1];
    if (options.steps === true) {
      const { stepsOf } = await import('../try/steps.ts');
      const { stepsText } = await import('../try/stepsText.ts');
      say(`\n${stepsText(await stepsOf(bench, exercise, last.call), bench.shownFolder, style)}`);
    }
    const next = options.case === undefined ? null : nextInChapter(bench, last);
    if (next !== null) say(style.dim(`The chapter goes on: ${next}`));
    return 0;
  } finally {
    sandbox.discard();
  }
}
