import { escaped } from '../../text/escape';
import { formatToFit } from '../../text/formatNumber';
import { card, DRAWING_WIDTH, type LegendEntry } from '../card';
import type { PlotTools } from '../plot';
import { short } from '../shortNumbers';
import type { DifferenceMap, HeatMapSketch } from './find';

const MAX_CELL = 44;
const MARGIN = { top: 26, left: 34, gap: 24, bottom: 24 };
/** Cells narrower than this cannot hold a number, and wider ones hold one of five characters. */
const READABLE = 36;
const CELL_CHARACTERS = 5;

interface Cell {
  readonly i: number;
  readonly j: number;
  readonly difference: number;
}

/** A map for each matrix, side by side; the darker a cell, the further off, relative to the worst. */
export function drawHeatMap(sketch: HeatMapSketch, tools: PlotTools): string {
  const { maps } = sketch;
  const columns = maps.reduce((sum, { rows }) => sum + rows[0].length, 0);
  const room = DRAWING_WIDTH - maps.length * MARGIN.left - (maps.length - 1) * MARGIN.gap;
  const tallest = Math.max(...maps.map(({ rows }) => rows.length));
  const width = Math.min(room / columns, MAX_CELL);
  const height = Math.min(width, 28, Math.max(8, 220 / tallest));
  const worst = Math.max(...maps.flatMap(({ rows }) => rows.flat().filter(Number.isFinite)), 0);
  let x = 0;
  const drawn = maps.map((map) => {
    const svg = `<g transform="translate(${x},0)">${drawMap(map, width, height, worst, tools)}</g>`;
    x += MARGIN.left + map.rows[0].length * width + MARGIN.gap;
    return svg;
  });
  const entries = maps.flatMap(({ rows }) => rows.flat());
  const legend: LegendEntry[] = [{ sign: 'square', colour: 'grid', label: 'agrees' }];
  if (worst > 0) legend.push({ sign: 'square', colour: 'wrong', label: `differs, at most by ${short(worst)}` });
  if (!entries.every(Number.isFinite)) legend.push({ sign: 'cross', colour: 'wrong', label: 'NaN or infinite' });
  return card(sketch, legend, { svg: drawn.join(''), height: MARGIN.top + tallest * height + MARGIN.bottom });
}

function drawMap(map: DifferenceMap, width: number, height: number, worst: number, tools: PlotTools): string {
  const { Plot, document } = tools;
  const cells = map.rows.flatMap((row, i) => row.map((difference, j): Cell => ({ i, j, difference })));
  const wrong = cells.filter(({ difference }) => difference > 0 && Number.isFinite(difference));
  const lost = cells.filter(({ difference }) => !Number.isFinite(difference));
  const [height0, width0] = [map.rows.length, map.rows[0].length];
  // A square root lets small differences show beside large ones.
  const strength = ({ difference }: Cell) => 0.15 + 0.85 * Math.sqrt(difference / worst);
  const every = (size: number, least: number) => (index: number) => index % Math.max(1, Math.ceil(least / size)) === 0;
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
  const drawing = Plot.plot({
    document,
    width: MARGIN.left + width0 * width + 1,
    height: MARGIN.top + height0 * height + MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginRight: 1,
    style: { fontSize: '11px' },
    x: { domain: indices(width0), axis: null, padding: 0.04 },
    y: { domain: indices(height0), axis: null, padding: 0.06 },
    marks: [
      Plot.cell(cells, { x: 'j', y: 'i', fill: 'var(--grid)', rx: 2 }),
      Plot.cell(wrong, { x: 'j', y: 'i', fill: 'var(--wrong)', fillOpacity: { value: strength, scale: null }, rx: 2 }),
      Plot.dot(lost, {
        x: 'j',
        y: 'i',
        symbol: 'times',
        stroke: 'var(--wrong)',
        strokeWidth: 2,
        r: Math.min(5, height / 3),
      }),
      ...(width >= READABLE && height >= 18
        ? [
            Plot.text(wrong, {
              x: 'j',
              y: 'i',
              text: ({ difference }: Cell) => formatToFit(difference, CELL_CHARACTERS),
              fill: (cell: Cell) => (strength(cell) > 0.55 ? 'var(--card)' : 'var(--ink)'),
              fontSize: 10.5,
            }),
          ]
        : []),
      Plot.axisY(indices(height0).filter(every(height, 14)), {
        tickSize: 0,
        color: 'var(--soft)',
        label: null,
        tickFormat: (i: number) => `[${i * map.cell[0]}]`,
      }),
      Plot.axisX(indices(width0).filter(every(width, 30)), {
        tickSize: 0,
        color: 'var(--soft)',
        label: null,
        tickFormat: (j: number) => `[${j * map.cell[1]}]`,
      }),
    ],
  });
  const name = `<text x="${MARGIN.left}" y="16" font-size="12" font-weight="600" fill="var(--ink)">${escaped(map.name)}</text>`;
  return name + drawing.outerHTML;
}
