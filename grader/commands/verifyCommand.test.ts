import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { type Change, toyWorkbook } from '../test/support/toyWorkbook';

const FIXTURE = 'fixtures/double/fixture.ts';
const MISCONCEPTIONS = 'fixtures/double/misconceptions.ts';
const VARIANTS = 'fixtures/double/variants.ts';

/** Verifies a toy workbook through the real command line; the output on one line, as sentences wrap. */
async function verifyToy(root: string): Promise<{ output: string; status: number | null; stderr: string }> {
  const { stdout, stderr, status } = await runCli(['verify', '--workbook', root, '--seeds', '3']);
  return { output: stdout.replace(/\s+/g, ' '), stderr, status };
}

describe('an exercise that is broken in one way is refused with the right sentence', () => {
  const breakages: readonly [string, string, readonly Change[], string][] = [
    [
      'a solution that is wrong',
      'wrongSolution',
      [{ file: 'solutions/double.ts', from: '2 * z', to: '3 * z' }],
      'wrongSolution: solutions/wrongSolution.ts earns 1 of 5 points: it fails the check "agrees" on case "by-hand": D[0][0] is 3, expected 2 (3 of 4 entries differ). Fix the solution, or the check.',
    ],
    [
      'a stub that passes',
      'passingStub',
      [
        {
          file: 'exercises/double.ts',
          from: "throw new Error('TODO: write double')",
          to: 'return Z.map((row) => row.map((z) => 2 * z))',
        },
      ],
      "passingStub: exercises/passingStub.ts is not a stub: it counts as passed. Its body must be: throw new Error('TODO: write passingStub');",
    ],
    [
      'a misconception that no check catches',
      'uncaught',
      [{ file: MISCONCEPTIONS, from: 'z * z', to: 'z + z' }],
      'uncaught: the misconception "squared" loses no points (seed workbook). Add a case or a check that catches it, or drop it.',
    ],
    [
      'a misconception that is diagnosed as another',
      'twins',
      [
        {
          file: MISCONCEPTIONS,
          from: "'squared':",
          to: "'twin': { question: 'Why?', answer: (Z: number[][]) => Z.map((row) => row.map((z) => (z === 0 ? 0 : z * z))) },\n  'squared':",
        },
      ],
      'twins: the misconception "twin" is not diagnosed (seed workbook): it cannot be told apart from "squared".',
    ],
    [
      'a hint that is due for what there is not',
      'lostHint',
      [{ file: FIXTURE, from: "['What is 2 z?']", to: "[{ text: 'What is 2 z?', due: ['agrees', 'halved'] }]" }],
      'lostHint: hint 1 is due for "halved", which is no check, misconception or trap.',
    ],
    [
      'a check that nothing fails',
      'needlessCheck',
      [
        { file: MISCONCEPTIONS, from: 'row[j] = 2 * z;', to: 'void j;' },
        { file: MISCONCEPTIONS, from: 'return Z;', to: 'return Z.map((row) => row.map((z) => -z));' },
      ],
      'needlessCheck: no misconception fails the check "inputs-unchanged". Add one that does, or drop the check.',
    ],
    [
      'a variant that loses points',
      'losingVariant',
      [{ file: VARIANTS, from: 'z * 2', to: 'Math.round(z * 2)' }],
      'losingVariant: the variant "product" loses the check "agrees" on case "random" (seed workbook)',
    ],
    [
      'a variant that uses up the tolerance',
      'wideVariant',
      [{ file: VARIANTS, from: 'z * 2', to: 'z * 2 * (1 + 4e-6)' }],
      'wideVariant: the variant "product" uses 0.40 of the tolerance of "agrees", more than 1/10.',
    ],
    [
      'a misconception just outside the tolerance',
      'nearMisconception',
      [{ file: MISCONCEPTIONS, from: 'z * z', to: 'z * 2 * (1 + 4e-5)' }],
      'nearMisconception: the misconception "squared" misses the tolerance of "agrees" by only 4.0 times, less than 10.',
    ],
    [
      'a case that changes between runs',
      'changingCase',
      [{ file: FIXTURE, from: 'randn(3, 4)', to: '[[Math.random()]]' }],
      `changingCase: the case "random" changes between runs. Draw its numbers from the case's own random argument.`,
    ],
    [
      'a stub whose parameters are not the fixture’s',
      'otherParameters',
      [{ file: FIXTURE, from: "parameters: ['Z']", to: "parameters: ['Z', 'factor']" }],
      'otherParameters: exercises/otherParameters.ts has the parameters (Z), but the fixture names (Z, factor). Give it the same parameters, in the same order.',
    ],
    [
      'a solution that calls a parameter otherwise',
      'otherName',
      [{ file: 'solutions/double.ts', from: '(Z: number[][]) => Z.map', to: '(X: number[][]) => X.map' }],
      'otherName: solutions/otherName.ts has the parameters (X), but the fixture names (Z).',
    ],
    [
      'a contract that says nothing of a parameter, and of one that is not there',
      'otherComment',
      [{ file: 'exercises/double.ts', from: '@param Z', to: '@param X' }],
      'otherComment: the comment of exercises/otherComment.ts has no @param line for Z. Say what it is, and its shape. otherComment: the comment of exercises/otherComment.ts has an @param line for X, which is not a parameter.',
    ],
    [
      'a worked example that does not hold',
      'wrongExample',
      [{ file: 'exercises/double.ts', from: '[[2, 4]]', to: '[[2, 5]], each twice' }],
      'wrongExample: the worked example of exercises/wrongExample.ts does not hold: wrongExample([[1, 2]]) gives [[2,4]], not [[2, 5]].',
    ],
    [
      'a case with more arguments than parameters',
      'moreArguments',
      [{ file: FIXTURE, from: '[randn(3, 4)]', to: '[randn(3, 4), 2] as never' }],
      'moreArguments: fixtures/moreArguments/fixture.ts: case "random": it returns 2 arguments, but parameters names 1 (Z).',
    ],
    [
      'a case that takes from its argument what must be imported',
      'notImported',
      [
        {
          file: FIXTURE,
          from: "'random': ({ randn }) => [randn(3, 4)]",
          to: "'random': ({ oneHot }: any) => [oneHot([1], 2)]",
        },
      ],
      'notImported: fixtures/notImported/fixture.ts: case "random": oneHot is not a function. With a case\'s argument come uniform, randn, rand, integers and permutation; all else is imported from the authoring vocabulary.',
    ],
    [
      'a reference that throws',
      'throwingReference',
      [{ file: 'reference/double.ts', from: 'Z.map(', to: 'Z.length > 2 ? Z[9].map(String) as never : Z.map(' }],
      'throwingReference: reference/throwingReference.ts on case "random": Cannot read properties of undefined (reading \'map\').',
    ],
    [
      'a reference that returns nothing',
      'emptyReference',
      [{ file: 'reference/double.ts', from: 'Z.map(', to: 'Z.length > 2 ? undefined as never : Z.map(' }],
      'emptyReference: reference/emptyReference.ts on case "random": it returns undefined as D.',
    ],
    [
      'a misconception without a question',
      'noQuestion',
      [{ file: MISCONCEPTIONS, from: "question: 'What is twice 3?', ", to: '' }],
      'noQuestion: fixtures/noQuestion/misconceptions.ts: "squared" needs a question, which is a text, and an answer, which is a function.',
    ],
    [
      'a case that no check looks at',
      'unusedCase',
      [{ file: FIXTURE, from: "on: ['by-hand', 'random']", to: "on: ['by-hand']" }],
      'unusedCase: no check looks at the case "random". Name it under "on" of a check, or drop it.',
    ],
  ];

  let verified: ReturnType<typeof verifyToy> | undefined;

  /** All of them in one workbook, verified once. */
  function verifyAll(): ReturnType<typeof verifyToy> {
    const exercises = Object.fromEntries(breakages.map(([, name, changes]) => [name, changes]));
    verified ??= verifyToy(toyWorkbook({ sound: [], ...exercises }));
    return verified;
  }

  test.each(breakages)('%s', async (_, name, __, message) => {
    const { output } = await verifyAll();
    expect(output).toContain(`✗ ${name} `);
    expect(output).toContain(message);
  });

  test('while a sound exercise beside them is not', async () => {
    const { output, stderr, status } = await verifyAll();
    expect(output).toContain('✓ sound 2 caught 1 kept');
    expect(output).not.toContain('sound: ');
    expect(output).toContain('to fix.');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test.each([
    ['no checks', 'checks: {', 'checks: {} as never, unused: {', 'an exercise needs at least one check.'],
    [
      'points missing',
      'points: 4',
      'points: undefined as never',
      'check "agrees" needs a whole number of points, at least 1.',
    ],
  ])('a fixture that cannot be loaded: %s', async (_, from, to, message) => {
    const { stderr, status } = await verifyToy(toyWorkbook({ double: [{ file: FIXTURE, from, to }] }));
    expect(stderr.trim()).toBe(`fixtures/double/fixture.ts: ${message}`);
    expect(status).toBe(1);
  });
});

test('a stale numpy.json and orphaned files in each folder are refused', async () => {
  const numpy = { seed: 'workbook', numpy: '2.0.0', cases: { 'by-hand': { inputs: '0000', output: [[2]] } } };
  const orphans = [
    'exercises/helper.ts',
    'solutions/old.ts',
    'reference/copy.ts',
    'fixtures/double/notes.md',
    'fixtures/triple/fixture.ts',
  ];
  const files = Object.fromEntries(orphans.map((file) => [file, '']));
  const { output, status } = await verifyToy(
    toyWorkbook({ double: [] }, { ...files, 'fixtures/double/numpy.json': JSON.stringify(numpy) }),
  );
  expect(output).toContain(
    'double: numpy.json has no values for the case "random"; the inputs of the case "by-hand" have changed since numpy.json was written. Run npm run numpy -- double --workbook ',
  );
  for (const orphan of orphans) expect(output).toContain(`${orphan} belongs to no exercise.`);
  expect(status).toBe(1);
});

test('an exception to the margins counts when its reason is written down', async () => {
  const root = toyWorkbook({
    double: [
      { file: VARIANTS, from: 'z * 2', to: 'z * 2 * (1 + 4e-6)' },
      { file: FIXTURE, from: 'hints:', to: "marginExceptions: { product: 'a toy' },\n  hints:" },
    ],
  });
  const { output, status } = await verifyToy(root);
  expect(output).toContain('The exercise is sound, on the default seed and 3 others.');
  expect(status).toBe(0);
});

test('the kit’s own exercises are sound', async () => {
  const { stdout, status } = await runCli(['verify', '--seeds', '1']);
  expect(stdout).toContain('exercises are sound, on the default seed and 1 other.');
  expect(status).toBe(0);
});

test('a reference that differs from NumPy is refused', async () => {
  const root = toyWorkbook(
    { double: [] },
    {
      'reference/neural_network.py': 'def double(Z):\n    return 3 * Z\n',
    },
  );
  const { status, stdout } = await runCli(['numpy', '--workbook', root]);
  if (status === 2) return; // There is no Python with NumPy on this machine.
  expect(stdout).toContain('fixtures/double/numpy.json');
  expect(fs.existsSync(path.join(root, 'fixtures/double/numpy.json'))).toBe(true);
  const { output } = await verifyToy(root);
  expect(output).toMatch(
    /double: the reference differs from NumPy by 3\.3e-1 \(relative\) on case "by-hand"\. One of them is wrong\./,
  );
});

test('a folder that is not a workbook gets one sentence', async () => {
  const { stderr, status } = await runCli(['verify', '--workbook', 'docs']);
  expect(stderr).toBe('--workbook: docs is not a workbook: it has no fixtures/index.ts.\n');
  expect(status).toBe(2);
});
