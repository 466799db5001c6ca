import { escaped } from '../../../text/escape';
import { counted } from '../../listing';
import type { PageName } from './pageOptions';
import type { MarkBin } from './statistics';

/** What the sections of the page are made of. */

/** A column of a table: its heading, and whether it holds numbers. */
export type Column = readonly [heading: string, kind: 'text' | 'number'];

/** HTML of ours, to stand in a cell as it is. */
export interface Html {
  readonly html: string;
}

/** A table; texts in it are escaped. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number | Html)[])[]): string {
  const kind = (column: number) => (columns[column][1] === 'number' ? ' class="number"' : '');
  const head = columns.map(([heading], i) => `<th scope="col"${kind(i)}>${escaped(heading)}</th>`).join('');
  const content = (value: string | number | Html) => (typeof value === 'object' ? value.html : escaped(value));
  const body = rows.map((row) => `<tr>${row.map((value, i) => `<td${kind(i)}>${content(value)}</td>`).join('')}</tr>`);
  return `<article class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></article>`;
}

/** With horizontal bars, which are legible on a phone, too. */
export function histogram(bins: readonly MarkBin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const rows = bins.map((bin) => {
    const bar = `<span class="bar" style="width:${(85 * bin.count) / most}%"></span>`;
    return `<tr><th scope="row" class="number">${pointsWords(bin)}</th><td>${bar}${bin.count}</td></tr>`;
  });
  return `<table class="histogram" aria-label="How many students have marks in each tenth of the points"><tbody>${rows.join('')}</tbody></table>`;
}

/** The same as columns in the height of a line, for a cell: the figures are its name. */
export function columns(bins: readonly MarkBin[]): Html {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const label = bins.map((bin) => `${pointsWords(bin)} points: ${bin.count}`).join(', ');
  const bars = bins.map(({ count }) => `<span style="height:${count === 0 ? 0 : 10 + (90 * count) / most}%"></span>`);
  return { html: `<span class="columns" role="img" aria-label="${escaped(label)}">${bars.join('')}</span>` };
}

/** `5–9`. */
function pointsWords({ low, high }: MarkBin): string {
  return low === high ? `${low}` : `${low}–${high}`;
}

/** A student's name, as a link to the student's own page where there is one. */
export function nameLink({ name, page }: PageName): string {
  return page === null ? escaped(name) : `<a href="${escaped(page)}">${escaped(name)}</a>`;
}

/** How many students, and behind a click who. */
export function whoBlock(students: readonly PageName[]): string {
  const names = students.map(nameLink);
  return `<details class="who"><summary>${counted(students.length, 'student')}</summary><p>${names.join(', ')}</p></details>`;
}
