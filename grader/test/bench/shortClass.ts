import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../../workbook/paths';

const EXERCISES = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
const WRONG = 'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.abs(z)));\n';

/**
 * Writes a class whose answers are short work (a wrong relu, three stubs), so that ten thousand of them take minutes. No
 * two submissions have the same text.
 */
export function writeShortClass(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const own = path.join(folder, `student${i}`);
    fs.mkdirSync(own, { recursive: true });
    for (const name of EXERCISES)
      fs.copyFileSync(path.join(KIT_ROOT, 'exercises', `${name}.ts`), path.join(own, `${name}.ts`));
    fs.writeFileSync(path.join(own, 'relu.ts'), `// Submission ${i}.\n${WRONG}`);
  }
}
