import type { Random } from '../authoring/inputs';
import { GLYPHS, type Point, type Stroke } from './glyphs';

/** Handwritten-looking digits as MNIST has them: 28 x 28, ink 1 on paper 0, centred by mass. */

/** Rows and columns of a picture. */
export const SIDE = 28;
/** A digit is written into a box of this side, as in MNIST. */
const BOX = 20;
/** Pieces of a curve between two of its points. */
const PIECES = 6;

/** One picture, row by row: 784 numbers in [0, 1], rounded to whole 255ths as in MNIST. */
export type Picture = number[];

/** Draws `digit` the way somebody might write it; each call draws it differently. */
export function drawDigit(digit: number, random: Random): Picture {
  const ways = GLYPHS[digit];
  const glyph = ways[Math.floor(random.uniform() * ways.length)];
  const hand = steadyHand(random);
  const paths = glyph.map((stroke) => flatten(stroke, hand.wobble).map(hand.place));
  const centred = centre(paths, random);
  const radius = between(random, 0.6, 1.7);
  const ink = (x: number, y: number) => {
    const distance = Math.sqrt(Math.min(...centred.map((path) => squaredDistanceToPath(x, y, path))));
    return Math.min(1, Math.max(0, radius + 0.5 - distance));
  };
  const strength = between(random, 0.8, 1);
  const noise = random.randn(SIDE, SIDE);
  return Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [row, column] = [Math.floor(index / SIDE), index % SIDE];
    const value = strength * ink(column + 0.5, row + 0.5) + 0.04 * noise[row][column];
    return Math.round(255 * Math.min(1, Math.max(0, value))) / 255;
  });
}

const square = (value: number) => value * value;

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** One person's hand: how it stretches, slants and wobbles. No sines, whose last digits differ between machines. */
function steadyHand(random: Random) {
  const [stretchX, stretchY] = [between(random, 0.6, 1.1), between(random, 0.8, 1.1)];
  const [slant, tilt] = [between(random, -0.45, 0.2), between(random, -0.15, 0.15)];
  const wobble = (point: Point): Point => {
    const [[dx, dy]] = random.randn(1, 2);
    return [point[0] + 0.03 * dx, point[1] + 0.03 * dy];
  };
  const place = ([x, y]: Point): Point => {
    const [u, v] = [x - 0.5, y - 0.5];
    return [BOX * (stretchX * u + slant * v), BOX * (stretchY * v + tilt * u)];
  };
  return { wobble, place };
}

/** A stroke as a path of straight pieces; a curve is a Catmull-Rom spline through its points. */
function flatten({ kind, points }: Stroke, wobble: (point: Point) => Point): readonly Point[] {
  const wobbled = points.map(wobble);
  if (kind === 'lines') return wobbled;
  const at = (index: number) => wobbled[Math.min(Math.max(index, 0), wobbled.length - 1)];
  const path: Point[] = [];
  for (let i = 0; i + 1 < wobbled.length; i++) {
    for (let piece = 0; piece < PIECES; piece++) {
      path.push(spline(at(i - 1), at(i), at(i + 1), at(i + 2), piece / PIECES));
    }
  }
  return [...path, wobbled[wobbled.length - 1]];
}

function spline(before: Point, from: Point, to: Point, after: Point, t: number): Point {
  const coordinate = (axis: 0 | 1) => {
    const [a, b, c, d] = [before[axis], from[axis], to[axis], after[axis]];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  };
  return [coordinate(0), coordinate(1)];
}

/** The paths with their ink's centre near the picture's. */
function centre(paths: readonly (readonly Point[])[], random: Random): readonly (readonly Point[])[] {
  let [x, y, length] = [0, 0, 0];
  for (const path of paths) {
    for (let i = 0; i + 1 < path.length; i++) {
      const piece = Math.sqrt(square(path[i + 1][0] - path[i][0]) + square(path[i + 1][1] - path[i][1]));
      x += (piece * (path[i][0] + path[i + 1][0])) / 2;
      y += (piece * (path[i][1] + path[i + 1][1])) / 2;
      length += piece;
    }
  }
  const [shiftX, shiftY] = [between(random, -1, 1), between(random, -1, 1)];
  const move = ([u, v]: Point): Point => [u - x / length + SIDE / 2 + shiftX, v - y / length + SIDE / 2 + shiftY];
  return paths.map((path) => path.map(move));
}

/** Distances stay squared until the end, where one root is taken: that is exact on every machine, and quick. */
function squaredDistanceToPath(x: number, y: number, path: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < path.length; i++) {
    const squared = squaredDistanceToPiece(x, y, path[i], path[i + 1]);
    if (squared < nearest) nearest = squared;
  }
  return nearest;
}

function squaredDistanceToPiece(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [px, py] = [x - from[0], y - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return square(px - along * dx) + square(py - along * dy);
}
