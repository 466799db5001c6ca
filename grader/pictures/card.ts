import { escaped } from '../text/escape';

/**
 * The frame around every drawing: a card of its own colours with title, legend and text alternative.
 *
 * The Vitest UI shows a picture as an image, which no style sheet of the page reaches. So a picture brings its
 * background along and is legible on any, and changes to dark ink on its own where the page says that it is dark.
 */

const CARD_WIDTH = 600;
const PADDING = 16;
const HEADER = 58;

/** Width of what is drawn on a card. */
export const DRAWING_WIDTH = CARD_WIDTH - 2 * PADDING;

const STYLE = `
.picture { --card: #fbfbfa; --edge: #d5d7d3; --ink: #2b3036; --soft: #666c75; --grid: #e3e5e2;
  --want: #9aa2ac; --got: #2f6fb5; --wrong: #c2410c; color: var(--ink); font: 12px system-ui, sans-serif; }
@media screen and (prefers-color-scheme: dark) { .picture { --card: #1d2025; --edge: #3b4048; --ink: #e0e3e8; --soft: #a2a9b3;
  --grid: #343942; --want: #7e8894; --got: #64a8f0; --wrong: #ff8d5c; } }
.picture text { font-family: system-ui, sans-serif; }`;

/** What a sign in the drawing means. */
export interface LegendEntry {
  readonly sign: 'square' | 'dot' | 'cross' | 'line' | 'ring';
  readonly colour: string;
  readonly label: string;
}

/** A drawing, `height` high, on its card. */
export function card(
  { title, words }: { readonly title: string; readonly words: string },
  legend: readonly LegendEntry[],
  drawing: { readonly svg: string; readonly height: number },
): string {
  const height = HEADER + drawing.height + PADDING / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-label="${escaped(words)}" width="${CARD_WIDTH}" height="${height}" viewBox="0 0 ${CARD_WIDTH} ${height}">`,
    `<title>${escaped(words)}</title><style>${STYLE}</style>`,
    `<rect x="0.5" y="0.5" width="${CARD_WIDTH - 1}" height="${height - 1}" rx="8" fill="var(--card)" stroke="var(--edge)"/>`,
    `<text x="${PADDING}" y="25" font-size="14" font-weight="600" fill="var(--ink)">${escaped(title)}</text>`,
    ...legendEntries(legend),
    `<g transform="translate(${PADDING},${HEADER})">${drawing.svg}</g>`,
    '</svg>',
  ].join('');
}

function legendEntries(legend: readonly LegendEntry[]): string[] {
  let x = PADDING;
  return legend.map(({ sign, colour, label }) => {
    const entry = `${signMark(sign, x + 6, 42, `var(--${colour})`)}<text x="${x + 17}" y="46" font-size="12" fill="var(--soft)">${escaped(label)}</text>`;
    // Nothing measures text here; seven units a letter is more than enough at this size.
    x += 17 + label.length * 6.6 + 16;
    return entry;
  });
}

function signMark(sign: LegendEntry['sign'], x: number, y: number, colour: string): string {
  switch (sign) {
    case 'square':
      return `<rect x="${x - 5}" y="${y - 5}" width="10" height="10" rx="1.5" fill="${colour}"/>`;
    case 'dot':
      return `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`;
    case 'ring':
      return `<circle cx="${x}" cy="${y}" r="4" fill="none" stroke="${colour}" stroke-width="1.8"/>`;
    case 'cross':
      return `<path d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8" stroke="${colour}" stroke-width="2.2"/>`;
    case 'line':
      return `<path d="M${x - 6} ${y}h12" stroke="${colour}" stroke-width="2.5"/>`;
  }
}
