import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packFile } from '../grading/recorded/encode';
import { toyWorkbook } from '../test/support/toyWorkbook';
import { leaksIn, secretsOf, withoutHints } from './leaks';

const CODE = 'Z.map((row) => row.map((z) => 2 * z))';

function found(file: string, content: string | Buffer) {
  const root = toyWorkbook();
  const secrets = secretsOf({ root, chapters: [], exercises: [] });
  return leaksIn(secrets, new Map([[file, content]])).map((leak) => leak.file);
}

test.each([
  ['as it is', 'fixtures/a.ts', `const a = ${CODE};`],
  [
    'in another format, with types and a comment',
    'fixtures/a.ts',
    'Z.map((row: number[]) =>\n  // twice\n  row.map((z) => 2*z),\n);',
  ],
  ['in a page', 'README.md', `Write ${CODE}.`],
])('code of an answer is found %s', (_, file, text) => {
  expect(found(file, text)).toContain('solutions/double.ts');
});

test('code of an answer is found in a packed file', () => {
  expect(found('reference/a.answers.br', packFile({ hint: CODE }))).toContain('solutions/double.ts');
});

test('a stub’s comment is for learners, in the copy that is kept of it as well', () => {
  expect(found('fixtures/double/stub.txt', `/** ${CODE} */\nexport const double = 0;\n`)).toEqual([]);
  expect(found('fixtures/double/stub.txt', `export const double = (Z) => ${CODE};\n`)).toContain('solutions/double.ts');
});

test('questions and hints are for learners', () => {
  expect(found('fixtures/a.ts', `export const a = { question: 'What is twice 3?', hints: ['${CODE}'] };`)).toEqual([]);
});

test('a fixture of a toy workbook holds none', () => {
  const root = toyWorkbook();
  const file = 'fixtures/double/fixture.ts';
  expect(found(file, fs.readFileSync(path.join(root, file), 'utf8'))).toEqual([]);
});

test('hints are taken out, and nothing else', () => {
  expect(withoutHints("exercise({ name: 'a', hints: ['b', { text: 'c' }], points: 1 });", "['d']")).toBe(
    "exercise({ name: 'a', hints: ['d'], points: 1 });",
  );
});
