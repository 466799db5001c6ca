import type { Json } from '../grading/report';
import { cutLine } from './layout';

/** Values of a report, printed the way NumPy prints arrays. */

/** Matrices larger than this are given by their shape. */
const MAX_ROWS = 6;
const MAX_COLUMNS = 10;

function isMatrix(value: Json): value is readonly (readonly Json[])[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && !row.some(Array.isArray))
  );
}

function entry(value: Json): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(3);
  return String(Number(value.toFixed(5)));
}

/** Lines of a value, each at most `width` characters. */
export function valueLines(value: Json, width: number): string[] {
  if (isMatrix(value)) return matrixLines(value, width);
  if (Array.isArray(value) && value.some((item) => isMatrix(item)))
    return [cutLine(`[${value.map(summary).join(', ')}]`, width)];
  if (Array.isArray(value)) return [cutLine(`[${value.map(entry).join(', ')}]`, width)];
  return [cutLine(summary(value), width)];
}

function matrixLines(rows: readonly (readonly Json[])[], width: number): string[] {
  const cells = rows.map((row) => row.map(entry));
  const columns = Math.max(...cells.map((row) => row.length));
  const cell = Math.max(...cells.flat().map((text) => text.length), 0);
  if (rows.length > MAX_ROWS || columns > MAX_COLUMNS || columns * (cell + 2) + 2 > width) return [summary(rows)];
  return cells.map((row, i) => {
    const line = row.map((text) => text.padStart(cell)).join(', ');
    return `${i === 0 ? '[[' : ' ['}${line}]${i === cells.length - 1 ? ']' : ','}`;
  });
}

/** A value in a few words: a matrix by its shape. */
function summary(value: Json): string {
  if (isMatrix(value)) return `matrix of shape (${value.length}, ${value[0].length})`;
  if (typeof value === 'object' && value !== null && 'shape' in value && Array.isArray(value.shape)) {
    return `matrix of shape (${value.shape.join(', ')})`;
  }
  if (Array.isArray(value)) return `[${value.map(entry).join(', ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : entry(value);
}
