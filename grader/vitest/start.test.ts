import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { copyOfKit } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from '../workbook/paths';

/** Runs what follows where not one folder can be watched: a user namespace has limits of its own. */
const UNWATCHED = [
  '--user',
  '--map-root-user',
  'sh',
  '-c',
  'echo 0 >/proc/sys/user/max_inotify_instances && exec "$0" "$@"',
];
const canLimit = spawnSync('unshare', [...UNWATCHED, 'true']).status === 0;

test('all of Vitest that npm starts, it starts', () => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(KIT_ROOT, 'package.json'), 'utf8'));
  const vitest = Object.values<string>(scripts).filter((script) => script.includes('vitest'));
  expect(vitest).toContain(scripts.watch);
  expect(vitest.filter((script) => !script.startsWith('node grader/vitest/start.cjs '))).toEqual([]);
});

test.each(['a#b', ...(process.platform === 'win32' ? [] : ['a?b', 'a*b'])])(
  'in a folder called %s, Vitest is not started, and a sentence says why',
  (name) => {
    const start = path.join(temporaryFolder(), name, 'grader/vitest/start.cjs');
    fs.mkdirSync(path.dirname(start), { recursive: true });
    fs.copyFileSync(path.join(KIT_ROOT, 'grader/vitest/start.cjs'), start);
    const { status, stderr } = spawnSync(process.execPath, [start, '--run'], { encoding: 'utf8' });
    expect(stderr).toMatch(/^Vitest cannot work in .*: rename the folders whose names hold #, \? or \*\./);
    expect(status).toBe(2);
  },
);

test('Vitest sees a save where the system has no watches left', { skip: !canLimit }, async () => {
  const kit = copyOfKit();
  const args = ['grader/vitest/start.cjs', '--configLoader', 'runner', '--project', 'workbook', '--watch'];
  const env = { ...process.env, CI: undefined, VITEST: undefined };
  const child = spawn('unshare', [...UNWATCHED, process.execPath, ...args], { cwd: kit, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text);
    });
  await expect.poll(() => output, { timeout: 40_000 }).toMatch(/for file changes/);
  expect(output).toContain('Vitest looks at the files twice a second, as this machine has no file watches left.');
  output = '';
  fs.copyFileSync(path.join(KIT_ROOT, 'solutions/relu.ts'), path.join(kit, 'exercises/relu.ts'));
  await expect.poll(() => output, { timeout: 15_000 }).toMatch(/Tests\s+6 passed/);
});
