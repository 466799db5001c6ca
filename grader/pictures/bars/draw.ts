import { card, DRAWING_WIDTH } from '../card';
import type { PlotTools } from '../plot';
import { short } from '../shortNumbers';
import { type Bar, type BarsSketch, valueWords } from './find';

const HEIGHT = 230;
/** With more bars than this, the values above them would overlap. */
const MAX_LABELLED = 8;

/** Expected and got side by side, two bars for each column; what is not a finite number is a word on the axis. */
export function drawBars(sketch: BarsSketch, { Plot, document }: PlotTools): string {
  const { bars } = sketch;
  const pairs = bars.flatMap((bar) => [
    { bar, side: 'want' as const, value: bar.want, colour: 'want' },
    { bar, side: 'got' as const, value: bar.got ?? Number.NaN, colour: bar.wrong ? 'wrong' : 'got' },
  ]);
  const finite = pairs.filter(({ value }) => Number.isFinite(value));
  const labelled = bars.length <= MAX_LABELLED ? pairs : pairs.filter(({ value }) => !Number.isFinite(value));
  const withInputs = bars.every(({ input }) => input !== null);
  const drawing = Plot.plot({
    document,
    width: Math.min(DRAWING_WIDTH, 48 + bars.length * 140),
    height: HEIGHT,
    marginTop: 18,
    marginLeft: 44,
    marginBottom: withInputs ? 44 : 28,
    marginRight: 4,
    style: { fontSize: '12px' },
    x: { axis: null, domain: ['want', 'got'], padding: 0.08 },
    fx: { domain: bars.map(({ column }) => column), axis: null, padding: 0.25 },
    y: { ...domain(finite.map(({ value }) => value)), label: null, ticks: 4, grid: true, nice: true },
    marks: [
      Plot.axisY({ ticks: 4, tickSize: 0, color: 'var(--soft)', label: null }),
      Plot.gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...(['want', 'got', 'wrong'] as const).map((colour) =>
        Plot.barY(
          finite.filter((pair) => pair.colour === colour),
          { fx: column, x: 'side', y: 'value', fill: `var(--${colour})`, ry2: 2 },
        ),
      ),
      Plot.ruleY([0], { stroke: 'var(--soft)' }),
      Plot.text(labelled, {
        fx: column,
        x: 'side',
        y: ({ value }: { value: number }) => (Number.isFinite(value) ? Math.max(value, 0) : 0),
        text: ({ bar, side }: (typeof pairs)[number]) => valueWords(bar)[side],
        fill: ({ colour }: { colour: string }) => (colour === 'want' ? 'var(--soft)' : `var(--${colour})`),
        fontWeight: 600,
        fontSize: 11,
        dy: -8,
      }),
      Plot.axisFx({
        anchor: 'bottom',
        tickSize: 0,
        label: null,
        color: 'var(--ink)',
        tickFormat: (j: number) => tick(bars[j], withInputs),
      }),
    ],
  });
  return card(
    sketch,
    [
      { sign: 'square', colour: 'want', label: 'expected' },
      ...(bars.every(({ wrong }) => wrong) ? [] : [{ sign: 'square', colour: 'got', label: 'yours' } as const]),
      ...(bars.some(({ wrong }) => wrong)
        ? [{ sign: 'square', colour: 'wrong', label: 'yours, not as expected' } as const]
        : []),
    ],
    { svg: drawing.outerHTML, height: HEIGHT },
  );
}

const column = ({ bar }: { bar: Bar }) => bar.column;

function tick({ column: j, input }: Bar, withInput: boolean): string {
  return withInput && input !== null ? `[${j}]\nfrom ${short(input)}` : `[${j}]`;
}

/** Includes zero; up to one when there is nothing but zeros. */
function domain(values: readonly number[]): { readonly domain: [number, number] } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return { domain: low === high ? [0, 1] : [low, high] };
}
