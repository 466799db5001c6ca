import path from 'node:path';
import type { Place } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { MAX_FILE_BYTES, TYPED_TEXT } from './unzip';

/** What was typed, or pasted, as text into Canvas or Moodle, which nothing here grades. */

/** What Canvas makes of a link that was handed in. */
export const LINK = 'link.html';
/** What is said of code that was typed. */
export const TYPED_CODE = 'code typed as text';
/** A longer text is more than an address. */
const MAX_LINK_BYTES = 10_000;
const ADDRESSES = /^(?:(?:https?:\/\/|www\.)\S+\s*)+$/i;

/** What a file is called: who typed a text or a link never saw the file that Canvas and Moodle make of it. */
export function fileWords(file: string): string {
  if (TYPED_TEXT.test(file)) return 'typed text';
  return file === LINK ? 'a link' : file;
}

/**
 * Where code lies that was typed: texts that declare one of the exercises.
 *
 * @param exercises names of those that are graded
 */
export function typedCode(places: readonly Place[], exercises: readonly string[]): readonly string[] {
  const declares = new RegExp(`\\b(?:function|const|let|def)\\s+(?:${exercises.join('|')})\\b`);
  const texts = places.flatMap(({ folder, files }) =>
    files.filter((file) => TYPED_TEXT.test(file)).map((file) => path.join(folder, file)),
  );
  return texts.filter((file) => declares.test(textOf(file, MAX_FILE_BYTES)));
}

/** Whether a text holds nothing but addresses: in Moodle, a link is handed in by typing it. */
export function isLink(file: string): boolean {
  return TYPED_TEXT.test(path.basename(file)) && ADDRESSES.test(textOf(file, MAX_LINK_BYTES).trim());
}

/** What a reader sees of a page; empty for one that is longer, or cannot be read. */
function textOf(file: string, most: number): string {
  const content = readPlainFile(file, most);
  if (!Buffer.isBuffer(content)) return '';
  // Editors put each word of code into an element of its own.
  return String(content).replace(/<title>[^<]*<\/title>|<[^<>]*>|&nbsp;/gi, ' ');
}
