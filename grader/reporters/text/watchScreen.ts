import type { Report } from '../../grading/report';
import type { Changes } from '../../workbook/progress/sinceLastTime';
import { wrap } from './layout';
import { pretty } from './pretty';
import type { Style } from './style';

/** Clears the screen; what has scrolled off stays. */
const CLEAR = '\u001b[2J\u001b[H';

/** What is shown after a save. */
export interface AfterSave {
  readonly report: Report;
  /** The exercises that were graded again; none where nothing had changed. */
  readonly regraded: readonly string[];
  readonly changes: Changes;
  readonly milliseconds: number;
  /** What goes on, and how to end it. */
  readonly footer: string;
}

/**
 * The screen after a save: of what was saved all there is to say, of others a line or two, and the footer.
 *
 * @param focus the exercises that were saved
 * @param clearing whether it takes the place of what the terminal shows
 */
export function watchScreen(
  { report, regraded, changes, milliseconds, footer }: AfterSave,
  style: Style,
  clearing: boolean,
  focus = regraded,
): string {
  const what = regraded.length === report.exercises.length ? 'Graded' : `Graded ${regraded.join(', ')}`;
  const graded = regraded.length === 0 ? '' : `${what} in ${(milliseconds / 1000).toFixed(2)} s. `;
  const below = (graded + footer)
    .split('\n')
    .map((line) => wrap(line, style.width))
    .join('\n');
  const rows = style.rows - below.split('\n').length - 1;
  const text = `${pretty(report, { ...style, rows }, changes, 'save it', focus)}\n${style.dim(below)}\n`;
  return (clearing ? CLEAR : '') + text;
}

/** A line at once, as an answer may take seconds; editors take it for the start of a run (.vscode/tasks.json). */
export const gradingLine = (style: Style) => `${style.dim('Grading...')}\n`;
