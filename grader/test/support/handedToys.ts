import path from 'node:path';
import { KIT_ROOT } from '../../workbook/paths';
import { toyWorkbook } from './toyWorkbook';

const KIT = JSON.stringify(path.join(KIT_ROOT, 'grader/authoring'));
const MATRIX = JSON.stringify(path.join(KIT_ROOT, 'reference/matrix'));

const FIXTURE = `import { agreesWithReference, exercise, functionOf, given, matrixOf, wholes } from ${KIT};
import { apply } from '../../reference/apply';
import { double, fourfold } from '../../reference/functions';
export const fixture = exercise({
  name: 'apply',
  chapter: '1',
  reference: apply,
  parameters: ['Z', 'f'],
  returns: 'A',
  cases: {
    'by-hand': () => [[[1, -2], [0, 3]], given(double)],
    'twice-two': () => [[[5]], given(fourfold)],
  },
  domain: { Z: matrixOf('n', 'm', wholes(-3, 3)), f: functionOf(given(double), given(fourfold)) },
  checks: {
    'agrees': { title: 'f is applied', points: 3, on: ['by-hand'], holds: agreesWithReference() },
    'agrees-twice': { title: 'Any f is applied', points: 2, on: ['twice-two'], holds: agreesWithReference() },
  },
  hints: ['What takes f?', 'f(Z) is all.'],
});
`;

/** What `double` and what is made of it are handed to, as answers to an exercise called \`apply\`. */
export const FUNCTIONS = `import { double } from './double';
import type { Matrix } from ${MATRIX};
export { double };
export const fourfold = (Z: Matrix): Matrix => double(double(Z));
`;

/** A workbook of two exercises, `double` and `apply`, to which the first is handed. */
export function handedToys(root: string, functions = FUNCTIONS): string {
  const files = {
    'fixtures/index.ts': `import { fixture as apply } from './apply/fixture';
import { fixture as double } from './double/fixture';
export const syllabus = [{ id: '1', title: 'Toys', exercises: [double, apply] }];
`,
    'fixtures/apply/fixture.ts': FIXTURE,
    'fixtures/apply/misconceptions.ts': `export const misconceptions = {
  'left-as-it-is': { question: 'Where do you call f?', answer: (Z: number[][]) => Z.map((row) => [...row]) },
};
`,
    'exercises/apply.ts':
      "import type { Matrix } from '../reference/matrix';\nexport function apply(Z: Matrix, f: (Z: Matrix) => Matrix): Matrix {\n  throw new Error('TODO: write apply');\n}\n",
    'solutions/apply.ts': 'export const apply = (Z: number[][], f: (Z: number[][]) => number[][]) => f(Z);\n',
    'reference/apply.ts': `import type { Matrix } from ${MATRIX};\nexport const apply = (Z: Matrix, f: (Z: Matrix) => Matrix): Matrix => f(Z);\n`,
    'reference/functions.ts': functions,
  };
  return toyWorkbook(undefined, files, root);
}
