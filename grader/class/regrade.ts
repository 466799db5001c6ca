import { UserError } from '../errors';
import type { StudentFolder } from './intake/submissions';

import { adopt, changesOf, clearStaging, openStaging, previewCsv, previewLines } from './results/regradePreview';
import { type GradeAllOptions, gradeAll } from './run/gradeAll';
import type { OutputFolder } from './store/outputFolder';
import { sameReceipt } from './store/receipt';

/** Grades `outdated` again to one side, shows what would change, and writes it with `--yes`. */
export async function regrade(
  output: OutputFolder,
  outdated: readonly StudentFolder[],
  options: Omit<GradeAllOptions, 'output'>,
  yes: boolean,
  say: (sentence: string) => void,
): Promise<void> {
  if (output.journal.state.results.size === 0)
    throw new UserError(`Nothing has been graded into ${output.shown} yet: run the command without --regrade first.`);
  if (outdated.length === 0) return say('Nothing to grade again: every result is of these fixtures, seed and limit.');
  const staging = await openStaging(output);
  try {
    // What an earlier preview graded is used again.
    const todo = outdated.filter(({ student }) => {
      const staged = staging.journal.state.results.get(student);
      const receipt = options.receipts.get(student);
      return staged === undefined || receipt === undefined || !staged.settled || !sameReceipt(staged.receipt, receipt);
    });
    await gradeAll({ ...options, output: staging }, todo, []);
    const changes = changesOf(output, staging, outdated);
    await output.write('regrade.csv', previewCsv(changes));
    // Before anything is printed: whoever reads may stop reading.
    if (yes) await adopt(output, staging, outdated);
    for (const line of previewLines(changes)) say(line);
    if (!yes) return say('Nothing was written to the gradebook. Write it with: the same command and --yes.');
  } finally {
    await staging.close();
  }
  clearStaging(output);
}
