import fs from 'node:fs';
import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { placesIn } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { sourceText } from '../../submission/sourceText';
import { notWritable } from '../store/notWritable';
import type { NearName } from './nearNames';

/** No exercise needs as many files. */
const MAX_FILES = 1000;

/**
 * Copies a submission's sources, with those that have nearly an exercise's name under the exercise's own name, too.
 *
 * @returns the copy
 */
export function copyRenamed(folder: string, into: string, near: readonly NearName[]): string {
  try {
    for (const { exercise, file } of near) copy(path.join(folder, file), path.join(into, `${exercise}.ts`));
  } catch (error) {
    throw notWritable(into, error);
  }
  return copySources(folder, into);
}

/**
 * Copies a submission's sources, beside what is there.
 *
 * @param changed what becomes of the text of a file directly in `folder`
 * @returns the copy
 */
export function copySources(folder: string, into: string, changed = (text: string) => text): string {
  try {
    const files = placesIn(folder).flatMap(({ below, files: names }) => names.map((name) => path.join(below, name)));
    const sources = files.filter((file) => /\.[jt]s$/.test(file)).slice(0, MAX_FILES);
    for (const file of sources)
      copy(path.join(folder, file), path.join(into, file), path.dirname(file) === '.' ? changed : undefined);
  } catch (error) {
    throw notWritable(into, error);
  }
  return into;
}

/** Copies a plain file, unless there is one, which it would be where letters' case makes no difference. */
function copy(from: string, to: string, changed = (text: string) => text): void {
  if (fs.lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true || fs.existsSync(to)) return;
  const content = readPlainFile(from, MAX_SOURCE_BYTES);
  if (!Buffer.isBuffer(content)) return;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  const text = sourceText(content);
  const other = text === null ? null : changed(text);
  fs.writeFileSync(to, other === text || other === null ? content : other);
}
