import { agrees, type Tolerance } from '../../authoring/compare';
import type { Exercise } from '../../authoring/exercise';
import type { Graph, Point } from '../../authoring/pictures';
import type { Input, Value } from '../../authoring/values';
import type { Observed } from '../../grading/gradeSubmission';
import { formatList } from '../../text/lists';
import { short } from '../shortNumbers';
import type { Captioned } from '../sketch';
import { subjectOn } from '../subject';

export interface GraphSketch extends Captioned {
  readonly kind: 'graph';
  readonly x: string;
  readonly from: number;
  readonly to: number;
  readonly curve: readonly Point[];
  readonly points: readonly GraphPoint[];
}

export interface GraphPoint {
  readonly x: number;
  readonly y: number;
  readonly wrong: boolean;
  /** What the point is called; null where it is one of many. */
  readonly name: string | null;
}

const CURVE_STEPS = 160;
/** How many points fit side by side; with more, some hide others. */
const POINTS_ACROSS = 60;

/** The curve of the function, with the learner's points of every case that was answered. */
export function graphSketch(picture: Graph<Input[], Value>, observed: Observed, index: number): GraphSketch | null {
  const { exercise, cases } = observed.plan;
  const points = cases.flatMap(({ caseName, drawn }) => {
    const own = pointsOn(picture, observed, index, caseName);
    // Draws are many, and their names say nothing: on a picture that names its points only the wrong ones are shown.
    return picture.named && drawn ? own.filter(({ wrong }) => wrong) : own;
  });
  if (points.length === 0) return null;
  const { from, to, x, top = Number.MAX_VALUE } = picture;
  const title = `${exercise.name}: ${picture.title}`;
  return {
    kind: 'graph',
    x,
    from,
    to,
    curve: curveOf(picture, exercise).filter(([, value]) => value <= top),
    points: thinned(points, (to - from) / POINTS_ACROSS),
    title,
    words: `Graph of ${title}. ${onTheCurve(points, picture.named)}`,
  };
}

/** The reference's curve, from one end of the window to the other. */
export function curveOf({ from, to, curve }: Graph<Input[], Value>, { reference }: Exercise): readonly Point[] {
  const xs = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => from + ((to - from) * i) / CURVE_STEPS);
  const ys = curve(xs, reference);
  return xs.map((at, i): Point => [at, ys[i]]);
}

function pointsOn(
  picture: Graph<Input[], Value>,
  observed: Observed,
  index: number,
  caseName: string,
): readonly GraphPoint[] {
  const subject = subjectOn(observed, index, caseName);
  if (subject === null) return [];
  const { call, got, want, tolerance } = subject;
  const inputs = [...call.inputs];
  const wanted = picture.points(inputs, want);
  return picture.points(inputs, got).flatMap(([x, y], i) => {
    if (x < picture.from || x > picture.to) return [];
    return [
      {
        x,
        y,
        wrong: !liesOn(y, wanted[i][1], picture.top ?? Number.MAX_VALUE, tolerance),
        name: picture.named && !call.drawn ? caseName : null,
      },
    ];
  });
}

/** Above the window's top the curve is not drawn, and how far above is not judged: any finite value there will do. */
function liesOn(got: number, want: number, top: number, tolerance: Tolerance): boolean {
  return Number.isFinite(got) && agrees(Math.min(got, top), Math.min(want, top), tolerance);
}

/** One point for each cell of a grid: others would be hidden behind it. Points with names are few, and all drawn. */
function thinned(points: readonly GraphPoint[], cell: number): readonly GraphPoint[] {
  const places = new Map<string, GraphPoint>();
  for (const point of points) {
    const place = [Math.round(point.x / cell), Math.round(point.y / cell), point.wrong, point.name].join();
    if (!places.has(place)) places.set(place, point);
  }
  return [...places.values()];
}

function onTheCurve(points: readonly GraphPoint[], named: boolean): string {
  const off = points.filter(({ wrong }) => wrong);
  const all = `${points.length} ${named ? 'cases' : 'entries'}`;
  if (off.length === 0) return `All ${all} of yours lie on the curve.`;
  const examples = off.slice(0, 3).map(({ x, y, name }) => `${name ?? `at ${short(x)}`} (${short(y)})`);
  const more = off.length > examples.length ? `${examples.join(', ')}, …` : formatList(examples);
  return `${off.length} of ${all} of yours lie off the curve: ${more}.`;
}
