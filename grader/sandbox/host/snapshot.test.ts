import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit, runCli } from '../../test/support/commandLine';
import { KIT_ROOT } from '../../workbook/paths';

/** A copy of the kit with a folder of snapshots of its own. */
function kitOfItsOwn(): { kit: string; snapshots: string } {
  const kit = copyOfKit();
  const packages = path.join(KIT_ROOT, 'node_modules');
  const own = path.join(kit, 'node_modules');
  fs.rmSync(own);
  fs.mkdirSync(path.join(own, '.cache'), { recursive: true });
  for (const name of fs.readdirSync(packages))
    if (!name.startsWith('.')) fs.symlinkSync(path.join(packages, name), path.join(own, name));
  return { kit, snapshots: path.join(own, '.cache/guest') };
}

/** Points of the model answers to relu, which needs nothing, and to softmax, which imports mathjs. */
async function grade(kit: string): Promise<readonly number[]> {
  const args = ['grade', 'relu', 'softmax', '--submission', 'solutions', '--reporter', 'json'];
  const { stdout, stderr } = await runCli(args, kit);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as { exercises: { score: number; maxScore: number }[] };
  return report.exercises.map(({ score, maxScore }) => score / maxScore);
}

test('a snapshot is made once, and kept whole', async () => {
  const { kit, snapshots } = kitOfItsOwn();
  expect(await grade(kit)).toEqual([1, 1]);
  const made = fs.readdirSync(snapshots);
  expect(made.length).toBeGreaterThan(0);
  expect(made.filter((name) => !name.endsWith('.blob'))).toEqual([]);
  const times = made.map((name) => fs.statSync(path.join(snapshots, name)).mtimeMs);
  expect(await grade(kit)).toEqual([1, 1]);
  expect(fs.readdirSync(snapshots).map((name) => fs.statSync(path.join(snapshots, name)).mtimeMs)).toEqual(times);
});

test('where snapshots are damaged, guests start from their script', async () => {
  const { kit, snapshots } = kitOfItsOwn();
  await grade(kit);
  for (const name of fs.readdirSync(snapshots)) {
    const file = path.join(snapshots, name);
    fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2));
  }
  expect(await grade(kit)).toEqual([1, 1]);
});

test('where snapshots cannot be kept, guests start from their script', async () => {
  const { kit, snapshots } = kitOfItsOwn();
  fs.writeFileSync(snapshots, '');
  expect(await grade(kit)).toEqual([1, 1]);
  expect(fs.readFileSync(snapshots, 'utf8')).toBe('');
});
