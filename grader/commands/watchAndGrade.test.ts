import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/submissions';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';

/** `grade --watch` on a copy of the stubs, with what it has printed so far. */
function startWatching(...options: string[]) {
  const folder = temporaryFolder();
  fs.cpSync(path.join(KIT_ROOT, 'exercises'), folder, { recursive: true });
  const args = [TS_NODE, 'grader/cli.ts', 'grade', '--watch', '--submission', folder, ...options];
  const child = spawn(process.execPath, args, { cwd: KIT_ROOT });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  /** Waits for the next report, and returns it. */
  async function nextReport(): Promise<string> {
    await expect.poll(() => output, { timeout: 20_000 }).toContain('Ctrl-C');
    const report = output;
    output = '';
    return report;
  }
  return { child, folder, nextReport, ended };
}

/** Saves as many editors do: beside the file, then over it. */
function saveSolution(folder: string, name: string): void {
  fs.copyFileSync(path.join(KIT_ROOT, 'solutions', `${name}.ts`), path.join(folder, '.saving'));
  fs.renameSync(path.join(folder, '.saving'), path.join(folder, `${name}.ts`));
}

test('grades again on each save, only what the change can affect, and ends on Ctrl-C', async () => {
  const { child, folder, nextReport, ended } = startWatching();
  expect(await nextReport()).toMatch(/Total 0 \/ \d+/);
  saveSolution(folder, 'relu');
  const relu = await nextReport();
  expect(relu).toMatch(/Total 10 \/ \d+/);
  expect(relu).toContain('Since the last run: relu 0 -> 10.');
  // The stub of forwardMlp imports relu.
  expect(relu).toMatch(/Graded relu(?:, forwardMlp)? in/);
  saveSolution(folder, 'crossEntropy');
  expect(await nextReport()).toMatch(/Graded crossEntropy in/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

// Left alone, the call would be given ten minutes.
test('a save while a call never returns is graded at once', async () => {
  const { child, folder, nextReport, ended } = startWatching('--time-limit', '600000');
  await nextReport();
  fs.writeFileSync(path.join(folder, 'relu.ts'), 'export const relu = (Z: number[][]) => { for (;;) Z.length; };');
  await new Promise((resolve) => setTimeout(resolve, 500));
  saveSolution(folder, 'relu');
  expect(await nextReport()).toMatch(/Total 10 \/ \d+/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('--watch is for a person: another reporter is refused', async () => {
  const { status, stderr } = await runCli(['grade', '--watch', '--reporter', 'json']);
  expect(stderr).toBe('--watch shows the report on the terminal: leave out --reporter and --output.\n');
  expect(status).toBe(2);
});
