import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from '../workbook/paths';

const GRADE = ['grade', 'relu', '--submission', 'solutions', '--reporter', 'json'];
const onLinux = process.platform === 'linux';

/** Types the command into a shell, with what stands after it; the folder has room for files. */
function inShell(after: string, folder: string) {
  const command = `"${process.execPath}" grader/tsNode.cjs grader/cli.ts ${GRADE.join(' ')} ${after}`;
  const env = { ...process.env, npm_lifecycle_event: undefined, OUT: folder };
  return spawnSync('sh', ['-c', command], { cwd: KIT_ROOT, encoding: 'utf8', env });
}

const scoreIn = (text: string): number => JSON.parse(text).score;

test('--output /dev/stdout is standard output, also one that goes on', { skip: !onLinux }, () => {
  const folder = temporaryFolder();
  const { stdout } = inShell('--output /dev/stdout', folder);
  expect(scoreIn(stdout)).toBe(10);
  fs.writeFileSync(path.join(folder, 'log'), 'before\n');
  inShell('--output /dev/stdout >> "$OUT/log"', folder);
  const log = fs.readFileSync(path.join(folder, 'log'), 'utf8');
  expect(log.startsWith('before\n{')).toBe(true);
});

test('--output writes into a pipe that somebody reads', { skip: !onLinux }, () => {
  const folder = temporaryFolder();
  spawnSync('mkfifo', [path.join(folder, 'pipe')]);
  const { stdout, status } = inShell('--output "$OUT/pipe" & cat "$OUT/pipe"; wait $!', folder);
  expect(scoreIn(stdout)).toBe(10);
  expect(status).toBe(0);
  expect(fs.statSync(path.join(folder, 'pipe')).isFIFO()).toBe(true);
});

test.each([
  ['--output /dev/full', '/dev/full cannot be written: the disk is full.\n'],
  ['> /dev/full', 'Standard output cannot be written: the disk is full.\n'],
])('grade %s gets a sentence and exit status 2', { skip: !onLinux }, (after, sentence) => {
  const { stderr, status } = inShell(after, temporaryFolder());
  expect(stderr.replace(/^(?:\.\.\/)+/, '/')).toBe(sentence);
  expect(status).toBe(2);
});

test('an output whose name is too long gets a sentence, and nothing is left of it', async () => {
  const folder = temporaryFolder();
  const { stderr, status } = await runCli([...GRADE, '--output', path.join(folder, 'r'.repeat(250))]);
  expect(stderr).toMatch(/r cannot be written: its name is too long\.\n$/);
  expect(status).toBe(2);
  expect(fs.readdirSync(folder)).toEqual([]);
});
