import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeToy, outputOf, scoresOf, timelessFiles } from '../test/support/gradeFolders';
import { zipOfClass } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { type ToyClass, toyClass } from '../test/support/toyClass';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';
import { gradeClass } from './grade';
import { readJournal } from './store/journal';
import { lineText } from './store/journalLine';

test('a second run on the same output folder is refused, and the first is not disturbed', async () => {
  const toy = toyClass({ ada: 'right', bob: 'endless' });
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '2000'];
  const first = runCli(args);
  while (!fs.existsSync(path.join(toy.out, 'journal.jsonl'))) await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await runCli(args);
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/^Another run .*\n$/);
  expect((await first).status).toBe(0);
  expect(await scoresOf(toy.out)).toEqual({ ada: 5, bob: 0 });
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
  expect(Object.values(await scoresOf(out))).toEqual(Array.from({ length: 60 }, () => 1));
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

test('killed while a zip is unpacked and pages are written, it ends as an undisturbed run does', async () => {
  const folders = toyClass({ ada: 'right', bob: 'squared', cyd: 'in-place' });
  const toy = { ...folders, submissions: zipOfClass(folders.submissions) };
  const before = fs.readFileSync(toy.submissions);
  await gradeToy(toy);
  const out = `${toy.out}-killed`;
  const unpacked = path.join(out, 'unpacked/download/ada');
  fs.mkdirSync(path.join(out, 'feedback'), { recursive: true });
  fs.mkdirSync(unpacked, { recursive: true });
  // What a kill leaves: half of one file, a file of a download that has since changed, a page half written.
  fs.writeFileSync(path.join(unpacked, 'double.ts'), 'export const dou');
  fs.writeFileSync(path.join(unpacked, 'old.ts'), '');
  fs.writeFileSync(path.join(out, 'feedback/ada.html.123'), '<p>');
  for (const delay of [1000, 1600]) await killedAfter(delay, { ...toy, out });
  await gradeToy({ ...toy, out });
  expect(timelessFiles(out)).toEqual(timelessFiles(toy.out));
  expect(fs.readdirSync(path.join(out, 'feedback')).sort()).toEqual(['ada.html', 'bob.html', 'cyd.html']);
  expect(fs.readdirSync(unpacked)).toEqual(['double.ts']);
  expect(fs.readFileSync(toy.submissions).equals(before)).toBe(true);
});

test('Ctrl-C while a zip is unpacked stops at once, and nothing is graded', async () => {
  const folders = toyClass({ ada: 'right' });
  const stop = new AbortController();
  const { workbook, out } = folders;
  const options = { workbook, out, jobs: 1, seed: 'workbook', timeLimit: 400, assignment: 'Forward pass' };
  const reporter = { say: () => {}, remark: () => {}, progress: () => {}, done: () => {} };
  stop.abort();
  await expect(gradeClass(zipOfClass(folders.submissions), options, reporter, stop.signal)).rejects.toThrow(
    'Stopped; nothing was graded.',
  );
  expect(await gradeToy(folders)).toContain('Grading 1 submission.');
});

test.skipIf(process.platform === 'win32').each([
  ['the grader', (pid: number) => pid],
  ['the grader and its guests', (pid: number) => -pid],
])('%s standing still for a while changes no mark', async (_, target) => {
  const answers = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [`s${i}`, (['right', 'squared', 'in-place'] as const)[i % 3]]),
  );
  const toy = toyClass(answers);
  await gradeToy(toy);
  const out = `${toy.out}-still`;
  const { child, ended } = startClass({ ...toy, out }, true);
  const pid = child.pid as number;
  await expect.poll(() => fs.existsSync(path.join(out, 'journal.jsonl')), { timeout: 60_000 }).toBe(true);
  for (let i = 0; i < 4 && child.exitCode === null; i++) {
    process.kill(target(pid), 'SIGSTOP');
    // Longer than the limit of one call.
    await wait(1000);
    process.kill(target(pid), 'SIGCONT');
    await wait(200);
  }
  expect(await ended).toBe(0);
  // What is looked for behind a lost mark stops for want of time; the mark does not.
  expect(outputOf(out, 'gradebook.csv')).toBe(outputOf(toy.out, 'gradebook.csv'));
});

test('one report that cannot be written stops nobody else’s grading, and is said, by the exit status, too', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  const inTheWay = path.join(toy.out, 'reports/ada.json/folder');
  fs.mkdirSync(inTheWay, { recursive: true });
  const { submissions, workbook, out } = toy;
  const terms = ['--workbook', workbook, '--time-limit', '400'];
  const { status, stdout, stderr } = await runCli(['class', submissions, '--out', out, ...terms]);
  expect(status).toBe(1);
  expect(stderr + stdout).toMatch(
    /reports\/ada\.json cannot be written: it is a folder\. What was graded so far is kept; fix this and/,
  );
  expect(stdout).toContain('Not graded yet: ada.');
  expect(stdout).toMatch(/Without a mark, as the report could not be written; run the same command again: ada\.\n$/);
  expect(await scoresOf(toy.out)).toEqual({ bob: 1 });
  fs.rmSync(path.join(toy.out, 'reports/ada.json'), { recursive: true });
  expect(await gradeToy(toy)).toContain('Grading 1 submission; 1 unchanged.');
  expect(await scoresOf(toy.out)).toEqual({ ada: 5, bob: 1 });
});

test('a journal that was copied by way of Windows counts as before', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared' });
  await gradeToy(toy);
  const journal = path.join(toy.out, 'journal.jsonl');
  fs.writeFileSync(journal, fs.readFileSync(journal, 'utf8').replaceAll('\n', '\r\n'));
  expect(await gradeToy(toy)).toContain('Nothing to grade: 2 submissions unchanged.');
});

test('results that another version of Node graded are kept, and that is said', async () => {
  const toy = toyClass({ ada: 'right' });
  await gradeToy(toy);
  const run = lineText({ kind: 'run', shard: null, students: 1, node: '18.1.0', at: '' });
  fs.appendFileSync(path.join(toy.out, 'journal.jsonl'), run);
  const told = await gradeToy(toy);
  expect(told).toContain(`graded by Node 18.1.0; this is Node ${process.versions.node}.`);
  expect(told).toContain('Nothing to grade: 1 submission unchanged.');
});

test('results that were graded with less isolation than others are named', async () => {
  const toy = toyClass({ ada: 'right', bob: 'right' });
  expect(await gradeToy(toy)).not.toContain('isolation');
  const journal = path.join(toy.out, 'journal.jsonl');
  const bob = (await readJournal(journal, 'journal')).results.get('bob');
  if (bob === undefined) throw new Error('bob has no result');
  fs.appendFileSync(journal, lineText({ ...bob, isolation: { ...bob.isolation, permissions: false } }));
  expect(await gradeToy(toy)).toMatch(/Graded with less isolation than others .*: bob\./);
});

/** Starts the real command line. */
function startClass({ submissions, workbook, out }: ToyClass, detached = false) {
  const args = [TS_NODE, 'grader/cli.ts', 'class', submissions, '--workbook', workbook, '--out', out, '--jobs', '2'];
  const options = { cwd: KIT_ROOT, stdio: 'ignore', detached } as const;
  const child = spawn(process.execPath, [...args, '--time-limit', '400'], options);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  // Also when it was left standing still.
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended };
}

/** Starts the real command line and kills it, as a power cut would, after `delay` ms. */
async function killedAfter(delay: number, toy: ToyClass): Promise<void> {
  const { child, ended } = startClass(toy);
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  await ended;
  clearTimeout(timer);
}
