import { expect, test } from 'vitest';
import { labels, type Mark } from './labels';

const FRAME = { from: 0, to: 1, low: 0, high: 10, width: 500, height: 250 };

const mark = (name: string | null, x: number, y: number, wrong = false): Mark => ({
  x,
  y,
  beyond: null,
  point: { x, y, wrong, name },
});

test('names of points that are close together stand on one line, two of them and how many more', () => {
  const points = ['a', 'b', 'c', 'd'].map((name, i) => mark(name, 0.1 + i / 100, 5));
  expect(labels(points, FRAME).map(({ text }) => text)).toEqual(['a, b and 2 more']);
});

test('a name at the right edge stands to the left of its point', () => {
  expect(labels([mark('a name that is long', 0.95, 5)], FRAME)).toMatchObject([{ anchor: 'end' }]);
});

test('names that would lie on each other move apart', () => {
  const [one, other] = labels([mark('one name', 0.3, 5, true), mark('another name', 0.31, 6, true)], FRAME);
  const [first, second] = [one, other].map(({ y, dy }) => 250 * (1 - y / 10) + dy);
  expect(Math.abs(first - second)).toBeGreaterThanOrEqual(13);
});

test('a name for which there is no room is left out', () => {
  const crowd = Array.from({ length: 9 }, (_, i) => mark(`a name that is long ${i}`, 0.5, 1 + i, i % 2 === 0));
  const few = { ...FRAME, height: 60 };
  expect(labels(crowd, few).length).toBeLessThan(9);
  expect(labels([mark('a name that is longer than the picture is wide'.repeat(3), 0.5, 5)], FRAME)).toEqual([]);
});
