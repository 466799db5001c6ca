import { card, DRAWING_WIDTH, type LegendEntry } from '../card';
import type { PlotTools } from '../plot';
import type { GraphPoint, GraphSketch } from './find';
import { ASIDE, labels, type Mark } from './labels';

const HEIGHT = 300;

const MARGIN = { top: 14, right: 14, bottom: 40, left: 44 };

/** The curve and the learner's points: dots on it, crosses off it. */
export function drawGraph(sketch: GraphSketch, { Plot, document }: PlotTools): string {
  const [low, high] = window(sketch);
  const marks = sketch.points.map((point) => markOf(point, low, high));
  const right = marks.filter(({ point }) => !point.wrong);
  const wrong = marks.filter(({ point }) => point.wrong);
  const frame = {
    from: sketch.from,
    to: sketch.to,
    low,
    high,
    width: DRAWING_WIDTH - MARGIN.left - MARGIN.right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const position = { x: 'x', y: 'y' } as const;
  const drawing = Plot.plot({
    document,
    width: DRAWING_WIDTH,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    style: { fontSize: '12px' },
    x: { domain: [sketch.from, sketch.to] },
    y: { domain: [low, high] },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.gridX({ ticks: 8, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleY(low <= 0 ? [0] : [low], { stroke: 'var(--soft)', strokeOpacity: 0.6 }),
      Plot.ruleX(sketch.from <= 0 ? [0] : [sketch.from], { stroke: 'var(--soft)', strokeOpacity: 0.6 }),
      Plot.axisX({
        ticks: 8,
        tickSize: 0,
        color: 'var(--soft)',
        label: sketch.x,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      Plot.axisY({ ticks: 5, tickSize: 0, color: 'var(--soft)', label: null }),
      Plot.line(sketch.curve, { stroke: 'var(--want)', strokeWidth: 3, strokeLinecap: 'round' }),
      ...labels(marks, frame).map(({ x, y, text, anchor, colour, dy }) =>
        Plot.text([text], {
          x: [x],
          y: [y],
          fill: `var(--${colour})`,
          stroke: 'var(--card)',
          strokeWidth: 4,
          fontSize: 11.5,
          textAnchor: anchor,
          dx: anchor === 'start' ? ASIDE : -ASIDE,
          dy,
        }),
      ),
      Plot.dot(right, { ...position, fill: 'var(--got)', r: 4, stroke: 'var(--card)', strokeWidth: 1 }),
      Plot.dot(wrong, { ...position, symbol: 'times', stroke: 'var(--wrong)', strokeWidth: 2.2, r: 4.5 }),
    ],
  });
  const legend: LegendEntry[] = [
    { sign: 'line', colour: 'want', label: 'expected' },
    { sign: 'dot', colour: 'got', label: 'yours' },
  ];
  if (wrong.length > 0) legend.push({ sign: 'cross', colour: 'wrong', label: 'yours, off the curve' });
  return card(sketch, legend, { svg: drawing.outerHTML, height: HEIGHT });
}

/** From the lowest to the highest point of the curve, and up to as far again on each side where the learner's points are. */
function window({ curve, points }: GraphSketch): [low: number, high: number] {
  const ys = curve.map(([, y]) => y);
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const span = top - bottom || 1;
  const finite = points.map(({ y }) => y).filter(Number.isFinite);
  const low = Math.max(bottom - span, Math.min(bottom, ...finite.filter((y) => y > bottom - span)));
  const high = Math.min(top + span, Math.max(top, ...finite.filter((y) => y <= top + 0.1 * span)));
  return [low - 0.04 * span, high + 0.06 * span];
}

function markOf(point: GraphPoint, low: number, high: number): Mark {
  const y = Number.isNaN(point.y) ? low : Math.min(Math.max(point.y, low), high);
  const beyond = point.y > high ? 'above' : point.y >= low ? null : 'below';
  return { x: point.x, y, point, beyond };
}
