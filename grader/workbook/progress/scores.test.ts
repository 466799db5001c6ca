import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit, runCli } from '../../test/support/commandLine';

/** Puts the model answer to `name` into `kit`'s exercises. */
function solve(kit: string, name: string): void {
  fs.copyFileSync(path.join(kit, 'solutions', `${name}.ts`), path.join(kit, 'exercises', `${name}.ts`));
}

test('grade says what changed since the last run, and where the model answer is at the first full mark', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/relu.ts');
  const grade = async () => (await runCli(['grade', 'relu'], kit)).stdout;
  expect(await grade()).not.toContain('Since the last run');
  solve(kit, 'relu');
  const solved = await grade();
  expect(solved).toContain('Since the last run: relu 0 -> 10.');
  expect(solved).toContain('relu has full marks. To compare with the model answer: solutions/relu.ts.');
  expect(solved).not.toContain('Compare your answers');
  expect(await grade()).not.toMatch(/Since the last run|full marks/);
  fs.writeFileSync(file, 'export const relu = (Z: number[][]) => Z;\n');
  expect(await grade()).toMatch(/Since the last run: relu 10 -> \d\./);
  solve(kit, 'relu');
  const again = await grade();
  expect(again).toMatch(/Since the last run: relu \d -> 10\./);
  expect(again).not.toContain('full marks');
});

test('only a person’s look at their own exercises is remembered', async () => {
  const kit = copyOfKit();
  await runCli(['grade', 'relu', '--submission', 'solutions'], kit);
  await runCli(['grade', 'relu', '--reporter', 'json'], kit);
  expect(fs.existsSync(path.join(kit, '.progress'))).toBe(false);
});

test('a damaged memory is as good as none', async () => {
  const kit = copyOfKit();
  fs.mkdirSync(path.join(kit, '.progress'));
  fs.writeFileSync(path.join(kit, '.progress/scores.json'), '{"relu": 1');
  const { stdout, stderr, status } = await runCli(['grade', 'relu'], kit);
  expect(stdout).toContain('Total 0 / 10');
  expect(stderr).toBe('');
  expect(status).toBe(1);
});
