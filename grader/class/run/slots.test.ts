import { expect, test } from 'vitest';
import { Slots } from './slots';

test('slots are given in order, no more at a time than there are, and freed once', async () => {
  const slots = new Slots(2);
  const given: string[] = [];
  const take = async (name: string) => {
    const free = await slots.take();
    given.push(name);
    return free;
  };
  const [first, second] = await Promise.all([take('a'), take('b')]);
  const rest = [take('c'), take('d')];
  await Promise.resolve();
  expect(given).toEqual(['a', 'b']);
  first();
  first();
  await rest[0];
  expect(given).toEqual(['a', 'b', 'c']);
  second();
  await rest[1];
  expect(given).toEqual(['a', 'b', 'c', 'd']);
});

test('fewer slots count as soon as enough of them are free', async () => {
  const slots = new Slots(2);
  const [first, second] = [await slots.take(), await slots.take()];
  slots.limit = 1;
  let given = false;
  const third = slots.take().then(() => {
    given = true;
  });
  first();
  await Promise.resolve();
  expect(given).toBe(false);
  second();
  await third;
  expect(given).toBe(true);
});
