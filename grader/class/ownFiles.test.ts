import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gradeToy, outputOf } from '../test/support/gradeFolders';
import { DOUBLE, submit, type ToyClass, toyClass } from '../test/support/toyClass';
import { shownPath } from '../workbook/callerPaths';

/** Nothing of the instructor's is removed, wherever results go. */

const refusalOf = (toy: ToyClass, corrected?: string) =>
  gradeToy(toy, { corrected }).then(
    () => null,
    (error: Error) => error.message.replaceAll(shownPath(path.dirname(toy.out)), 'here'),
  );

test.each(['unpacked', 'unpacked/students'])(
  'submissions in %s of the results are refused, and stay',
  async (below) => {
    const { out, workbook } = toyClass({});
    const submissions = path.join(out, below);
    submit(submissions, 'ada', DOUBLE.right);
    expect(await refusalOf({ submissions, out, workbook })).toBe(
      `--out: here/graded/${below} would be removed, as each run makes here/graded/unpacked anew. Move it, or give another --out.`,
    );
    expect(fs.existsSync(path.join(submissions, 'ada/double.ts'))).toBe(true);
  },
);

test('a folder called unpacked that is somebody’s own is refused, and stays', async () => {
  const toy = toyClass({ ada: 'right' });
  submit(path.join(toy.out, 'unpacked'), 'bob', DOUBLE.right);
  expect(await refusalOf(toy)).toMatch(/^--out: here\/graded\/unpacked\/bob would be removed/);
  expect(fs.existsSync(path.join(toy.out, 'unpacked/bob/double.ts'))).toBe(true);
});

test('corrections in what earlier runs unpacked are refused, and stay', async () => {
  const toy = toyClass({ ada: 'squared' });
  const corrected = path.join(toy.out, 'unpacked/students');
  submit(corrected, 'ada', DOUBLE.right);
  expect(await refusalOf(toy, corrected)).toMatch(/^--out: here\/graded\/unpacked\/students would be removed/);
  expect(fs.existsSync(path.join(corrected, 'ada/double.ts'))).toBe(true);
});

test('a file of somebody’s that is called as a draft of ours stays', async () => {
  const toy = toyClass({ ada: 'right' });
  for (const folder of ['logs', '.']) {
    fs.mkdirSync(path.join(toy.out, folder), { recursive: true });
    fs.writeFileSync(path.join(toy.out, folder, 'notes.txt.1'), 'mine');
  }
  await gradeToy(toy);
  expect([outputOf(toy.out, 'logs/notes.txt.1'), outputOf(toy.out, 'notes.txt.1')]).toEqual(['mine', 'mine']);
});
