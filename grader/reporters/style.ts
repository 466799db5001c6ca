import type { WriteStream } from 'node:tty';
import picocolors from 'picocolors';

/** Where text is shown: how wide, and how to emphasise. */
export interface Style {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
}

/** The style of `width` columns, with or without colour. */
export function newStyle(width: number, colour: boolean): Style {
  const { bold, dim, green, red, cyan } = picocolors.createColors(colour);
  return { width, bold, dim, good: green, bad: red, note: cyan };
}

/** The style of a terminal: 80 to 120 columns, colour unless NO_COLOR is set; plain 80 columns for a file or pipe. */
export function styleFor(terminal: WriteStream | false): Style {
  const isTerminal = terminal !== false && terminal.isTTY;
  const forced = (process.env.FORCE_COLOR ?? '') !== '' && process.env.FORCE_COLOR !== '0';
  const colour =
    (process.env.NO_COLOR ?? '') === '' &&
    (isTerminal || (terminal !== false && forced)) &&
    process.env.TERM !== 'dumb';
  const columns = isTerminal ? terminal.columns : 80;
  return newStyle(Math.min(Math.max(columns, 60), 120), colour);
}
