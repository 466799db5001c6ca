import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../../errors';
import { ZIP } from './unzip';

/** Where submissions are. */
export interface Origin {
  readonly file: string;
  /** How a person calls it. */
  readonly shown: string;
  readonly isZip: boolean;
  /** The name of the folder of results, if that lies in it. */
  readonly results: string | null;
  /** Where what a person put right is; null when nothing was. */
  readonly corrected: { readonly folder: string; readonly shown: string } | null;
}

/**
 * Looks where submissions are to come from, and reads none of them.
 *
 * @param out where results go: not a submission, should it lie there
 * @throws UserError when it is no folder or zip, or results would lie among a student's files
 */
export function originOf(file: string, shown: string, out: string, corrected: Origin['corrected']): Origin {
  let isFolder: boolean;
  try {
    isFolder = fs.statSync(file).isDirectory();
  } catch (error) {
    throw new UserError(`${shown} cannot be read as a folder of submissions: ${systemWords(error)}.`);
  }
  if (!isFolder && !ZIP.test(file))
    throw new UserError(`${shown} is neither a folder of submissions nor a zip of them (its name ends in .zip).`);
  if (corrected !== null && isFolder && entryOf(file, corrected.folder) !== null)
    throw new UserError(`--corrected: ${corrected.shown} lies among the submissions. Move it out of ${shown}.`);
  return { file, shown, isZip: !isFolder, results: isFolder ? entryOfResults(file, shown, out) : null, corrected };
}

/**
 * The entry of the folder of submissions that is the folder of results, if it lies there.
 *
 * @throws UserError when results would lie among a student's files, or be the folder of submissions itself
 */
function entryOfResults(folder: string, shown: string, out: string): string | null {
  const entry = entryOf(folder, out);
  if (entry === '') throw new UserError(`--out: ${shown} is the folder of submissions; results need another.`);
  if (entry !== null && path.relative(folder, out) !== entry)
    throw new UserError(`--out: ${entry} in ${shown} may be a student's folder; results need another.`);
  return entry;
}

/** The entry of `folder` that is `file`, or holds it; empty for the folder itself, null when it lies elsewhere. */
export function entryOf(folder: string, file: string): string | null {
  const way = path.relative(folder, file);
  const [entry] = way.split(path.sep);
  return entry === '..' || path.isAbsolute(way) ? null : entry;
}
