import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from '../workbook/paths';

/** Types `npm run ...` where npm's settings are `settings`; what is said on standard error, and the exit status. */
function npmRun(args: readonly string[], settings = ''): Promise<{ said: string; status: unknown }> {
  const userconfig = path.join(temporaryFolder(), 'npmrc');
  fs.writeFileSync(userconfig, settings);
  // These tests may themselves have been started by npm.
  const outside = Object.entries(process.env).filter(([variable]) => !variable.startsWith('npm_'));
  const env = { ...Object.fromEntries(outside), NPM_CONFIG_USERCONFIG: userconfig };
  const shell = process.platform === 'win32';
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', ...args], { cwd: KIT_ROOT, env, shell }, (error, _, stderr) => {
      resolve({ said: stderr.trimEnd(), status: error?.code ?? 0 });
    });
  });
}

const separator = process.platform === 'win32' ? '"--"' : '--';

test.each([
  [
    ['class', 'DIR', '--chapter=3.3', '--out=O'],
    'npm took --chapter and --out for its own',
    'DIR --chapter 3.3 --out O',
  ],
  [['class', 'DIR', '--regrade', '--yes'], 'npm took --regrade and --yes for its own', 'DIR --regrade --yes'],
  [['grade', '--chapter', '3.3'], 'npm took --chapter for its own', '--chapter 3.3'],
  [['grade', 'softmax', '--submission=my work'], 'npm took --submission', 'softmax --submission "my work"'],
  [['grade', '--watch'], 'npm took --watch for its own', '--watch'],
  [['verify', '--seeds', '3', 'relu'], 'npm took --seeds for its own', '[EXERCISE...] --seeds <count>'],
])('npm run %j, without --, is refused with the right line', async (args, taken, rest) => {
  const { said, status } = await npmRun(args);
  expect(said).toContain(taken);
  expect(said).toMatch(new RegExp(`Type: npm run ${args[0]} ${separator} `));
  expect(said.endsWith(`${separator} ${rest}`)).toBe(true);
  expect(status).toBe(2);
});

test.each([
  ['behind --, an option is the command’s', ['grade', '--', '--chapter', 'nix'], '', 'There is no chapter "nix".'],
  ['a setting of npm’s is not an option', ['class', 'nowhere'], 'yes=true\n', 'nowhere cannot be read'],
  [
    'npm’s own options may stand before --',
    ['hint', '--loglevel=error', '--', 'nix'],
    '',
    'There is no exercise "nix".',
  ],
])('%s', async (_, args, settings, message) => {
  expect((await npmRun(args, settings)).said).toContain(message);
});

test('the -- that pnpm hands on is not an argument', async () => {
  const { stderr } = await runCli(['grade', '--', '--chapter', 'nix']);
  expect(stderr).toContain('There is no chapter "nix".');
});
