import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { UserError } from '../errors';
import { fromCaller } from './callerPaths';
import { KIT_ROOT } from './paths';
import { loadWorkbook, type Workbook } from './workbook';

/** The folder that `--workbook` names, or the kit's own. */
export function workbookFolder(typed: string | undefined): string {
  if (typed === undefined) return KIT_ROOT;
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UserError(`--workbook: there is no folder ${typed}.`);
  if (!fs.existsSync(path.join(folder, 'fixtures', 'index.ts'))) {
    throw new UserError(`--workbook: ${typed} is not a workbook: it has no fixtures/index.ts.`);
  }
  return fs.realpathSync(folder);
}

/** The workbook that `--workbook` names, or the kit's own. */
export async function openWorkbook(typed: string | undefined): Promise<Workbook> {
  const root = workbookFolder(typed);
  if (root !== KIT_ROOT) offerPackages();
  return loadWorkbook(root);
}

/** Lets a workbook outside the kit import the kit's packages (mathjs, in variants) without installing them again. */
export function offerPackages(): void {
  process.env.NODE_PATH = path.join(KIT_ROOT, 'node_modules');
  (Module as unknown as { _initPaths(): void })._initPaths();
}
