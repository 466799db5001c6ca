import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit } from '../test/support/commandLine';
import { startVitest } from '../test/support/startVitest';
import { KIT_ROOT } from '../workbook/paths';

test('untouched exercises are skipped with a note, and none is red', async () => {
  const { until } = startVitest(copyOfKit(), '--reporter', 'verbose', '--run');
  const output = await until(/Tests .*\n/);
  expect(output).toMatch(/Tests\s+(\d+) skipped \(\1\)/);
  expect(output).toMatch(/relu \(10 points\) > Every entry is max\(0, z\) \(5 points\) · not started/);
});

test('a failing check shows the terminal’s words, a hint, and the learner’s line; saving re-grades by itself', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/relu.ts');
  fs.writeFileSync(file, '\n\nexport function relu(Z: number[][]) {\n  return Z.map((row) => row.map(Math.abs));\n}\n');
  const { until } = startVitest(kit, '--reporter', 'verbose', '--watch');
  const red = await until(/Waiting for file changes|Watching for file changes/);
  expect(red).toContain('relu(-Z) = relu(Z) - Z does not hold');
  expect(red).toMatch(/on case "draw \d+" \(seed workbook\)/);
  expect(red).toContain('relu([[-1]]) gives [[1]], expected [[0]]. Right for [[0]].');
  expect(red).toContain('Do -2 and 2 mean the same to a neuron?');
  expect(red).toMatch(/exercises\/relu\.ts:3:8/);
  fs.copyFileSync(path.join(KIT_ROOT, 'solutions/relu.ts'), file);
  const green = await until(/Waiting for file changes|Watching for file changes/);
  expect(green).toMatch(/Tests\s+6 passed \| \d+ skipped/);
});
