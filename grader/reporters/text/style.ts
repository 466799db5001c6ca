import type { WriteStream } from 'node:tty';
import picocolors from 'picocolors';

/** Where text is shown: how wide, and how to emphasise. */
export interface Style {
  readonly width: number;
  /** Lines that are seen without scrolling. */
  readonly rows: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
  /** Whether pictures made of characters help: a screen reader would read them out one by one. */
  readonly pictures: boolean;
  /** Whether every check is explained; else what a screen holds. */
  readonly all: boolean;
  /** What shows the rest. */
  readonly more: string;
}

/** Lines of a terminal that says nothing of its size. */
const ROWS = 24;

/** The style of `width` columns, with or without colour. Only colours that light and dark terminals both show well. */
export function newStyle(width: number, colour: boolean, pictures = true, all = false, rows = ROWS): Style {
  const { bold, dim, green, red, magenta } = picocolors.createColors(colour);
  return { width, rows, bold, dim, good: green, bad: red, note: magenta, pictures, all, more: '--all' };
}

/**
 * The style of a terminal: 60 to 120 columns, colour unless NO_COLOR is set; plain 80 columns for a file or pipe.
 * No pictures where ACCESSIBLE is set, or on a terminal that says it is dumb.
 */
export function styleFor(terminal: WriteStream | false, all = false): Style {
  const isTerminal = terminal !== false && terminal.isTTY;
  const isSet = (name: string) => (process.env[name] ?? '') !== '';
  const isDumb = process.env.TERM === 'dumb';
  const forced = isSet('FORCE_COLOR') && process.env.FORCE_COLOR !== '0';
  const colour = !isSet('NO_COLOR') && (isTerminal || (terminal !== false && forced)) && !isDumb;
  const columns = isTerminal ? terminal.columns : 80;
  const rows = isTerminal ? Math.max(terminal.rows, ROWS) : ROWS;
  return newStyle(Math.min(Math.max(columns, 60), 120), colour, !isSet('ACCESSIBLE') && !isDumb, all, rows);
}
