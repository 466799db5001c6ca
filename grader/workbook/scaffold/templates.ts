/** What `npm run new` writes: an exercise that compiles and lints, with everything that only its author knows left to do. */

/** Where a workbook's files import from. */
export interface ImportPaths {
  /** The authoring vocabulary, as seen from `fixtures/<name>/`. */
  readonly authoring: string;
  /** The module with the type `Matrix`, as seen from `exercises/`, `solutions/` and `reference/`. */
  readonly matrix: string;
}

/** The files of a new exercise by path inside the workbook. */
export function exerciseFiles(name: string, chapter: string, paths: ImportPaths): Readonly<Record<string, string>> {
  return {
    [`exercises/${name}.ts`]: stub(name, paths),
    [`solutions/${name}.ts`]: solution(name, paths),
    [`reference/${name}.ts`]: reference(name, paths),
    [`fixtures/${name}/fixture.ts`]: fixture(name, chapter, paths),
    [`fixtures/${name}/misconceptions.ts`]: misconceptions(name, paths),
    [`fixtures/${name}/variants.ts`]: variants(name, paths),
  };
}

const stub = (name: string, { matrix }: ImportPaths) => `import type { Matrix } from '${matrix}';

/**
 * TODO: say in one sentence what ${name} computes.
 *
 *     TODO: the formula
 *
 * What you promise:
 * - the result has the shape of \`Z\`;
 * - \`Z\` itself is not changed: return a new matrix.
 *
 * @example
 *     ${name}([[0, 1]])   // TODO: what comes out
 *
 * @param Z a matrix (an array of rows) of any shape
 * @returns A, a new matrix of the same shape
 */
export function ${name}(Z: Matrix): Matrix {
  throw new Error('TODO: write ${name}');
}
`;

const solution = (name: string, { matrix }: ImportPaths) => `import type { Matrix } from '${matrix}';

/** NumPy: TODO: the same in NumPy. */
export function ${name}(_Z: Matrix): Matrix {
  throw new Error('TODO: write the model answer of ${name}');
}
`;

const reference = (name: string, { matrix }: ImportPaths) => `import type { Matrix } from '${matrix}';

/**
 * TODO: what ${name} computes, and where the formula is from.
 *
 * @param _Z any shape
 * @returns a new matrix of the shape of \`Z\`
 */
export function ${name}(_Z: Matrix): Matrix {
  throw new Error('TODO: write the reference of ${name}');
}
`;

const fixture = (name: string, chapter: string, { authoring }: ImportPaths) => `import {
  agreesWithReference,
  draws,
  exercise,
  hasTheShape,
  inputsUnchanged,
  matrixOf,
  reals,
} from '${authoring}';
import { ${name} } from '../../reference/${name}';

export const fixture = exercise({
  name: '${name}',
  chapter: '${chapter}',
  reference: ${name},
  parameters: ['Z'],
  returns: 'A',
  cases: {
    'by-hand': () => [
      [
        [0, 1, -2],
        [0.5, -0.001, 30],
      ],
    ],
    'random-4x10': ({ randn }) => [randn(4, 10)],
  },
  domain: { Z: matrixOf('n', 'features', reals) },
  checks: {
    'same-shape': {
      title: 'The result has the shape of Z',
      points: 1,
      on: ['by-hand'],
      holds: hasTheShape(),
    },
    agrees: {
      title: 'Every entry is right',
      points: 8,
      on: ['by-hand', 'random-4x10', draws(8)],
      holds: agreesWithReference(),
    },
    'inputs-unchanged': {
      title: 'Z is not changed by the call',
      points: 1,
      on: ['by-hand'],
      holds: inputsUnchanged(),
    },
  },
  hints: ['TODO: a nudge', 'TODO: nearly the code'],
});
`;

const misconceptions = (
  name: string,
  { authoring }: ImportPaths,
) => `import type { Misconceptions } from '${authoring}';
import type { ${name} } from '../../reference/${name}';

/** What learners are likely to write instead, each with the one question that a good tutor would ask. */
export const misconceptions: Misconceptions<typeof ${name}> = {};
`;

const variants = (name: string, { authoring }: ImportPaths) => `import type { Variants } from '${authoring}';
import type { ${name} } from '../../reference/${name}';

/** Correct answers, written differently, that must keep full marks. */
export const variants: Variants<typeof ${name}> = {};
`;

/** The files of a new workbook that stands outside the kit. `kit` is the path from it to the kit. */
export function workbookFiles(kit: string): Readonly<Record<string, string>> {
  return {
    'authoring.ts': `/** The one place that knows where the kit is. */
export * from '${kit}/grader/authoring';
export type { Matrix } from '${kit}/reference/matrix';
`,
    'fixtures/index.ts': `import type { Chapter } from '../authoring';

/** The syllabus: the exercises in the order in which they are solved, by chapter. */
export const syllabus: readonly Chapter[] = [
  {
    id: '1',
    title: 'Exercises of our own',
    exercises: [],
  },
];
`,
    'tsconfig.json': `${JSON.stringify(
      {
        extends: `${kit}/tsconfig.json`,
        compilerOptions: {
          typeRoots: [`${kit}/node_modules/@types`],
          paths: { mathjs: [`${kit}/node_modules/mathjs/types/index.d.ts`] },
        },
        include: ['.'],
      },
      null,
      2,
    )}\n`,
    '.gitignore': 'node_modules/\n.progress/\n',
  };
}
