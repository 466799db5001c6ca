import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeFolders, scoresOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';

const RIGHT =
  "import { twice } from './helpers/twice';\nexport const double = (Z: number[][]) => Z.map((row) => row.map(twice));\n";

test('what hand-in writes is graded as it is', async () => {
  const workbook = toyWorkbook();
  const answers = temporaryFolder();
  fs.mkdirSync(path.join(answers, 'helpers'));
  fs.writeFileSync(path.join(answers, 'double.ts'), RIGHT);
  fs.writeFileSync(path.join(answers, 'helpers/twice.ts'), 'export const twice = (z: number) => 2 * z;\n');
  const submissions = temporaryFolder();
  const zip = path.join(submissions, 'ada.zip');
  const { status } = await runCli(['hand-in', '--workbook', workbook, '--submission', answers, '--output', zip]);
  expect(status).toBe(0);
  const out = path.join(temporaryFolder(), 'graded');
  await gradeFolders(submissions, { workbook, out });
  expect(await scoresOf(out)).toEqual({ ada: 5 });
});
