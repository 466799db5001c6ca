import fs from 'node:fs';
import path from 'node:path';
import { type Place, placesIn } from '../../submission/find';
import { copyDownloaded } from './copyDownloaded';
import type { Content } from './sources';
import { studentAllowance, unzip, ZIP } from './unzip';

/** What a student handed in, with all zips unpacked. */
export interface Collected {
  /** Folders that exercise files may be in. */
  readonly places: readonly Place[];
  /** By path, when a file was last changed, in ms since 1970: only of files that come from zips. */
  readonly changed: ReadonlyMap<string, number>;
  /** When it was handed in, as far as the zip of the class tells; else when it was last changed. */
  readonly handedIn: ReadonlyMap<string, number>;
  /** Files that were handed in again, such as `relu-1.ts`; the newest of each. */
  readonly again: readonly string[];
  /** What could not be unpacked, or was handed in twice, each with the reason. */
  readonly problems: readonly string[];
}

/** A zip in a zip in a zip is deep enough, and so many zips of one student are. */
const MAX_NESTED = 3;
const MAX_ZIPS = 20;

/**
 * Unpacks what a student handed in. The files themselves stay as they are.
 *
 * @param own where to; an empty folder, or none yet
 * @param times of files that came out of the zip of the class
 */
export async function collect(
  content: Content,
  own: string,
  exercises: readonly string[],
  times: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Collected> {
  const changed = new Map<string, number>();
  const handedIn = new Map<string, number>();
  const problems: string[] = [];
  const again: string[] = [];
  const allowance = studentAllowance();
  let zips = 0;

  async function take(zip: string, into: string): Promise<void> {
    const unzipped = await unzip(zip, into, allowance, signal);
    const whole = handedIn.get(zip) ?? times.get(zip);
    for (const [file, time] of unzipped.times) {
      changed.set(file, time);
      handedIn.set(file, whole ?? time);
    }
    problems.push(...unzipped.problems.map((problem) => `${path.basename(zip)}: ${problem}`));
  }

  /** Unpacks the zips in `places`. @returns the folders that come of it */
  async function unpackAll(places: readonly Place[], depth: number): Promise<readonly Place[]> {
    const more: Place[] = [];
    for (const { folder, below, files } of places)
      for (const file of files) {
        const zip = path.join(folder, file);
        if (!ZIP.test(file) || !isPlainFile(zip)) continue;
        if (depth === 0 || zips === MAX_ZIPS) {
          problems.push(`${file} is not unpacked: there are too many zips, or zips in zips`);
          continue;
        }
        zips += 1;
        const into = freeFolder(path.join(own, below, file.replace(ZIP, '')));
        await take(zip, into);
        const inside = path.relative(own, into).split(path.sep).join('/');
        more.push(...placesIn(into).map((place) => ({ ...place, below: path.posix.join(inside, place.below) })));
      }
    return more.length === 0 ? more : [...more, ...(await unpackAll(more, depth - 1))];
  }

  if (content.kind === 'zip') await take(content.file, own);
  if (content.kind === 'files') {
    const copied = copyDownloaded(content.files, exercises, own);
    again.push(...copied.again);
    problems.push(...copied.problems);
  }
  const [first, ...others] = content.kind === 'folders' ? content.folders : [own];
  const places = [...placesIn(first), ...others.flatMap(placesBeside)];
  return { places: [...places, ...(await unpackAll(places, MAX_NESTED))], changed, handedIn, again, problems };
}

function placesBeside(folder: string): readonly Place[] {
  const name = path.basename(folder);
  return placesIn(folder).map((place) => ({ ...place, below: path.posix.join(name, place.below) }));
}

function isPlainFile(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let number = 1; fs.existsSync(folder); number++) folder = `${wanted}-${number}`;
  return folder;
}
