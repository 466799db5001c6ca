import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../../workbook/paths';

/** Copies the kit into the empty folder `kit`; the copy shares the packages. */
export function copyKit(kit: string): void {
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
  fs.symlinkSync(path.join(KIT_ROOT, 'node_modules'), path.join(kit, 'node_modules'));
}
