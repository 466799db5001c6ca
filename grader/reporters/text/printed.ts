import { cutLine } from './layout';
import type { Style } from './style';

/** What a learner printed, under `title`, at most so many lines of it; nothing where nothing was printed. */
export function printedLines(title: string, text: string, most: number, style: Style, margin = ''): string[] {
  if (text === '') return [];
  const lines = text.trimEnd().split('\n');
  const shown = lines
    .slice(0, most)
    .map((line) => `${margin}${style.dim('│')} ${cutLine(line, style.width - margin.length - 2)}`);
  if (lines.length > most) shown.push(style.dim(`${margin}│ … ${lines.length - most} more lines`));
  return [style.dim(`${margin}${title}`), ...shown];
}
