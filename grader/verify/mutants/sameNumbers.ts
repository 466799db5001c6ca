import { distance, type Tolerance } from '../../authoring/compare';

/** Whether two values are made of plain arrays and records in the same way, with numbers that agree. */
export function sameNumbers(got: unknown, want: unknown, tolerance: Tolerance): boolean {
  if (typeof want === 'number') return typeof got === 'number' && distance(got, want, tolerance) <= 1;
  // A function cannot be changed.
  if (typeof want === 'function') return got !== undefined;
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return false;
    return want.every((item, i) => sameNumbers(got[i], item, tolerance));
  }
  if (!isRecord(want) || !isRecord(got)) return false;
  const names = Object.keys(want);
  return (
    names.length === Object.keys(got).length &&
    names.every((name) => Object.hasOwn(got, name) && sameNumbers(got[name], want[name], tolerance))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
