import { expect, test } from 'vitest';
import { answerToJson } from './json';
import type { Json } from './report';

const matrix = (rows: number, columns: number) => ({
  kind: 'matrix' as const,
  value: Array.from({ length: rows }, () => Array.from({ length: columns }, (_, j) => Math.sqrt(j + 2))),
});

test('an answer of many parts is shown as far as one would be, and the rest by its shapes', () => {
  const shown = answerToJson({ kind: 'list', items: Array.from({ length: 32 }, () => matrix(40, 50)) });
  expect(JSON.stringify(shown).length).toBeLessThan(60_000);
  const [first, ...others] = shown as Json[];
  expect(first).toEqual(matrix(40, 50).value);
  expect(others.at(-1)).toEqual({ shape: [40, 50] });
});

test('an answer of a few small parts is shown whole', () => {
  const [A1, A2] = [matrix(4, 256), matrix(4, 10)];
  expect(answerToJson({ kind: 'list', items: [A1, A2] })).toEqual([A1.value, A2.value]);
});
