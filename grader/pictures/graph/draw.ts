import { card, DRAWING_WIDTH, type LegendEntry } from '../card';
import type { PlotTools } from '../plot';
import { short } from '../shortNumbers';
import type { GraphPoint, GraphSketch } from './find';

const HEIGHT = 300;

/** A point as drawn: at the edge, with its value, when it lies above or below the window. */
interface Mark {
  readonly x: number;
  readonly y: number;
  readonly point: GraphPoint;
  readonly beyond: 'above' | 'below' | null;
}

/** The curve and the learner's points: dots on it, crosses off it. */
export function drawGraph(sketch: GraphSketch, { Plot, document }: PlotTools): string {
  const [low, high] = window(sketch);
  const marks = sketch.points.map((point) => markOf(point, low, high));
  const right = marks.filter(({ point }) => !point.wrong);
  const wrong = marks.filter(({ point }) => point.wrong);
  const position = { x: 'x', y: 'y' } as const;
  const drawing = Plot.plot({
    document,
    width: DRAWING_WIDTH,
    height: HEIGHT,
    marginTop: 14,
    marginLeft: 44,
    marginRight: 14,
    marginBottom: 40,
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
      ...labels(marks, sketch, low, high - low).map(({ x, y, text, anchor, colour, dy }) =>
        Plot.text([text], {
          x: [x],
          y: [y],
          fill: `var(--${colour})`,
          stroke: 'var(--card)',
          strokeWidth: 4,
          fontSize: 11.5,
          textAnchor: anchor,
          dx: anchor === 'start' ? 9 : -9,
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

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly colour: 'ink' | 'wrong';
  readonly dy: number;
}

/** Names of points, those close together on one line. */
function labels(marks: readonly Mark[], { from, to }: GraphSketch, low: number, height: number): readonly Label[] {
  const groups: Mark[][] = [];
  for (const mark of marks.filter(({ point }) => point.name !== null)) {
    const group = groups.find(
      ([first]) =>
        first.point.wrong === mark.point.wrong &&
        Math.abs(first.x - mark.x) < 0.08 * (to - from) &&
        Math.abs(first.y - mark.y) < 0.08 * height,
    );
    if (group === undefined) groups.push([mark]);
    else group.push(mark);
  }
  return groups.map((group) => {
    const x = Math.max(...group.map((mark) => mark.x));
    const y = Math.max(...group.map((mark) => mark.y));
    const [{ point, beyond }] = group;
    const end = (x - from) / (to - from) > 0.8;
    // Right and wrong names of neighbours stay apart, and clear of the axis: one above, one below or further above.
    const aside = point.wrong ? (y - low < 0.12 * height ? -26 : 12) : end ? -18 : -9;
    return {
      x,
      y,
      text: group.map(nameOf).join(', '),
      anchor: end ? 'end' : 'start',
      colour: point.wrong ? 'wrong' : 'ink',
      dy: beyond === 'above' ? 2 : aside,
    };
  });
}

function nameOf({ point, beyond }: Mark): string {
  if (Number.isNaN(point.y)) return `${point.name} (NaN)`;
  return beyond === null
    ? `${point.name}`
    : `${point.name} (${beyond === 'above' ? 'up' : 'down'} at ${short(point.y)})`;
}
