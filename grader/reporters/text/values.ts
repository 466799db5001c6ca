import type { Json } from '../../grading/report';
import { cutLine } from './layout';
import { formatFor, isMatrix, type MatrixStyle, matrixLines, matrixSummary } from './matrix';

/** Values of a report that are shown by themselves, the way NumPy prints them. */

const PLAIN: Pick<MatrixStyle, 'isWrong' | 'paint'> = { isWrong: null, paint: (text) => text };

/** Lines of a value, each at most `width` characters. */
export function valueLines(value: Json, width: number): string[] {
  if (isMatrix(value)) return matrixLines(value, { width, format: formatFor([value]), ...PLAIN });
  return [cutLine(oneLine(value), width)];
}

/** A single number, with as many digits as a reader can use. */
export function numberText(value: Json): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(3);
  return String(Number(value.toFixed(5)));
}

/** A value in one line: matrices by their shape. */
function oneLine(value: Json): string {
  if (isMatrix(value)) return matrixSummary(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => oneLine(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return numberText(value);
  if ('shape' in value && Array.isArray(value.shape)) return `matrix of shape (${value.shape.join(', ')})`;
  const items = Object.entries(value).map(([name, item]) => `${name}: ${oneLine(item)}`);
  return `{ ${items.join(', ')} }`;
}
