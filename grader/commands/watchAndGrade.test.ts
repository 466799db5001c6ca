import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';

/** Runs what follows where not one folder can be watched: a user namespace has limits of its own. */
const UNWATCHED = ['unshare', '--user', '--map-root-user', 'sh', '-c'];
const NO_WATCHES = 'echo 0 >/proc/sys/user/max_inotify_instances && exec "$0" "$@"';
const canLimit = spawnSync(UNWATCHED[0], [...UNWATCHED.slice(1), NO_WATCHES, 'true']).status === 0;

/** `grade --watch` on a copy of the stubs, with what it has printed so far. */
function startWatching(options: readonly string[] = [], before: readonly string[] = []) {
  const folder = temporaryFolder();
  fs.cpSync(path.join(KIT_ROOT, 'exercises'), folder, { recursive: true });
  const node = [process.execPath, TS_NODE, 'grader/cli.ts', 'grade', '--watch', '--submission', folder, ...options];
  const [program, ...args] = [...before, ...node];
  const child = spawn(program, args, { cwd: KIT_ROOT });
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

/** How editors save: over the file, beside it and then over it, or after taking it away. */
const EDITORS = {
  inPlace: (from: string, to: string) => fs.writeFileSync(to, fs.readFileSync(from)),
  byRename(from: string, to: string) {
    fs.copyFileSync(from, path.join(path.dirname(to), '.saving'));
    fs.renameSync(path.join(path.dirname(to), '.saving'), to);
  },
  anew(from: string, to: string) {
    fs.rmSync(to);
    fs.copyFileSync(from, to);
  },
};

/** Saves the model answer. */
function saveSolution(folder: string, name: string, editor: keyof typeof EDITORS = 'byRename'): void {
  EDITORS[editor](path.join(KIT_ROOT, 'solutions', `${name}.ts`), path.join(folder, `${name}.ts`));
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
  const { child, folder, nextReport, ended } = startWatching(['--time-limit', '600000']);
  await nextReport();
  fs.writeFileSync(path.join(folder, 'relu.ts'), 'export const relu = (Z: number[][]) => { for (;;) Z.length; };');
  await new Promise((resolve) => setTimeout(resolve, 500));
  saveSolution(folder, 'relu');
  expect(await nextReport()).toMatch(/Total 10 \/ \d+/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('sees a save however an editor makes it', async () => {
  const { folder, nextReport } = startWatching(['--chapter', '3.3']);
  await nextReport();
  saveSolution(folder, 'relu', 'inPlace');
  expect(await nextReport()).toContain('Total 10 / 100');
  saveSolution(folder, 'softmax', 'byRename');
  expect(await nextReport()).toContain('Total 40 / 100');
  saveSolution(folder, 'crossEntropy', 'anew');
  expect(await nextReport()).toContain('Total 65 / 100');
});

test('looks by itself where the system has no watches left, and says so', { skip: !canLimit }, async () => {
  const { folder, nextReport } = startWatching(['--chapter', '3.3'], [...UNWATCHED, NO_WATCHES]);
  expect((await nextReport()).replaceAll('\n', ' ')).toContain('as this machine has no file watches left');
  saveSolution(folder, 'relu');
  expect(await nextReport()).toContain('Total 10 / 100');
});

test('goes on when the folder is removed and restored, and when another takes its place', async () => {
  const { folder, nextReport } = startWatching(['--chapter', '3.3']);
  await nextReport();
  fs.renameSync(folder, `${folder}-away`);
  expect(await nextReport()).toContain('is gone. Waiting for it to come back');
  fs.renameSync(`${folder}-away`, folder);
  expect(await nextReport()).toContain('Total 0 / 100');
  fs.rmSync(folder, { recursive: true });
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), folder, { recursive: true });
  await expect.poll(nextReport, { timeout: 20_000 }).toContain('Total 100 / 100');
  const { report, away } = { report: nextReport(), away: `${folder}-old` };
  onTestFinished(() => fs.rmSync(away, { recursive: true, force: true }));
  fs.cpSync(path.join(KIT_ROOT, 'exercises'), `${folder}-new`, { recursive: true });
  fs.renameSync(folder, away);
  fs.renameSync(`${folder}-new`, folder);
  expect(await report).toContain('Total 0 / 100');
  saveSolution(folder, 'relu');
  expect(await nextReport()).toContain('Total 10 / 100');
});

test('--watch is for a person: another reporter is refused', async () => {
  const { status, stderr } = await runCli(['grade', '--watch', '--reporter', 'json']);
  expect(stderr).toBe('--watch shows the report on the terminal: leave out --reporter and --output.\n');
  expect(status).toBe(2);
});
