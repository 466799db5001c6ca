import type { Style } from '../reporters/text/style';
import { countByBin } from '../text/countByBin';

/** Distributions of numbers in [0, 1], side by side as bars. */

const BINS = 10;
/** Columns for the words at the start of a line. */
const LABEL = 13;

export interface Column {
  readonly title: string;
  readonly values: readonly number[];
}

/** The histograms of `columns`: a line for each tenth, with the count beside each bar. */
export function histogramLines(columns: readonly Column[], style: Style): string[] {
  const room = Math.floor((style.width - LABEL) / columns.length);
  const barWidth = Math.min(room - 6, 30);
  const counted = columns.map(({ values }) => countByBin(values, BINS));
  const line = (label: string, cells: readonly string[]) =>
    (label.padEnd(LABEL) + cells.map((cell) => cell.padEnd(room)).join('')).trimEnd();
  const titles = columns.map(({ title }) => title);
  const bars = Array.from({ length: BINS }, (_, bin) =>
    line(
      tenth(bin),
      columns.map(({ values }, i) => barOf(counted[i][bin], values.length, barWidth, style)),
    ),
  );
  const outside = columns.map(({ values }, i) => values.length - counted[i].reduce((sum, count) => sum + count, 0));
  const rest = outside.some((count) => count > 0) ? [line('outside', outside.map(String))] : [];
  return [line('', titles), ...bars, ...rest];
}

function tenth(bin: number): string {
  return `${(bin / BINS).toFixed(1)} to ${((bin + 1) / BINS).toFixed(1)}`;
}

function barOf(count: number, total: number, width: number, style: Style): string {
  if (!style.pictures) return String(count);
  const length = count === 0 ? 0 : Math.max(1, Math.round((width * count) / total));
  return length === 0 ? '·' : `${'█'.repeat(length)} ${count}`;
}
