import fs from 'node:fs';

/** Up to `count` entries of a folder, sorted; none of one that cannot be read. */
export function folderEntries(folder: string, count: number): readonly fs.Dirent[] {
  const entries: fs.Dirent[] = [];
  try {
    const open = fs.opendirSync(folder, { bufferSize: 1024 });
    try {
      for (let entry = open.readSync(); entry !== null && entries.length < count; entry = open.readSync())
        entries.push(entry);
    } finally {
      open.closeSync();
    }
  } catch {
    // What was read before counts.
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether no learner keeps answers in what is called so: packages, Git's own files, what macOS adds to a zip. */
export function isSetAside(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '__MACOSX';
}
