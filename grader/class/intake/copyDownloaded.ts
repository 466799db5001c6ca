import fs from 'node:fs';
import path from 'node:path';
import { readPlainFile } from '../../submission/plainFile';
import { notWritable } from '../store/notWritable';
import { newestVersions, type Version } from './downloadNames';
import { MAX_FILE_BYTES, MAX_ZIP_BYTES, NOT_UNPACKED, SOURCE, TYPED_TEXT, ZIP } from './unzip';

/**
 * Copies the loose files of one student from a download into a folder of the student's own, under the names that they
 * had: of files that were handed in several times the newest.
 *
 * @returns what was handed in again, by the file's name in the download; and what was handed in twice under one name, or
 *   cannot be copied, in sentences
 */
export function copyDownloaded(
  files: readonly Version[],
  exercises: readonly string[],
  into: string,
): { readonly again: readonly string[]; readonly problems: readonly string[] } {
  const again: string[] = [];
  const problems: string[] = [];
  const contents = new Map<string, Buffer>();
  for (const file of files) {
    const content = contentOf(file);
    if (typeof content === 'string') problems.push(`${path.basename(file.path)} ${content}`);
    else contents.set(file.path, content);
  }
  try {
    fs.mkdirSync(into, { recursive: true });
    for (const { name, version, others } of newestVersions(files, exercises, importsOf(files, contents))) {
      const twice = others.filter((other) => other.name === version.name);
      if (twice.length > 0)
        problems.push(`${version.name} was handed in ${twice.length + 1} times; the last one that was uploaded counts`);
      if (version.name !== name) again.push(version.name);
      const content = contents.get(version.path);
      if (content === undefined) continue;
      const target = path.join(into, isOfUse(name) || name.endsWith(NOT_UNPACKED) ? name : name + NOT_UNPACKED);
      fs.writeFileSync(target, content);
    }
  } catch (error) {
    throw notWritable(into, error);
  }
  return { again, problems };
}

/** Tells whether one of the files imports a file of a given name: a guess by its text. */
function importsOf(files: readonly Version[], contents: ReadonlyMap<string, Buffer>): (name: string) => boolean {
  return (name) => {
    const stem = name.replace(/\.[jt]s$/, '').replace(/[^\w/-]/g, '\\$&');
    const imports = new RegExp(`['"]\\./${stem}(?:\\.[jt]s)?['"]`);
    return files.some(({ path: file, name: own }) => SOURCE.test(own) && imports.test(String(contents.get(file))));
  };
}

function isOfUse(name: string): boolean {
  return ZIP.test(name) || SOURCE.test(name) || TYPED_TEXT.test(name);
}

/** The bytes of what may be an answer, or a zip of them; of anything else none; or what keeps it from being read. */
function contentOf({ path: file, name }: Version): Buffer | string {
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) return 'is a link';
  if (!isOfUse(name)) return Buffer.alloc(0);
  const content = readPlainFile(file, ZIP.test(name) ? MAX_ZIP_BYTES : MAX_FILE_BYTES);
  if (Buffer.isBuffer(content)) return content;
  return content.why === 'too-large' ? 'is too large' : 'cannot be read';
}
