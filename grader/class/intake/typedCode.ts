import path from 'node:path';
import type { Place } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { MAX_FILE_BYTES, TYPED_TEXT } from './unzip';

/**
 * Where code lies that was typed, or pasted, as text into Canvas or Moodle, which nothing here grades: texts that
 * declare one of the exercises.
 *
 * @param exercises names of those that are graded
 */
export function typedCode(places: readonly Place[], exercises: readonly string[]): readonly string[] {
  const declares = new RegExp(`\\b(?:function|const|let|def)\\s+(?:${exercises.join('|')})\\b`);
  const texts = places.flatMap(({ folder, files }) =>
    files.filter((file) => TYPED_TEXT.test(file)).map((file) => path.join(folder, file)),
  );
  return texts.filter((file) => {
    const content = readPlainFile(file, MAX_FILE_BYTES);
    // Editors put each word of code into an element of its own.
    return Buffer.isBuffer(content) && declares.test(String(content).replace(/<[^>]*>|&nbsp;/g, ' '));
  });
}
