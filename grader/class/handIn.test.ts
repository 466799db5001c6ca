import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeFolders, scoresOf } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';

const RIGHT =
  "import { twice } from './helpers/twice';\nexport const double = (Z: number[][]) => Z.map((row) => row.map(twice));\n";

/** A folder with what somebody handed in. */
async function handedIn() {
  const workbook = toyWorkbook();
  const answers = temporaryFolder();
  fs.mkdirSync(path.join(answers, 'helpers'));
  fs.writeFileSync(path.join(answers, 'double.ts'), RIGHT);
  fs.writeFileSync(path.join(answers, 'helpers/twice.ts'), 'export const twice = (z: number) => 2 * z;\n');
  const submissions = temporaryFolder();
  const zip = path.join(submissions, 'ada.zip');
  const { status } = await runCli(['hand-in', '--workbook', workbook, '--submission', answers, '--output', zip]);
  expect(status).toBe(0);
  return { workbook, submissions, out: path.join(temporaryFolder(), 'graded') };
}

test('what hand-in writes is graded as it is', async () => {
  const { workbook, submissions, out } = await handedIn();
  await gradeFolders(submissions, { workbook, out });
  expect(await scoresOf(out)).toEqual({ ada: 5 });
});

test('where learners know the cases, a secret is asked for', async () => {
  const { workbook, submissions, out } = await handedIn();
  const grade = (...options: readonly string[]) =>
    runCli(['class', submissions, '--workbook', workbook, '--out', out, ...options]);
  const asked = /in which learners can look up the cases of this seed and their right answers/;
  expect((await grade()).stdout).toMatch(asked);
  const secret = path.join(temporaryFolder(), 'secret');
  fs.writeFileSync(secret, 'x'.repeat(32));
  expect((await grade('--secret-file', secret)).stdout).not.toMatch(asked);
});
