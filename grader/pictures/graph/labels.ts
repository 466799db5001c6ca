import { short } from '../shortNumbers';
import type { GraphPoint } from './find';

/** A point as drawn: at the edge, with its value, when it lies above or below the window. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly point: GraphPoint;
  readonly beyond: 'above' | 'below' | null;
}

/** The name of some points, beside the last of them. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly colour: 'ink' | 'wrong';
  /** How far below the point it stands, in pixels. */
  readonly dy: number;
}

/** What is drawn, in the units of its axes, and how many pixels it gets. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between a point and its label, of a letter on average, and of a line. */
export const ASIDE = 9;
const LETTER = 6.2;
const LINE = 13;
/** How many names stand together. */
const MAX_NAMES = 2;
/** Where labels may stand below or above their points, in the order of preference. */
const RIGHT_PLACES = [-9, -22, 14, 27, -35];
const WRONG_PLACES = [12, -12, 25, -25, 38, -38];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Names of points, those close together on one line; one for which there is no room is left out. */
export function labels(marks: readonly Mark[], frame: Frame): readonly Label[] {
  const taken: Box[] = [];
  return groupsOf(marks, frame).flatMap((group) => {
    const placed = candidates(group, frame).find(({ box }) => isFree(box, taken, frame));
    if (placed === undefined) return [];
    taken.push(placed.box);
    return placed.label;
  });
}

function groupsOf(marks: readonly Mark[], { from, to, low, high }: Frame): readonly (readonly Mark[])[] {
  const groups: Mark[][] = [];
  for (const mark of marks.filter(({ point }) => point.name !== null)) {
    const group = groups.find(
      ([first]) =>
        first.point.wrong === mark.point.wrong &&
        Math.abs(first.x - mark.x) < 0.08 * (to - from) &&
        Math.abs(first.y - mark.y) < 0.08 * (high - low),
    );
    if (group === undefined) groups.push([mark]);
    else group.push(mark);
  }
  return groups;
}

function candidates(group: readonly Mark[], frame: Frame): readonly { label: Label; box: Box }[] {
  const x = Math.max(...group.map((mark) => mark.x));
  const y = Math.max(...group.map((mark) => mark.y));
  const [{ point, beyond }] = group;
  const text = textOf(group);
  const colour = point.wrong ? 'wrong' : 'ink';
  const places = beyond === 'above' ? [2, 15, 28] : point.wrong ? WRONG_PLACES : RIGHT_PLACES;
  const left = (frame.width * (x - frame.from)) / (frame.to - frame.from);
  const top = frame.height * (1 - (y - frame.low) / (frame.high - frame.low));
  return places.flatMap((dy) =>
    (['start', 'end'] as const).map((anchor) => {
      const begin = anchor === 'start' ? left + ASIDE : left - ASIDE - LETTER * text.length;
      const box = { left: begin, right: begin + LETTER * text.length, middle: top + dy };
      return { label: { x, y, text, anchor, colour, dy }, box };
    }),
  );
}

function isFree({ left, right, middle }: Box, taken: readonly Box[], { width, height }: Frame): boolean {
  if (left < 0 || right > width || middle < 0 || middle > height - LINE / 2) return false;
  return taken.every((box) => right < box.left || left > box.right || Math.abs(middle - box.middle) >= LINE);
}

function textOf(group: readonly Mark[]): string {
  const names = group.map(nameOf);
  const more = names.length - MAX_NAMES;
  return more <= 0 ? names.join(', ') : `${names.slice(0, MAX_NAMES).join(', ')} and ${more} more`;
}

function nameOf({ point, beyond }: Mark): string {
  if (Number.isNaN(point.y)) return `${point.name} (NaN)`;
  return beyond === null
    ? `${point.name}`
    : `${point.name} (${beyond === 'above' ? 'up' : 'down'} at ${short(point.y)})`;
}
