import path from 'node:path';
import { removeQuietly } from '../../workbook/files';
import type { StudentFolder } from '../intake/submissions';
import { OutputFolder } from './outputFolder';

/** Where results wait until somebody has seen what they change. */
export function openStaging(output: OutputFolder): Promise<OutputFolder> {
  return OutputFolder.open(path.join(output.folder, '.regrade'), path.posix.join(output.shown, '.regrade'));
}

/** Makes the staged results count. Stopped half way, the rest is still out of date, and running again goes on. */
export async function adoptStaged(
  output: OutputFolder,
  staging: OutputFolder,
  students: readonly StudentFolder[],
): Promise<void> {
  for (const { student } of students) {
    const result = staging.results.get(student);
    if (result !== undefined && staging.hasReport(student)) await output.adopt(staging, result);
  }
}

/** Gives up what was staged. */
export async function clearStaging(output: OutputFolder): Promise<void> {
  await removeQuietly(path.join(output.folder, '.regrade'));
}
