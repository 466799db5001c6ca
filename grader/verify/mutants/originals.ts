import fs from 'node:fs';
import path from 'node:path';
import { loadVariants, type Workbook } from '../../workbook/workbook';

/** A right answer of a workbook that is to be mutated: the reference, the solution, or a variant. */
export interface Implementation {
  readonly exercise: string;
  /** Full path of the file that exports it. */
  readonly file: string;
  /** The variant's name; null for a function that the file exports under the exercise's name. */
  readonly variant: string | null;
}

/** All right answers that an exercise ships. */
export async function implementationsOf(workbook: Workbook, exercise: string): Promise<readonly Implementation[]> {
  const inFolder = (...parts: string[]) => path.join(workbook.root, ...parts);
  const files = ['reference', 'solutions'].map((folder) => inFolder(folder, `${exercise}.ts`));
  const variants = Object.keys(await loadVariants(workbook, exercise));
  return [
    ...files.filter((file) => fs.existsSync(file)).map((file) => ({ exercise, file, variant: null })),
    ...variants.map((variant) => ({ exercise, file: inFolder('fixtures', exercise, 'variants.ts'), variant })),
  ];
}
