import { wrap } from '../reporters/text/layout';
import type { Style } from '../reporters/text/style';
import { formatPercent } from '../text/formatNumber';
import { predictedClass } from './accuracy';
import { PICTURE_COLUMNS, PICTURE_LINES, pictureLines } from './picture';
import type { ReadDigits } from './readDigits';

/** Pictures beside what the network makes of them, two in a row. */

const SHOWN = 10;
/** How many of the likeliest classes are shown. */
const CLASSES = 3;
const GAP = 2;

/** The first ten digits beside their predictions, and how many of all were read right. */
export function digitsText(title: string, digits: ReadDigits, style: Style): string {
  const count = Math.min(SHOWN, digits.pictures.length);
  const width = Math.floor((style.width - 2 * GAP) / 2);
  const blocks = Array.from({ length: count }, (_, i) => block(digits, i, width, style));
  const lines = [style.bold(title)];
  for (let i = 0; i < blocks.length; i += 2)
    lines.push('', ...(style.pictures ? besides(blocks[i], blocks[i + 1]) : [...blocks[i], ...(blocks[i + 1] ?? [])]));
  return [...lines, '', verdict(digits, style)].join('\n');
}

function besides(left: readonly string[], right: readonly string[] = []): string[] {
  return left.map((line, i) => `${line}${' '.repeat(2 * GAP)}${right[i] ?? ''}`.trimEnd());
}

/** A picture and its prediction, lines of exactly `width` characters. */
function block({ pictures, labels, A2 }: ReadDigits, index: number, width: number, style: Style): string[] {
  const label = labels[index];
  const words = predictionLines(A2[index], label, width - PICTURE_COLUMNS - GAP, style);
  if (!style.pictures) return [`A ${label}: ${words.filter((line) => line !== '').join(', ')}`];
  const isRight = predictedClass(A2[index]) === label && !A2[index].some(Number.isNaN);
  const top = Math.floor((PICTURE_LINES - words.length) / 2);
  return pictureLines(pictures[index]).map((line, i) => {
    const word = (words[i - top] ?? '').padEnd(width - PICTURE_COLUMNS - GAP);
    return line + ' '.repeat(GAP) + (i === top ? style[isRight ? 'good' : 'bad'](word) : word);
  });
}

function predictionLines(row: readonly number[], label: number, width: number, style: Style): string[] {
  if (row.some(Number.isNaN)) return [`reads NaN, not ${label}`];
  const prediction = predictedClass(row);
  const head = prediction === label ? `reads ${prediction}: right` : `reads ${prediction}, not ${label}`;
  const order = row.map((_, digit) => digit).sort((a, b) => row[b] - row[a]);
  const classes = order.slice(0, CLASSES).map((digit) => {
    const percent = formatPercent(row[digit]).padStart(5);
    if (!style.pictures) return `${digit} ${percent.trim()}`;
    const room = Math.max(0, Math.min(width - 8, 20));
    // A wrong answer's probabilities may be any numbers.
    const length = Math.min(room, Math.max(0, Math.round(room * row[digit])));
    return `${digit} ${'█'.repeat(length).padEnd(room)} ${percent}`;
  });
  return [head, '', ...classes];
}

function verdict({ accuracy, labels, loss }: ReadDigits, style: Style): string {
  const right = Math.round(accuracy * labels.length);
  const share = labels.length > SHOWN ? ` (${formatPercent(accuracy, 1)})` : '';
  return wrap(
    `${right} of ${labels.length} read right${share}. Loss ${loss.toFixed(4)}, where guessing costs 2.3026.`,
    style.width,
  );
}
