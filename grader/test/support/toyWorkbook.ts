import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../../workbook/paths';
import { temporaryFolder } from './temporarySubmissions';

const KIT = JSON.stringify(path.join(KIT_ROOT, 'grader/authoring'));
const MATRIX = JSON.stringify(path.join(KIT_ROOT, 'reference/matrix'));

/** A sound exercise called `double`: every entry times two. */
const SOUND: Readonly<Record<string, string>> = {
  'exercises/double.ts':
    "/**\n * Every entry times two.\n *\n * @example\n *     double([[1, 2]])   // [[2, 4]]\n *\n * @param Z any matrix\n */\nexport function double(Z: number[][]): number[][] {\n  throw new Error('TODO: write double');\n}\n",
  'solutions/double.ts': 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => 2 * z));\n',
  'reference/double.ts': `import type { Matrix } from ${MATRIX};\nexport const double = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => z + z));\n`,
  'fixtures/double/fixture.ts': `import { agreesWithReference, exercise, inputsUnchanged } from ${KIT};
import { double } from '../../reference/double';
export const fixture = exercise({
  name: 'double',
  chapter: '1',
  reference: double,
  parameters: ['Z'],
  returns: 'D',
  cases: {
    'by-hand': () => [[[1, -2], [0, 3.5]]],
    'random': ({ randn }) => [randn(3, 4)],
  },
  checks: {
    'agrees': { title: 'Every entry is doubled', points: 4, on: ['by-hand', 'random'], holds: agreesWithReference() },
    'inputs-unchanged': { title: 'Z is not changed', points: 1, on: ['by-hand'], holds: inputsUnchanged() },
  },
  hints: ['What is 2 z?'],
});
`,
  'fixtures/double/misconceptions.ts': `export const misconceptions = {
  'squared': { question: 'What is twice 3?', answer: (Z: number[][]) => Z.map((row) => row.map((z) => z * z)) },
  'in-place': {
    question: 'Print Z before and after the call: is it the same?',
    answer(Z: number[][]) {
      for (const row of Z) row.forEach((z, j) => { row[j] = 2 * z; });
      return Z;
    },
  },
};
`,
  'fixtures/double/variants.ts':
    'export const variants = { product: (Z: number[][]) => Z.map((row) => row.map((z) => z * 2)) };\n',
};

/** Replaces `from` in a file of the sound exercise; fails when it is not there, so that a test that should break something does. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The sound exercise under another name, broken in the given ways. */
function exerciseFiles(name: string, changes: readonly Change[]): Readonly<Record<string, string>> {
  const contents: Record<string, string> = { ...SOUND };
  for (const { file, from, to } of changes) {
    if (!contents[file]?.includes(from)) throw new Error(`${file} does not hold ${from}`);
    contents[file] = contents[file].replace(from, to);
  }
  const renamed = (text: string) => text.replaceAll(/\bdouble\b/g, name);
  return Object.fromEntries(Object.entries(contents).map(([file, text]) => [renamed(file), renamed(text)]));
}

function syllabusOf(names: readonly string[]): string {
  const imports = names.map((name) => `import { fixture as ${name} } from './${name}/fixture';`);
  return `${imports.join('\n')}\nexport const syllabus = [{ id: '1', title: 'Toys', exercises: [${names.join(', ')}] }];\n`;
}

/**
 * A workbook of toy exercises.
 *
 * @param exercises by name, how the sound exercise is changed; the file names in changes are those of `double`
 * @param files further files, or files replaced whole
 * @param root where it goes; by default a folder that goes away with the test
 */
export function toyWorkbook(
  exercises: Readonly<Record<string, readonly Change[]>> = { double: [] },
  files: Readonly<Record<string, string>> = {},
  root = temporaryFolder(),
): string {
  const contents: Record<string, string> = { 'fixtures/index.ts': syllabusOf(Object.keys(exercises)) };
  for (const [name, changes] of Object.entries(exercises)) Object.assign(contents, exerciseFiles(name, changes));
  for (const [name, content] of Object.entries({ ...contents, ...files })) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  return root;
}
