import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './test/support/temporarySubmissions';
import { KIT_ROOT } from './workbook/paths';

const STARTERS = ['grader/tsNode.cjs', 'grader/vitest/start.cjs'];
const { scripts, dependencies } = JSON.parse(fs.readFileSync(path.join(KIT_ROOT, 'package.json'), 'utf8'));

/** What starts the kit, beside these packages, which are empty. */
function kitWith(packages: readonly string[]): string {
  const kit = temporaryFolder();
  for (const file of ['package.json', 'grader/packages.cjs', 'grader/cli.ts', ...STARTERS]) {
    fs.mkdirSync(path.dirname(path.join(kit, file)), { recursive: true });
    fs.copyFileSync(path.join(KIT_ROOT, file), path.join(kit, file));
  }
  for (const name of packages) {
    fs.mkdirSync(path.join(kit, 'node_modules', name), { recursive: true });
    fs.writeFileSync(path.join(kit, 'node_modules', name, 'package.json'), '{}');
  }
  return kit;
}

test.each([
  ['no packages', [], 'grade'],
  ['no packages', [], 'watch'],
  ['some of the packages', Object.keys(dependencies).slice(1), 'grade'],
])('with %s, a line says what to run first', (_, packages, name) => {
  const [node, ...args] = scripts[name].split(' ');
  const { status, stderr } = spawnSync(node, args, { cwd: kitWith(packages), encoding: 'utf8' });
  expect(stderr).toBe('The packages are not installed yet: run npm ci first.\n');
  expect(status).toBe(2);
});

test('every script starts one of these files', () => {
  const others = Object.keys(scripts).filter((name) => !STARTERS.includes(scripts[name].split(' ')[1]));
  expect(others).toEqual(['check']);
});
