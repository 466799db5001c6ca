import { type Picture, SIDE } from './drawDigit';

/** Ink below this share of full black is not shown: a terminal's half blocks are either there or not. */
const THRESHOLD = 0.4;
/** Rows and columns at the edge that a digit hardly reaches. */
const MARGIN = 4;

/** Columns and lines that `pictureLines` takes. */
export const PICTURE_COLUMNS = SIDE - 2 * MARGIN;
export const PICTURE_LINES = PICTURE_COLUMNS / 2;

/** The middle 20 x 20 pixels of `picture`, two pixels above each other in a character, in the colour of the text. */
export function pictureLines(picture: Picture): string[] {
  const isInk = (row: number, column: number) => picture[(row + MARGIN) * SIDE + column + MARGIN] > THRESHOLD;
  return Array.from({ length: PICTURE_LINES }, (_, line) =>
    Array.from({ length: PICTURE_COLUMNS }, (__, column) =>
      halfBlock(isInk(2 * line, column), isInk(2 * line + 1, column)),
    ).join(''),
  );
}

function halfBlock(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
