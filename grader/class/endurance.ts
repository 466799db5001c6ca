import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KIT_ROOT } from '../paths';
import { readJournal } from './journal';
import { DOUBLE, MARKS, type ToyClass, toyClass } from './testing';

/** What takes longer than `npm test` may: `npm run test:class`. */

const KINDS = Object.keys(DOUBLE) as (keyof typeof DOUBLE)[];
const QUICK = KINDS.filter((kind) => kind !== 'endless' && kind !== 'exit');

/** Runs the real command line; with `killAfter`, kills it after so many ms as a power cut would. */
function gradeClass({ submissions, workbook, out }: ToyClass, killAfter?: number): Promise<number | null> {
  const tsNode = path.join(KIT_ROOT, 'node_modules/ts-node/dist/bin.js');
  const args = ['class', submissions, '--workbook', workbook, '--out', out, '--jobs', '2', '--time-limit', '1000'];
  const child = spawn(process.execPath, [tsNode, 'grader/cli.ts', ...args], { cwd: KIT_ROOT, stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
}

test('killed at 20 random moments of 200 submissions, the gradebook is that of an undisturbed run', async () => {
  const toy = toyClass(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`s${i}`, QUICK[i % QUICK.length]])));
  expect(await gradeClass(toy)).toBe(0);
  const out = `${toy.out}-killed`;
  for (let i = 0; i < 20; i++) await gradeClass({ ...toy, out }, 500 + Math.random() * 1500);
  expect(await gradeClass({ ...toy, out })).toBe(0);
  for (const file of ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html'])
    expect(fs.readFileSync(path.join(out, file), 'utf8')).toBe(fs.readFileSync(path.join(toy.out, file), 'utf8'));
}, 600_000);

test('1,000 generated submissions, hostile ones among them, get the marks they must', async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [
      `s${i}`,
      i % 50 === 0 ? KINDS[(i / 50) % KINDS.length] : QUICK[i % QUICK.length],
    ]),
  );
  const toy = toyClass(answers);
  expect(await gradeClass(toy)).toBe(0);
  const { results } = readJournal(path.join(toy.out, 'journal.jsonl'), 'journal');
  const wrong = Object.entries(answers).filter(([student, answer]) => results.get(student)?.score !== MARKS[answer]);
  expect(wrong).toEqual([]);
}, 600_000);
