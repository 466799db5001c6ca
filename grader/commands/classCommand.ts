import type { ClassOptions } from '../class/classOptions';
import { explainMark } from '../class/explain';
import { gradeClass } from '../class/grade';
import { mergeClass } from '../class/merge';
import { nameGroup } from '../class/name';
import { regradeClass } from '../class/regrade';
import { Stopped } from '../class/reporter';
import { terminalReporter } from '../class/run/progress';
import { UserError } from '../errors';

export interface ClassCommandOptions extends ClassOptions {
  /** Grade again what is out of date. */
  readonly regrade?: boolean;
  /** With `regrade`: write the changes. */
  readonly yes?: boolean;
  /** With `name`: what the group is asked. */
  readonly question?: string;
}

/** The exit status of a process that Ctrl-C stopped. */
const INTERRUPTED = 130;

/** `class DIR`, `class merge OUT...`, `class explain STUDENT` and `class name GROUP`: 0 done, 1 not all of it (a file
 * could not be written, parts are missing, a mark came out otherwise), 2 refused, 130 stopped by Ctrl-C. */
export async function classCommand(
  [folder, ...more]: readonly string[],
  options: ClassCommandOptions,
): Promise<number> {
  const reporter = terminalReporter(process.stdout, process.stderr);
  if (folder === 'merge') return (await mergeClass(more, options, reporter)) ? 0 : 1;
  if (more.length > (folder === 'name' ? 1 : 0) && folder !== 'explain')
    throw new UserError(`class grades one folder of submissions, not ${more.length + 1}.`);
  const { regrade = false, yes = false } = options;
  if (yes && !regrade) throw new UserError('--yes goes with --regrade.');
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    if (folder === 'name') return (await nameGroup(more[0], options.question, options, reporter)) ? 0 : 1;
    if (folder === 'explain') return (await explainMark(more.join(' '), options, reporter, stop.signal)) ? 0 : 1;
    const complete = regrade
      ? await regradeClass(folder, options, yes, reporter, stop.signal)
      : await gradeClass(folder, options, reporter, stop.signal);
    return complete ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    reporter.say(error.message);
    return INTERRUPTED;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
