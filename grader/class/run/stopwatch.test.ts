import { expect, test } from 'vitest';
import { Stopwatch } from './stopwatch';

test('time passes between start and stop alone', () => {
  let time = 0;
  const watch = new Stopwatch(1000, () => time);
  time = 500;
  watch.start();
  time = 700;
  expect(watch.left()).toBe(800);
  watch.stop();
  time = 5000;
  expect(watch.left()).toBe(800);
});

test('hardly any time passes while the machine stands still', () => {
  let time = 0;
  const watch = new Stopwatch(10_000, () => time);
  watch.start();
  time = 60_000;
  expect(watch.left()).toBe(9000);
  watch.stop();
});
