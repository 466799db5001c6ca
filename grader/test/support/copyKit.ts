import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../../workbook/paths';

/**
 * Copies the kit into the empty folder `kit`; the copy shares the packages.
 *
 * @param ownCache whether the snapshots of guests, which are kept beside the packages, are the copy's own
 */
export function copyKit(kit: string, ownCache = false): void {
  for (const name of [
    'exercises',
    'solutions',
    'reference',
    'fixtures',
    'grader',
    'docs',
    '.ci',
    '.biome.json',
    '.gitignore',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]) {
    fs.cpSync(path.join(KIT_ROOT, name), path.join(kit, name), {
      recursive: true,
    });
  }
  const packages = path.join(KIT_ROOT, 'node_modules');
  const own = path.join(kit, 'node_modules');
  if (!ownCache) {
    fs.symlinkSync(packages, own);
    return;
  }
  linkEach(packages, own, ['.cache', '.vite', '.vite-temp']);
  // What ts-node has compiled does not depend on where the kit lies.
  const compiled = path.join('.cache', 'transpiled');
  fs.mkdirSync(path.join(packages, compiled), { recursive: true });
  fs.mkdirSync(path.join(own, '.cache'));
  fs.symlinkSync(path.join(packages, compiled), path.join(own, compiled));
}

/** Makes a folder of links to what `from` holds. */
function linkEach(from: string, to: string, except: readonly string[]): void {
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(from))
    if (!except.includes(name)) fs.symlinkSync(path.join(from, name), path.join(to, name));
}
