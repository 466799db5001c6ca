/** Text laid out in columns. Colour is added afterwards: these functions count characters. */

/** A space at which a line may end: not one inside a command such as `npm run hint -- softmax`, which is for copying. */
const BREAK = /(?<!\bnpm)(?<!\bnpm run)(?<!\bnpm run \w+ --) (?!-- )/;

/** `text` in lines of at most `width`, broken between words; later lines start with `indent`. Longer words stay whole. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    if (line === '') line = lines.length === 0 ? word : indent + word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join('\n');
}

/** `text` cut to `width` characters, with an ellipsis where something is missing. */
export function cutLine(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Every line of `text` after `prefix`. */
export function indent(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}
