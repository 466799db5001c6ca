import { expect, test } from 'vitest';
import { Machine } from '../../sandbox/host/machine';
import { toyClass } from '../../test/support/toyClass';
import { openWorkbook } from '../../workbook/open';
import { gradeFolder } from './gradeStudent';
import { Plans } from './plans';
import { Slots } from './slots';

/** What a grading of a right answer in the toy workbook takes. */
async function grading(slots: Slots, signal = new AbortController().signal) {
  const toy = toyClass({ ada: 'right' });
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
    signal,
    machine: new Machine(),
    slots,
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
  const stopped = grading(slots, stop.signal);
  stop.abort();
  free();
  await expect(stopped).rejects.toThrow();
  (await slots.take())();
});
