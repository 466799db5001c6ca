import type { Json } from '../../grading/report';
import { formatNumber, formatShape } from '../../text/formatNumber';
import { cutLine } from './layout';
import { formatFor, isMatrix, type MatrixStyle, matrixLines, matrixSummary } from './matrix';

/** Values of a report that are shown by themselves, the way NumPy prints them. */

const PLAIN: Pick<MatrixStyle, 'isWrong' | 'paint'> = { isWrong: null, paint: (text) => text };

/** Lines of a value, each at most `width` characters. */
export function valueLines(value: Json, width: number, decimals?: number): string[] {
  if (isMatrix(value)) return matrixLines(value, { width, format: formatFor([value], decimals), ...PLAIN });
  return [cutLine(oneLine(value), width)];
}

/** A value in one line: matrices by their shape. */
function oneLine(value: Json): string {
  if (isMatrix(value)) return matrixSummary(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => oneLine(item)).join(', ')}]`;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('shape' in value && Array.isArray(value.shape))
    return `${value.shape.length === 1 ? 'vector' : 'matrix'} of shape ${formatShape(value.shape)}`;
  const items = Object.entries(value).map(([name, item]) => `${name}: ${oneLine(item)}`);
  return `{ ${items.join(', ')} }`;
}
