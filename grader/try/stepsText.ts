import path from 'node:path';
import type { Json } from '../grading/report';
import type { Step } from '../grading/tutor/trace/trace';
import { codeOf, tracedToJson } from '../grading/tutor/wrongStep/words';
import { cutLine } from '../reporters/text/layout';
import type { Style } from '../reporters/text/style';
import { valueLines } from '../reporters/text/valueLines';
import { arrayFormat } from '../text/arrayFormat';

/** Steps that are listed. */
const MAX_STEPS = 60;
/** Columns of what a step is called. */
const MAX_LABEL = 24;

/** The value of each line, in the order in which they came: `  4  total   3.7183`. */
export function stepsText(steps: readonly Step[] | null, folder: string, style: Style): string {
  if (steps === null || steps.length === 0) return 'The steps of this call cannot be followed.';
  const shown = steps.slice(0, MAX_STEPS).map((step) => ({ ...step, label: labelOf(step) }));
  const labels = Math.max(...shown.map(({ label }) => label.length));
  const numbers = Math.max(...shown.map(({ site }) => String(site.line).length));
  const margin = ' '.repeat(2 + numbers + 2 + labels + 2);
  const lines = shown.flatMap(({ site, value, label }, i) => {
    const start = `  ${String(site.line).padStart(numbers)}  ${label.padEnd(labels)}  `;
    const text = linesOf(tracedToJson(value), style.width - margin.length);
    const file =
      i === 0 || shown[i - 1].site.file !== site.file ? [`${path.posix.join(folder, site.file)}, line by line:`] : [];
    return [...file, ...text.map((line, k) => (k === 0 ? start : margin) + line)];
  });
  const more = steps.length - shown.length;
  return [...lines, ...(more > 0 ? [style.dim(`  … ${more} more`)] : [])].join('\n');
}

/** What a step is called: what it is assigned to, `return`, or the expression. */
function labelOf({ site }: Step): string {
  return site.name === null && site.returned ? 'return' : cutLine(codeOf(site), MAX_LABEL);
}

function linesOf(value: Json, width: number): readonly string[] {
  const isVector = Array.isArray(value) && value.length > 0 && !value.some(Array.isArray);
  if (!isVector) return valueLines(value, width);
  const format = arrayFormat(value, 4);
  return [cutLine(`[${value.map(format).join(' ')}]`, width)];
}
