import { afterAll, expect, test } from 'vitest';
import { TypeChecker } from '../../../submission/typeChecker';
import { WarmGrader } from '../../../test/support/warmGrader';

const grader = new WarmGrader();
afterAll(() => grader.close());
const types = new TypeChecker();

const answer = (first: string, second: string) => `import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  ${first}
  ${second}
}
`;

test('the type error of the line that goes wrong is told', async () => {
  const source = answer('const unused: number = "text";', 'return Z.mapp((row) => row);');
  const { traps } = await grader.report('relu', { 'relu.ts': source.replace('mapp', 'rows') }, { types });
  expect(traps).toEqual([
    {
      id: 'type-error',
      file: 'exercises/relu.ts',
      line: 4,
      sentence: expect.stringMatching(/^TypeScript says: Property 'rows' does not exist/),
    },
  ]);
});

test('not one where a trap is named, nor of an answer without types, nor of a right one', async () => {
  const explained = answer('const n = 1;', 'return Z.foreach((row) => row);');
  expect((await grader.report('relu', { 'relu.ts': explained }, { types })).traps).toMatchObject([
    { id: 'not-a-function' },
  ]);
  const plain = 'export function relu(Z) {\n  return Z.map((row) => row.map((z) => z + 1));\n}\n';
  expect((await grader.report('relu', { 'relu.ts': plain }, { types })).traps).toEqual([]);
  const right = answer('const n: number = "text";', 'return Z.map((row) => row.map((z) => Math.max(0, z)));');
  expect(await grader.report('relu', { 'relu.ts': right }, { types })).toMatchObject({ status: 'passed', traps: [] });
});

test('nothing but libraries and the submission is read', () => {
  const source =
    "import secret from '/etc/hostname';\nimport { decisions } from '../package.json';\nexport const n: number = secret;\n";
  const messages = new TypeChecker().problems('relu.ts', new Map([['relu.ts', source]])).map(({ message }) => message);
  expect(messages[0]).toMatch(/^Cannot find module '\/etc\/hostname'/);
});
