import { strToU8, zipSync } from 'fflate';

/** Every file of a zip has this time, so that the same files make the same zip. */
const TIME = new Date(1980, 0, 1);

/**
 * A zip of files by their paths.
 *
 * @param folder the folder that all of them are in; none by default
 */
export function zipped(files: ReadonlyMap<string, string | Uint8Array>, folder = ''): Buffer {
  const entries = [...files].map(([file, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [folder === '' ? file : `${folder}/${file}`, bytes] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: TIME }));
}
