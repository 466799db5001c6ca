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
    'double: numpy.json is stale: the case "by-hand" is not the one that NumPy was asked. Run npm run numpy',
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
