import fs from 'node:fs';
import path from 'node:path';
import { type Place, placesIn } from '../../submission/find';
import { copyDownloaded } from './copyDownloaded';
import type { Source } from './sources';
import { studentAllowance, unzip, ZIP } from './unzip';
import type { Workspace } from './workspace';

/** What a student handed in, with all zips unpacked. */
export interface Collected {
  /** Folders that exercise files may be in. */
  readonly places: readonly Place[];
  /** By path, when a file was last changed, in ms since 1970: only of files that come from the student's own zips. */
  readonly times: ReadonlyMap<string, number>;
  /** What could not be unpacked, or was handed in twice, each with the reason. */
  readonly problems: readonly string[];
}

/** A zip in a zip in a zip is deep enough, and so many zips of one student are. */
const MAX_NESTED = 3;
const MAX_ZIPS = 20;

/** Unpacks what a student handed in. The files themselves stay as they are. */
export async function collect(
  { content, student }: Source,
  exercises: readonly string[],
  workspace: Workspace,
  signal: AbortSignal,
): Promise<Collected> {
  const own = workspace.ofStudent(student);
  const times = new Map<string, number>();
  const problems: string[] = [];
  const allowance = studentAllowance();
  let zips = 0;

  async function take(zip: string, into: string): Promise<void> {
    const unzipped = await unzip(zip, into, allowance, signal);
    for (const [file, time] of unzipped.times) times.set(file, time);
    problems.push(...unzipped.problems.map((problem) => `${path.basename(zip)}: ${problem}`));
  }

  /** Unpacks the zips in `places`. @returns the folders that come of it */
  async function unpackAll(places: readonly Place[], depth: number): Promise<readonly Place[]> {
    const more: Place[] = [];
    for (const { folder, below, files } of places)
      for (const file of files) {
        const zip = path.join(folder, file);
        if (!ZIP.test(file) || !isPlainFile(zip) || zips === MAX_ZIPS) continue;
        zips += 1;
        const into = freeFolder(path.join(own, below, file.replace(ZIP, '')));
        await take(zip, into);
        const inside = path.relative(own, into).split(path.sep).join('/');
        more.push(...placesIn(into).map((place) => ({ ...place, below: path.posix.join(inside, place.below) })));
      }
    return more.length === 0 || depth === 1 ? more : [...more, ...(await unpackAll(more, depth - 1))];
  }

  if (content.kind === 'zip') await take(content.file, own);
  if (content.kind === 'files') problems.push(...copyDownloaded(content.files, exercises, own));
  const places = placesIn(content.kind === 'folder' ? content.folder : own);
  return { places: [...places, ...(await unpackAll(places, MAX_NESTED))], times, problems };
}

function isPlainFile(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let number = 1; fs.existsSync(folder); number++) folder = `${wanted}-${number}`;
  return folder;
}
