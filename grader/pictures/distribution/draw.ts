import { countByBin } from '../../text/countByBin';
import { card, DRAWING_WIDTH } from '../card';
import type { PlotTools } from '../plot';
import type { DistributionSketch } from './find';

const HEIGHT = 190;
const BINS = 20;

/** A column of the histogram: this `share` of the numbers lies from `low` to `high`. */
interface Bin {
  readonly panel: string;
  readonly side: 'yours' | 'expected';
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** A panel for each case: a histogram of the learner's numbers above one of the reference's. */
export function drawDistribution(sketch: DistributionSketch, { Plot, document }: PlotTools): string {
  const bins = sketch.panels.flatMap(({ title, got, want }) => [
    ...binned(got, title, 'yours'),
    ...binned(want, title, 'expected'),
  ]);
  const columns = (side: Bin['side'], fill: string) =>
    Plot.rectY(
      bins.filter((bin) => bin.side === side),
      { fx: 'panel', fy: 'side', x1: 'low', x2: 'high', y: 'share', fill, inset: 0.5 },
    );
  const drawing = Plot.plot({
    document,
    width: DRAWING_WIDTH,
    height: HEIGHT,
    marginLeft: 66,
    marginRight: 12,
    marginTop: 26,
    marginBottom: 40,
    style: { fontSize: '12px' },
    x: { domain: [0, 1] },
    y: { axis: null, domain: [0, 1] },
    fx: { domain: sketch.panels.map(({ title }) => title), padding: 0.12 },
    fy: { domain: ['yours', 'expected'], padding: 0.15 },
    marks: [
      Plot.axisFx({ anchor: 'top', label: null, color: 'var(--ink)', fontWeight: 600, tickSize: 0 }),
      Plot.axisFy({ anchor: 'left', label: null, color: 'var(--ink)', tickSize: 0 }),
      Plot.gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: 5,
        tickSize: 0,
        color: 'var(--soft)',
        label: sketch.what,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      columns('yours', 'var(--got)'),
      columns('expected', 'var(--want)'),
      Plot.ruleY([0], { stroke: 'var(--soft)' }),
    ],
  });
  return card(
    sketch,
    [
      { sign: 'square', colour: 'got', label: 'yours' },
      { sign: 'square', colour: 'want', label: 'expected' },
    ],
    { svg: drawing.outerHTML, height: HEIGHT },
  );
}

function binned(values: readonly number[], panel: string, side: Bin['side']): readonly Bin[] {
  return countByBin(values, BINS).flatMap((count, i) =>
    count === 0 ? [] : [{ panel, side, low: i / BINS, high: (i + 1) / BINS, share: count / values.length }],
  );
}
