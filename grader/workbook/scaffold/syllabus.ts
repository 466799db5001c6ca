/** Columns that the formatter allows. */
const LINE_WIDTH = 120;

/**
 * `fixtures/index.ts` with the exercise `name` added: its import in alphabetical order, and its place at the end of
 * the last chapter.
 *
 * @returns null when the file does not look as `npm run new` left it; then a person must add the two lines
 */
export function withExercise(source: string, name: string): string | null {
  const lists = [...source.matchAll(/^( *)exercises: \[([^\]]*)\],?$/gm)];
  const list = lists.at(-1);
  if (list === undefined) return null;
  const [text, indent, items] = list;
  const names = [...items.split(',').map((item) => item.trim()), name].filter((item) => item !== '');
  const changed = source.slice(0, list.index) + exerciseList(indent, names) + source.slice(list.index + text.length);
  return withImport(changed, name);
}

/** The list as the formatter would print it. */
function exerciseList(indent: string, names: readonly string[]): string {
  const line = `${indent}exercises: [${names.join(', ')}],`;
  if (line.length <= LINE_WIDTH) return line;
  return [`${indent}exercises: [`, ...names.map((name) => `${indent}  ${name},`), `${indent}],`].join('\n');
}

function withImport(source: string, name: string): string | null {
  const fixtureImport = (one: string) => `import { fixture as ${one} } from './${one}/fixture';`;
  const imports = [...source.matchAll(/^import \{ fixture as (\w+) \} from '\.\/\w+\/fixture';\n/gm)];
  const names = [...imports.map((match) => match[1]), name].sort((a, b) =>
    a.toLowerCase().localeCompare(b.toLowerCase(), 'en'),
  );
  const block = `${names.map(fixtureImport).join('\n')}\n`;
  const without = imports.reduce((text, [line]) => text.replace(line, ''), source);
  const vocabulary = /^import type \{ Chapter \} from '[^']+';\n/m.exec(without);
  if (vocabulary === null) return null;
  const end = vocabulary.index + vocabulary[0].length;
  return without.slice(0, end) + block + without.slice(end);
}
