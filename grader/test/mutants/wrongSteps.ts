import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { WrongSteps } from '../../verify/mutants/wrongSteps';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';

/** Beside `mutants.ts`: a sample of the same mutants, each with its counterexample and what it goes through. */

/** Of the mutants; all of them take half an hour. */
const SHARE = 0.05;

const sum = (of: readonly WrongSteps[], count: 'lose' | 'told' | 'right') =>
  of.reduce((total, one) => total + one[count], 0);

test('the first wrong step is told of most mutants that lose points, and nearly always at the change', async () => {
  const script = path.join(__dirname, 'measureSteps.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [TS_NODE, script, String(SHARE)], { cwd: KIT_ROOT });
  const all: readonly WrongSteps[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [lose, told, right] = [sum(all, 'lose'), sum(all, 'told'), sum(all, 'right')];
  const row = (one: WrongSteps) =>
    `${one.exercise.padEnd(20)} ${one.lose} lose points, ${one.told} told, ${one.right} at the change`;
  console.info([...all, { exercise: 'all', lose, told, right }].map(row).join('\n'));
  expect(told / lose).toBeGreaterThanOrEqual(0.65);
  expect(right / told).toBeGreaterThanOrEqual(0.92);
});
