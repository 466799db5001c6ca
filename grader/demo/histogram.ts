import type { Style } from '../reporters/text/style';

/** Distributions of numbers in [0, 1], side by side as bars. */

const BINS = 10;

export interface Column {
  readonly title: string;
  readonly values: readonly number[];
}

/** How many of `values` lie in each tenth of [0, 1]; 1 belongs to the last. What lies outside is not counted. */
export function countByTenth(values: readonly number[]): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    if (value >= 0 && value <= 1) counts[Math.min(BINS - 1, Math.floor(value * BINS))]++;
  }
  return counts;
}

/** The histograms of `columns`: a line for each tenth, with the count beside each bar. */
export function histogramLines(columns: readonly Column[], style: Style): string[] {
  const label = 13;
  const room = Math.floor((style.width - label) / columns.length);
  const barWidth = Math.min(room - 6, 30);
  const counted = columns.map(({ values }) => countByTenth(values));
  const lines = [' '.repeat(label) + columns.map(({ title }) => title.padEnd(room)).join('')];
  for (let bin = 0; bin < BINS; bin++) {
    const cells = columns.map(({ values }, i) => {
      const count = counted[i][bin];
      return barOf(count, values.length, barWidth, style).padEnd(room);
    });
    lines.push(`${tenth(bin)}${cells.join('')}`);
  }
  const strays = columns.map(({ values }, i) => values.length - counted[i].reduce((sum, count) => sum + count, 0));
  if (strays.some((count) => count > 0))
    lines.push(`none of these${strays.map((count) => ` ${count}`.padEnd(room)).join('')}`);
  return lines.map((line) => line.trimEnd());
}

function tenth(bin: number): string {
  return `${(bin / BINS).toFixed(1)} to ${((bin + 1) / BINS).toFixed(1)}   `;
}

function barOf(count: number, total: number, width: number, style: Style): string {
  if (!style.pictures) return String(count);
  const length = count === 0 ? 0 : Math.max(1, Math.round((width * count) / total));
  return length === 0 ? '·' : `${'█'.repeat(length)} ${count}`;
}
