import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeToy, regradeToy, scoresOf } from '../test/support/gradeFolders';
import { DOUBLE, submit, toyClass } from '../test/support/toyClass';
import { readJournal } from './store/journal';
import { lineText } from './store/journalLine';

test('after a fixture was corrected, marks change only when somebody has seen how', async () => {
  const toy = toyClass({ ada: 'right', cyd: 'in-place' });
  await gradeToy(toy);
  const fixture = path.join(toy.workbook, 'fixtures/double/fixture.ts');
  const corrected = fs
    .readFileSync(fixture, 'utf8')
    .replace("on: ['by-hand'], holds: inputs", "on: ['random'], holds: inputs");
  fs.writeFileSync(fixture, corrected);
  expect(await gradeToy(toy)).toContain('2 submissions keep an outdated mark, given with other fixtures');
  const preview = await regradeToy(toy, false);
  expect(preview).toContain('Of 2 graded again, 0 gain, 0 lose, 2 keep their mark.');
  expect(preview).toContain('Nothing was written to the gradebook.');
  await regradeToy(toy, true);
  expect(fs.existsSync(path.join(toy.out, '.regrade'))).toBe(false);
  expect(await regradeToy(toy, false)).toContain('Nothing to grade again');
});

test('--regrade names who gains, who loses and by which check, and writes only with --yes', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'in-place' });
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '400'];
  await gradeToy(toy);
  // A reference that squares: right and wrong change places.
  const reference = path.join(toy.workbook, 'reference/double.ts');
  fs.writeFileSync(reference, fs.readFileSync(reference, 'utf8').replace('z + z', 'z * z'));
  fs.writeFileSync(path.join(toy.workbook, 'solutions/double.ts'), DOUBLE.squared);
  const { stdout: told } = await runCli([...args, '--regrade']);
  expect(told).toContain('Of 3 graded again, 1 gain, 2 lose, 0 keep their mark.');
  expect(told).toContain('double/agrees: 1 gain, 2 lose');
  expect(told).toContain('bob: 1 -> 5 (+4) gains double/agrees');
  expect(await scoresOf(toy.out)).toEqual({ ada: 5, bob: 1, cyd: 4 });
  await runCli([...args, '--regrade', '--yes']);
  expect(await scoresOf(toy.out)).toEqual({ ada: 1, bob: 5, cyd: 0 });
});

test('--regrade tells by which check when points move between checks, and what it does not grade', async () => {
  const toy = toyClass({ ada: 'right', bob: 'squared', cyd: 'in-place' });
  await expect(regradeToy(toy, false)).rejects.toThrow(/^Nothing has been graded into .* yet/);
  await gradeToy(toy);
  const fixture = path.join(toy.workbook, 'fixtures/double/fixture.ts');
  const source = fs.readFileSync(fixture, 'utf8');
  const moved = source.replace('points: 4', 'points: 3').replace('points: 1', 'points: 2');
  expect(moved).not.toBe(source);
  fs.writeFileSync(fixture, moved);
  submit(toy.submissions, 'dan', DOUBLE.right);
  const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--time-limit', '400'];
  const { stdout: told } = await runCli([...args, '--regrade']);
  expect(told).toContain('bob: 1 -> 2 (+1) gains double/inputs-unchanged (+1)');
  expect(told).toContain('cyd: 4 -> 3 (-1) loses double/agrees (-1)');
  expect(told).not.toContain('ada');
  expect(told).toContain('1 submission is new, changed, or not graded to the end: run the command without --regrade');
});

test('what could not be graded in a preview is graded again by the next, and takes nobody’s mark', async () => {
  const toy = toyClass({ ada: 'right' });
  await gradeToy(toy);
  await regradeToy(toy, false, { timeLimit: 500 });
  const journal = path.join(toy.out, '.regrade/journal.jsonl');
  const [staged] = (await readJournal(journal, 'journal')).results.values();
  fs.appendFileSync(journal, lineText({ ...staged, score: 0, failure: 'too many open files' }));
  await regradeToy(toy, true, { timeLimit: 500 });
  const [{ failure }] = (await readJournal(path.join(toy.out, 'journal.jsonl'), 'journal')).results.values();
  expect(failure).toBe(null);
});
