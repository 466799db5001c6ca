import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { copyOfKit } from '../test/support/commandLine';
import { KIT_ROOT } from '../workbook/paths';

/** Starts the workbook project in `kit` and lets the test wait for what it prints. */
function startVitest(kit: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    [
      'grader/vitest/start.cjs',
      ...['--configLoader', 'runner', '--project', 'workbook', '--reporter', 'verbose'],
      ...['--reporter', './grader/vitest/nextStepReporter.ts', ...args],
    ],
    {
      cwd: kit,
      env: { ...process.env, CI: undefined, VITEST: undefined },
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  let read = 0;
  const collect = (chunk: Buffer) => {
    output += stripVTControlCharacters(chunk.toString());
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  /** What is printed from where the last wait ended, up to a match of `pattern`. */
  async function until(pattern: RegExp): Promise<string> {
    for (;;) {
      const fresh = output.slice(read);
      const match = pattern.exec(fresh);
      if (match !== null) {
        read += match.index + match[0].length;
        return fresh.slice(0, match.index + match[0].length);
      }
      if (child.exitCode !== null) throw new Error(`Vitest ended without printing ${pattern}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { until };
}

test('untouched exercises are skipped with a note, and none is red', async () => {
  const { until } = startVitest(copyOfKit(), '--run');
  const output = await until(/Tests .*\n/);
  expect(output).toMatch(/Tests\s+(\d+) skipped \(\1\)/);
  expect(output).toMatch(/relu \(10 points\) > Every entry is max\(0, z\) \(5 points\) · not started/);
});

test('a failing check shows the terminal’s words, a hint, and the learner’s line; saving re-grades by itself', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/relu.ts');
  fs.writeFileSync(file, '\n\nexport function relu(Z: number[][]) {\n  return Z.map((row) => row.map(Math.abs));\n}\n');
  const { until } = startVitest(kit, '--watch');
  const red = await until(/Waiting for file changes|Watching for file changes/);
  expect(red).toContain('relu(-Z) = relu(Z) - Z does not hold');
  expect(red).toMatch(/on case "draw \d+" \(seed workbook\)/);
  expect(red).toContain('relu([[-1]]) gives [[1]], expected [[0]]. Right for [[0]].');
  expect(red).toContain('Do -2 and 2 mean the same to a neuron?');
  expect(red).toMatch(/exercises\/relu\.ts:3:8/);
  // What to do next comes last.
  expect(red).toMatch(
    /Duration .*\n+ {2}relu\(\[\[-1\]\]\) gives .*\n {2}Line 4, .*\n {2}\? Do -2 and 2 mean .*\nNext: relu in exercises\/relu\.ts:3\./,
  );
  fs.copyFileSync(path.join(KIT_ROOT, 'solutions/relu.ts'), file);
  const green = await until(/Waiting for file changes|Watching for file changes/);
  expect(green).toMatch(/Tests\s+6 passed \| \d+ skipped/);
});
