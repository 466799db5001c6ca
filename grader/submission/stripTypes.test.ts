import { SourceMap } from 'node:module';
import { describe, expect, test } from 'vitest';
import { compiled, fileOf, normal } from '../test/support/compiledByTypescript';
import { type Stripped, stripTypes } from './stripTypes';

describe('what is imported is used where it stands', () => {
  test.each([
    ['called', "import { relu } from './relu';\nexport const f = (Z) => relu(Z);"],
    ['under another name', "import { relu as r } from './my-relu.js';\nexport const f = (Z) => [Z].map(r)[0];"],
    [
      'in short forms',
      "import { a, b } from './a';\nexport const f = () => ({ a, b: 1, c: b?.(2), d: a`x`, e: x.a });",
    ],
    ['as a type', "import { type Row, Matrix, a } from './a';\nexport const f = (Z: Matrix): Row => a(Z);"],
    ['never', "import { a } from './a';\nexport const f = (Z: typeof a) => Z;"],
    ['twice from one file', "import { a } from './a';\nimport { b } from './a';\nexport const f = () => a(b);"],
    ['from files of one name', "import { a } from './x/a';\nimport { b } from './y/a';\nexport const f = () => a(b);"],
  ])('%s', (_, source) => {
    expect(normal(stripTypes(fileOf(source))?.code ?? '')).toBe(normal(compiled(source)));
  });
});

describe('left to the compiler is', () => {
  test.each([
    ['a class', 'export class A {}'],
    ['an enum', 'enum A { B }'],
    ['a namespace', 'namespace A { export const b = 1; }'],
    ['a default export', 'export default 1;'],
    ['a re-export', "export { a } from './a';"],
    ['a variable that may be exported anew', 'export let a = 1;'],
    ['constants taken from a list', 'export const [a, b] = [1, 2];'],
    ['a default import', "import a from './a';\nexport const f = () => a;"],
    ['all of a module', "import * as a from './a';\nexport const f = () => a.b;"],
    ['an import that something else is called as', "import { a } from './a';\nexport const f = (a) => a;"],
    ['an import that is set', "import { a } from './a';\nexport const f = () => (a = 1);"],
    ['a comment of HTML, which scripts have', 'export const f = (a, b) => a<!--b;'],
    ['an old-style assertion', 'export const f = (a) => <number>a;'],
    ['a type applied to a function', "import { a } from './a';\nexport const f = a<number>;"],
    ['a resource that is given back', 'export const f = () => { using a = g(); };'],
    ['a name that the compiler would give', "import { a } from './a';\nexport const f = (a_1) => a(a_1);"],
  ])('%s', (_, source) => {
    expect(stripTypes(fileOf(source))).toBeNull();
  });
});

test.each(['relu', 'Z as', 'nothing', 'missing'])('%s is found in the source by its place in the code', (word) => {
  const source =
    "import { relu } from './relu';\nexport const f = (Z: number[]): number[] =>\n  relu(Z as any).nothing(missing);\n";
  const { code, map } = stripTypes(fileOf(source)) as Stripped;
  const lineOf = (text: string, at: number) => text.slice(0, at).split('\n');
  const inCode = lineOf(code, code.lastIndexOf(word === 'relu' ? '(0, relu' : word.split(' ')[0]));
  const found = new SourceMap(JSON.parse(map())).findEntry(inCode.length - 1, inCode.at(-1)?.length ?? 0);
  const inSource = lineOf(source, source.lastIndexOf(word));
  expect(found).toMatchObject({ originalLine: inSource.length - 1, originalColumn: inSource.at(-1)?.length });
});
