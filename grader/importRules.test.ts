import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit } from './test/support/commandLine';

/** Imports against the rules: the file that has it, what it imports, and what the linter says. */
const BROKEN: readonly (readonly [file: string, imports: string, says: string])[] = [
  ['text/cutText.ts', "export { UserError } from '../errors';", 'text/ imports nothing of the kit'],
  ['authoring/largest.ts', "export type { Report } from '../grading/report';", 'authoring/ imports only'],
  ['sandbox/guest/printed.ts', "export { UserError } from '../../errors';", 'sandbox/guest/ imports only'],
  ['sandbox/guest/library.ts', "export { string } from 'valibot';", 'sandbox/guest/ imports only'],
  ['grading/diagnosis/factor.ts', "export { wrap } from '../../reporters/text/layout';", 'grading/ imports only'],
  ['grading/copyInput.ts', "export * from '../reporters/text/layout';", 'noReExportAll'],
  ['reporters/text/style.ts', "export { grade } from '../../grading/gradeSubmission';", 'reporters/ import only'],
  ['pictures/plot.ts', "export const page = () => import('../reporters/registry.ts');", 'pictures/ import only'],
  ['class/merge.ts', "export { gradeCommand } from '../commands/gradeCommand';", 'class/ stands on'],
  ['workbook/paths.ts', "export { loadWorkbook } from './workbook';", 'part of a cycle'],
  ['commands/sharedOptions.ts', "export { copyKit } from '../test/support/copyKit';", 'imports nothing of its tests'],
];

test('npm run check fails for an import that runs the wrong way, and says why', () => {
  const kit = copyOfKit();
  for (const [file, imports] of BROKEN) fs.appendFileSync(path.join(kit, 'grader', file), `${imports}\n`);
  spawnSync('git', ['init', '--quiet'], { cwd: kit });
  // The half of `npm run check` that reads the rules; the other half, tsc, takes longer than all of this.
  const { scripts } = JSON.parse(fs.readFileSync(path.join(kit, 'package.json'), 'utf8'));
  const biome = '.ci/biome.cjs';
  expect(scripts.check).toBe(`tsc && node ${biome}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, '--max-diagnostics=none'], {
    cwd: kit,
    encoding: 'utf8',
  });
  const complaints = `${stdout}${stderr}`.split(/\n(?=grader\/)/);
  for (const [file, , says] of BROKEN)
    expect(complaints.filter((one) => one.startsWith(`grader/${file}:`)).join('\n')).toContain(says);
  expect(status).toBe(1);
});
