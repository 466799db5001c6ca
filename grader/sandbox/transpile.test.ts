import { describe, expect, test } from 'vitest';
import { transpile } from './transpile';

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
    [
      'the same with the keyword spelled otherwise',
      `\\u0065num E { a0 = 'xxxxxxxx', ${Array.from({ length: 28 }, (_, i) => `a${i + 1} = a${i} + a${i}`)} }`,
    ],
  ])('%s', (_, source) => {
    const start = performance.now();
    expect(transpile(source, 'bomb.ts', 1000)).toMatchObject(COMPLEX);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('after which the next source is read as ever', () => {
    const result = transpile('enum Zero { Value }\nexport const f = (a: number) => Zero.Value + a;\n', 'next.ts');
    expect(result).toMatchObject({ code: expect.stringContaining('const f = (a) => Zero.Value + a;') });
  });
});

test('a comment that looks like the end of the output costs no time', () => {
  const source = `//# sourceMappingURL=${' '.repeat(90_000)}x\nexport const a = 1;\n`;
  const start = performance.now();
  expect(transpile(source, 'comment.ts')).toMatchObject({ code: expect.stringContaining('exports.a = 1;') });
  expect(performance.now() - start).toBeLessThan(2000);
});
