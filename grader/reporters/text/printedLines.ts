import type { ExerciseReport, Printed } from '../../grading/report';
import { cutLine } from './layout';
import type { Style } from './style';

/** What a learner printed. */

/** Under which words a group of it stands: `softmax printed, on case "by-hand":`. */
export function printedTitle(name: string, { case: caseName }: Printed): string {
  return `${name} printed${caseName === null ? '' : `, on case "${caseName}"`}:`;
}

/** What was printed, by case; as a whole in reports of earlier versions. */
export function printedGroups({ printed, console: text }: ExerciseReport): readonly Printed[] {
  return printed ?? (text === '' ? [] : [{ case: null, text }]);
}

/** What was printed, group by group, at most so many lines of it; the title of each group but the first is one of them. */
export function printedLines(
  name: string,
  groups: readonly Printed[],
  most: number,
  style: Style,
  margin = '',
): string[] {
  const shown: string[] = [];
  let left = most;
  let more = 0;
  for (const group of groups) {
    const lines = group.text.trimEnd().split('\n');
    if (shown.length > 0) left -= 1;
    const here = lines.slice(0, Math.max(0, left));
    if (here.length > 0)
      shown.push(style.dim(margin + cutLine(printedTitle(name, group), style.width - margin.length)));
    shown.push(...here.map((line) => `${margin}${style.dim('│')} ${cutLine(line, style.width - margin.length - 2)}`));
    left -= here.length;
    more += lines.length - here.length;
  }
  if (more > 0) shown.push(style.dim(`${margin}│ … ${more} more ${more === 1 ? 'line' : 'lines'}`));
  return shown;
}
