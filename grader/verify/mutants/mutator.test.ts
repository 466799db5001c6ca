import { describe, expect, test } from 'vitest';
import { mutantsOf } from './mutator';
import { ownCode } from './ownCode';

/** The mutants of a source, each as what stands in place of what. */
const changes = (source: string) => mutantsOf(source).map(({ code, replacement }) => `${code} -> ${replacement}`);

describe('each way to slip is a mutant', () => {
  test.each<[string, string, readonly string[]]>([
    ['another operator', 'a + b;', ['+ -> -']],
    ['an operand left out', 'a * b;', ['a * b -> a', 'a * b -> b']],
    ['operands the wrong way round', 'a - b * c;', ['a - b * c -> (b * c) - a']],
    ['another comparison', 'a < b;', ['< -> <=', '< -> >=']],
    ['another logical operator', 'a && b;', ['&& -> ||']],
    ['another assignment', 'a -= b;', ['-= -> +=', '-= -> =']],
    ['counting the other way', 'i++;', ['++ -> --']],
    ['a sign left out', 'f(-z);', ['-z -> z']],
    ['a condition not negated', 'f(!z);', ['!z -> z']],
    ['another number', 'f(2);', ['2 -> 3', '2 -> 0', '2 -> (-2)']],
    ['another zero', 'f(0);', ['0 -> 1']],
    ['no text', "std(x, 'uncorrected');", ["'uncorrected' -> ''"]],
    ['the other truth', 'f(true);', ['true -> false']],
    ['another infinity', 'f(-Infinity);', ['-Infinity -> Infinity']],
    ['the next index, and the first', 'x[i];', ['i -> i + 1', 'i -> 0']],
    ['the next of a list', 'const [bias] = b;', ['[bias] -> [, bias]']],
    ['one fewer than there are', 'f(x.length);', ['x.length -> (x.length - 1)']],
    ['a condition always or never met', 'if (a) f();', ['a -> true', 'a -> false']],
    ['branches the wrong way round', 'f(a ? b : c);', ['a ? b : c -> a ? c : b']],
    ['a loop left out', 'for (const a of b) f();', ['for (const a of b) f(); -> ;']],
    ['a statement left out', 'f();', ['f(); -> ;']],
    ['a return left out', 'const f = () => { return 1; };', ['return 1; -> ;']],
    ['a function left out', 'exp(z);', ['exp(z) -> z']],
    ['a function of Math left out', 'Math.exp(a - b);', ['Math.exp(a - b) -> (a - b)']],
    ['a method left out', 'Z.map(f);', ['Z.map(f) -> Z']],
    ['the opposite function', 'Math.max(a, b);', ['max -> min']],
    ['logarithms of other bases', 'Math.log(a);', ['log -> log2', 'log -> log10']],
    ['arguments the wrong way round', 'f(a, b);', ['a, b -> b, a']],
    ['an argument left out', 'reduce(f, 0);', ['f,  -> ', ', 0 -> ']],
    ['parameters the wrong way round', 'map((_, j) => j);', ['_, j -> j, _']],
    ['another parameter', 'const f = (a, b) => a;', ['a -> b']],
    ['a default left out', 'const f = (h: number = 1e-4) => h;', [' = 1e-4 -> ']],
    ['a spread left out', 'Math.max(...row);', ['...row -> row']],
    ['no copy', 'f([...row]);', ['[...row] -> row']],
    ['elements the wrong way round', 'f([A1, A2]);', ['A1, A2 -> A2, A1']],
  ])('%s', (_, source, expected) => {
    expect(changes(source)).toEqual(expect.arrayContaining([...expected]));
  });
});

test('a mutant is the source with one change, at its line and column', () => {
  const source = 'export function half(z: number): number {\n  return z / 2;\n}\n';
  const mutant = mutantsOf(source).find(({ replacement }) => replacement === '*');
  expect(mutant).toEqual({
    kind: 'operator',
    line: 2,
    column: 12,
    code: '/',
    replacement: '*',
    text: source.replace('/', '*'),
  });
});

test('a function of mathjs that takes the place of another is imported, too', () => {
  const source = "import { add } from 'mathjs';\nexport const f = (a, b) => add(a, b);\n";
  const texts = mutantsOf(source).map(({ text }) => text);
  expect(texts).toContain("import { add, subtract } from 'mathjs';\nexport const f = (a, b) => subtract(a, b);\n");
});

test('a function of mathjs whose name is taken is imported under another', () => {
  const source = "import { mean } from 'mathjs';\nexport const f = (sum) => mean(sum);\n";
  expect(mutantsOf(source).map(({ text }) => text)).toContain(
    "import { mean, sum as mathjs_sum } from 'mathjs';\nexport const f = (sum) => mathjs_sum(sum);\n",
  );
});

test('types, imports and names of properties are left alone', () => {
  expect(mutantsOf("import { a } from './b';\ntype Pair = [1, 2];\nconst c: Record<'x', 0> = { d };\n")).toEqual([]);
});

test('no text comes twice', () => {
  const texts = mutantsOf('export const first = (a, b) => a[0] - b[0] + Math.max(a[0], b[0]);').map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('of a variant, its own code is changed and the helpers that it uses', () => {
  const source = `
const twice = (z) => 2 * z;
const unused = (z) => 3 * z;
function doubled(row) { return row.map(twice); }
export const variants = {
  rows: (Z) => Z.map(doubled),
  'in-other-words'(Z) { return 4 * Z; },
};
`;
  const changed = (variant: string) => [
    ...new Set(mutantsOf(ownCode(source, variant)).map(({ line }) => source.split('\n')[line - 1].trim())),
  ];
  expect(changed('rows')).toEqual([
    'const twice = (z) => 2 * z;',
    'function doubled(row) { return row.map(twice); }',
    'rows: (Z) => Z.map(doubled),',
  ]);
  expect(changed('in-other-words')).toEqual(["'in-other-words'(Z) { return 4 * Z; },"]);
});
