import { describe, expect, test } from 'vitest';
import { Transpiler } from './transpile';

const transpiler = new Transpiler();

const COMPLEX = { message: expect.stringContaining('nested too deeply, or too long') };

describe('sources that a compiler cannot bear are a problem like any other', () => {
  test.each([
    ['brackets without end', '['.repeat(50_000)],
    ['a parser’s exponential guesses', `x = ${'async (x = '.repeat(26)}`],
    ['a megabyte of terms', `x = 1${'+1'.repeat(400_000)}`],
    [
      'an enum that doubles a string',
      `enum E { a0 = 'xxxxxxxx', ${Array.from({ length: 28 }, (_, i) => `a${i + 1} = a${i} + a${i}`)} }`,
    ],
  ])('%s', (_, source) => {
    expect(transpiler.transpile(source, 'bomb.ts', 1000)).toMatchObject(COMPLEX);
  });

  test('and one is refused for a keyword with escapes before it can be as bad', () => {
    const source = `\\u0065num E { a0 = 'xxxxxxxx', ${Array.from({ length: 28 }, (_, i) => `a${i + 1} = a${i} + a${i}`)} }`;
    expect(transpiler.transpile(source, 'bomb.ts')).toMatchObject({
      message: 'Keywords cannot contain escape characters.',
    });
  });

  test('after which the next source is read as ever', () => {
    const result = transpiler.transpile(
      'enum Zero { Value }\nexport const f = (a: number) => Zero.Value + a;\n',
      'next.ts',
    );
    expect(result).toMatchObject({ code: expect.stringContaining('const f = (a) => Zero.Value + a;') });
  });
});

test('a comment that looks like the end of the output, however long, is a comment', () => {
  // Looked for from each blank anew, the end would not be found before the test is given up.
  const source = `//# sourceMappingURL=${' '.repeat(900_000)}x\nexport const a = 1;\n`;
  expect(transpiler.transpile(source, 'comment.ts')).toMatchObject({ code: expect.stringContaining('exports.a = 1;') });
});

describe('several files at once', () => {
  const sources = new Map([
    ['relu.ts', 'export const relu = (Z: number[][]) => Z;\n'],
    ['broken.ts', 'export const f = (;\n'],
    ['odd\\name.js', "import { relu } from './relu';\nexport { relu };\n"],
    ['same.ts', 'type Only = 1;\nexport type { Only };\nexport const a: Only = 1;\n'],
    ['same.js', 'export const a = 2;\n'],
  ]);

  test('come out as each would alone', () => {
    const together = transpiler.transpileTogether(sources);
    expect([...together.keys()]).toEqual([...sources.keys()]);
    for (const [name, source] of sources) {
      const alone = transpiler.transpile(source, name);
      const text = (result: object | undefined) => JSON.stringify({ ...result, map: 'map' in (result ?? {}) });
      expect(text(together.get(name))).toBe(text(alone));
    }
    expect(together.get('broken.ts')).toMatchObject({ message: 'Expression expected.', line: 1, column: 19 });
  });

  test('are left for later when one of them is too much', () => {
    expect(transpiler.transpileTogether(new Map([...sources, ['bomb.ts', '['.repeat(50_000)]]))).toEqual(new Map());
    expect(transpiler.transpile('export const a = 1;\n', 'next.ts')).toMatchObject({ imports: [] });
  });
});

test('files that need a process of their own share one', () => {
  const source = (i: number) => `enum E${i} { A }\nexport const a = E${i}.A;\n`;
  const sources = new Map(Array.from({ length: 12 }, (_, i) => [`f${i}.ts`, source(i)]));
  const together = transpiler.transpileTogether(sources);
  for (const name of sources.keys()) expect(together.get(name)).toMatchObject({ imports: [] });
});
