import { expect, test } from 'vitest';
import { parseDue } from './late';

test('a day ends at midnight, and a time is this machine’s where it has no zone', () => {
  expect([parseDue('2026-11-20'), parseDue('2026-11-20 18:00'), parseDue('2026-11-20T18:00+02:00')]).toEqual([
    new Date(2026, 10, 20, 23, 59, 59).getTime(),
    new Date(2026, 10, 20, 18).getTime(),
    Date.UTC(2026, 10, 20, 16),
  ]);
});

test.each(['2026-11-31', '2026-02-30T12:00', '2026-13-01', 'Friday'])('%s is no date', (typed) => {
  expect(() => parseDue(typed)).toThrow(`--due: "${typed}" is no date; write 2026-11-20`);
});
