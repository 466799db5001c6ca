import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gradeToy, scoresOf, timelessFiles } from '../test/support/classRun';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/submissions';
import { type ToyClass, toyClass } from '../test/support/toyClass';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';

test('a second run on the same output folder is refused, and the first is not disturbed', async () => {
  const toy = toyClass({ ada: 'right', bob: 'endless' });
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '2000'];
  const first = runCli(args);
  while (!fs.existsSync(path.join(toy.out, 'journal.jsonl'))) await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await runCli(args);
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/^Another run .*\n$/);
  expect((await first).status).toBe(0);
  expect(scoresOf(toy.out)).toEqual({ ada: 5, bob: 0 });
});

/** A file system of 256 kB, where this user may make one. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}

test('on a full disk it ends in one sentence, and goes on where there is room', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('no small file system can be mounted here');
  const toy = toyClass(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, 'squared' as const])));
  const out = path.join(disk, 'graded');
  await expect(gradeToy({ ...toy, out })).rejects.toThrow(/no space|is full/i);
  spawnSync('mount', ['-o', 'remount,size=16m', disk]);
  await gradeToy({ ...toy, out });
  expect(Object.values(scoresOf(out))).toEqual(Array.from({ length: 60 }, () => 1));
});

test('what a killed run had half written is gone after the next', async () => {
  const toy = toyClass({ ada: 'right' });
  await gradeToy(toy);
  for (const draft of ['reports/ada.json.1234567', 'gradebook.csv.89'])
    fs.writeFileSync(path.join(toy.out, draft), '{');
  await gradeToy(toy);
  expect(fs.readdirSync(path.join(toy.out, 'reports'))).toEqual(['ada.json']);
  expect(fs.readdirSync(toy.out)).not.toContain('gradebook.csv.89');
});

test('killed at any moment, it goes on where it was, and the gradebook is that of an undisturbed run', async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`s${i}`, (['right', 'squared', 'in-place', 'stub'] as const)[i % 4]]),
  );
  const toy = toyClass(answers);
  await gradeToy(toy);
  const out = `${toy.out}-killed`;
  for (const delay of [900, 1300]) await killedAfter(delay, { ...toy, out });
  await gradeToy({ ...toy, out });
  expect(timelessFiles(out)).toEqual(timelessFiles(toy.out));
});

/** Starts the real command line and kills it, as a power cut would, after `delay` ms. */
function killedAfter(delay: number, { submissions, workbook, out }: ToyClass): Promise<void> {
  const args = [TS_NODE, 'grader/cli.ts', 'class', submissions, '--workbook', workbook, '--out', out, '--jobs', '2'];
  const child = spawn(process.execPath, [...args, '--time-limit', '400'], { cwd: KIT_ROOT, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
