import { expect, test } from 'vitest';
import { Machine } from '../../sandbox/host/machine';
import { type DOUBLE, toyClass } from '../../test/support/toyClass';
import { openWorkbook } from '../../workbook/open';
import { gradeFolder, type StudentGrading } from './gradeStudent';
import { Plans } from './plans';
import { Slots } from './slots';
import { Stopwatch } from './stopwatch';

/** A grading of an answer in the toy workbook. */
async function grading(slots: Slots, more: Partial<StudentGrading> = {}, answer: keyof typeof DOUBLE = 'right') {
  const toy = toyClass({ ada: answer });
  const workbook = await openWorkbook(toy.workbook);
  const submission = { folder: `${toy.submissions}/ada`, shownFolder: 'ada' };
  const { exercises } = workbook;
  return gradeFolder({
    workbook,
    exercises,
    submission,
    seed: 's',
    timeLimit: 2000,
    plans: new Plans('s'),
    signal: new AbortController().signal,
    machine: new Machine(),
    slots,
    ...more,
  });
}

test('gradings with one slot between them wait for each other, and free it', async () => {
  const slots = new Slots(1);
  const free = await slots.take();
  let graded = 0;
  const both = [grading(slots), grading(slots)].map((one) => one.then(({ score }) => (graded += score)));
  // Time for either, had it not to wait.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(graded).toBe(0);
  free();
  await Promise.all(both);
  expect(graded).toBe(10);
  (await slots.take())();
});

test('a grading that is stopped while it waits frees its slot, too', async () => {
  const slots = new Slots(1);
  const free = await slots.take();
  const stop = new AbortController();
  const stopped = grading(slots, { signal: stop.signal });
  stop.abort();
  free();
  await expect(stopped).rejects.toThrow();
  (await slots.take())();
});

test('a submission that has used up its time in a class is cut off, and its report says so', async () => {
  const time = new Stopwatch(300);
  const { exercises } = await grading(new Slots(1), { time, timeLimit: 3_600_000 }, 'endless');
  expect(exercises[0]).toMatchObject({ score: 0, error: { kind: 'timeout' } });
  expect(exercises[0].error?.message).toMatch(
    /was cut off: this submission has used up the 60 s that each has in a class\./,
  );
  expect(exercises[0].checks.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
});
