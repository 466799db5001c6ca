import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What an attack could leave behind: files and processes. */

const SKIPPED = new Set(['node_modules', '.git', '.cache', '.progress']);

/** Every file below `folder`, each with its kind, size, and time of change. */
export function listFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      const { mode, size, mtimeMs } = fs.lstatSync(file);
      const itself = `${file} ${mode} ${entry.isDirectory() ? '' : `${size} ${mtimeMs}`}`;
      return entry.isDirectory() ? [itself, ...listFiles(file)] : [itself];
    })
    .sort();
}

/** The processes of session `leader`, as the kernel lists them; none where it lists none. */
function processesOf(leader: number): readonly string[] {
  if (!fs.existsSync('/proc/self/stat')) return [];
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(path.join('/proc', name, 'stat'), 'utf8');
      // "pid (name) state ppid pgrp session …", and a name may hold anything.
      const [, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(session) === leader ? [stat] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** What is left of session `leader`, after a moment for what was killed to end. */
export async function listSession(leader: number): Promise<readonly string[]> {
  for (let i = 0; i < 20 && processesOf(leader).length > 0; i++) await pause(100);
  return processesOf(leader);
}
