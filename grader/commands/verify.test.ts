import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../testing/commandLine';
import { type Change, toyWorkbook } from '../testing/toyWorkbook';

const FIXTURE = 'fixtures/double/fixture.ts';
const MISCONCEPTIONS = 'fixtures/double/misconceptions.ts';
const VARIANTS = 'fixtures/double/variants.ts';

/** Verifies a toy workbook through the real command line; the output on one line, as sentences wrap. */
async function verifyToy(root: string): Promise<{ output: string; status: number | null; stderr: string }> {
  const { stdout, stderr, status } = await runCli(['verify', '--workbook', root, '--seeds', '3']);
  return { output: stdout.replace(/\s+/g, ' '), stderr, status };
}

test('a sound exercise is proven sound', async () => {
  const { output, status, stderr } = await verifyToy(toyWorkbook());
  expect(stderr).toBe('');
  expect(output).toContain('✓ double 2 caught 1 kept');
  expect(output).toContain('The exercise is sound, on the default seed and 3 others.');
  expect(status).toBe(0);
});

describe('an exercise that is broken in one way is refused with the right sentence', () => {
  const breakages: readonly [string, readonly Change[], string][] = [
    [
      'a solution that is wrong',
      [{ file: 'solutions/double.ts', from: '2 * z', to: '3 * z' }],
      'double: solutions/double.ts earns 1 of 5 points: it fails the check "agrees" on case "by-hand": D[0][0] is 3, expected 2 (3 of 4 entries differ). Mend the solution, or the check.',
    ],
    [
      'a stub that passes',
      [
        {
          file: 'exercises/double.ts',
          from: "throw new Error('TODO: write double')",
          to: 'return Z.map((row) => row.map((z) => 2 * z))',
        },
      ],
      "double: exercises/double.ts is not a stub: it counts as passed. Its body must be: throw new Error('TODO: write double');",
    ],
    [
      'a misconception that no check catches',
      [{ file: MISCONCEPTIONS, from: 'z * z', to: 'z + z' }],
      'double: the misconception "squared" loses no points (seed workbook). Add a case or a check that catches it, or drop it.',
    ],
    [
      'a misconception that is diagnosed as another',
      [
        {
          file: MISCONCEPTIONS,
          from: "'squared':",
          to: "'twin': { question: 'Why?', answer: (Z: number[][]) => Z.map((row) => row.map((z) => (z === 0 ? 0 : z * z))) },\n  'squared':",
        },
      ],
      'double: the misconception "twin" is not diagnosed (seed workbook): it cannot be told apart from "squared".',
    ],
    [
      'a check that nothing fails',
      [
        { file: MISCONCEPTIONS, from: 'row[j] = 2 * z;', to: 'void j;' },
        { file: MISCONCEPTIONS, from: 'return Z;', to: 'return Z.map((row) => row.map((z) => -z));' },
      ],
      'double: no misconception fails the check "inputs-unchanged". Add one that does, or drop the check.',
    ],
    [
      'a variant that loses points',
      [{ file: VARIANTS, from: 'z * 2', to: 'Math.round(z * 2)' }],
      'double: the variant "product" loses the check "agrees" on case "random" (seed workbook)',
    ],
    [
      'a variant that uses up the tolerance',
      [{ file: VARIANTS, from: 'z * 2', to: 'z * 2 * (1 + 4e-6)' }],
      'double: the variant "product" uses 0.40 of the tolerance of "agrees", more than 1/10.',
    ],
    [
      'a misconception just outside the tolerance',
      [{ file: MISCONCEPTIONS, from: 'z * z', to: 'z * 2 * (1 + 4e-5)' }],
      'double: the misconception "squared" misses the tolerance of "agrees" by only 4.0 times, less than 10.',
    ],
    [
      'a case that changes between runs',
      [{ file: FIXTURE, from: 'randn(3, 4)', to: '[[Math.random()]]' }],
      `double: the case "random" changes between runs. Draw its numbers from the case's own random argument.`,
    ],
    [
      'a case that no check looks at',
      [{ file: FIXTURE, from: "on: ['by-hand', 'random']", to: "on: ['by-hand']" }],
      'double: no check looks at the case "random". Name it under "on" of a check, or drop it.',
    ],
  ];

  test.each(breakages)('%s', async (_, changes, message) => {
    const { output, status } = await verifyToy(toyWorkbook(changes));
    expect(output).toContain(message);
    expect(output).toContain('to mend.');
    expect(status).toBe(1);
  });

  test.each([
    [
      'no checks',
      'checks: {',
      'checks: {} as never, unused: {',
      'fixtures/double/fixture.ts: an exercise needs at least one check.',
    ],
    [
      'points missing',
      'points: 4',
      'points: undefined as never',
      'fixtures/double/fixture.ts: check "agrees" needs a whole number of points, at least 1.',
    ],
    [
      'no hints',
      "hints: ['What is 2 z?']",
      'hints: [] as never',
      'fixtures/double/fixture.ts: an exercise needs at least one hint.',
    ],
    [
      'an unknown case',
      "on: ['by-hand']",
      "on: ['by-heart' as never]",
      'fixtures/double/fixture.ts: check "inputs-unchanged" names the case "by-heart", which does not exist.',
    ],
  ])('%s', async (_, from, to, message) => {
    const { stderr, status } = await verifyToy(toyWorkbook([{ file: FIXTURE, from, to }]));
    expect(stderr.trim()).toBe(message);
    expect(status).toBe(1);
  });

  test('a stale numpy.json', async () => {
    const numpy = { seed: 'workbook', numpy: '2.0.0', cases: { 'by-hand': { inputs: '0000', output: [[2]] } } };
    const root = toyWorkbook([], { 'fixtures/double/numpy.json': JSON.stringify(numpy) });
    const { output, status } = await verifyToy(root);
    expect(output).toContain(
      'double: numpy.json is stale: the case "by-hand" is not the one that NumPy was asked. Run npm run numpy',
    );
    expect(status).toBe(1);
  });

  test('a stray file in each folder', async () => {
    const strays = [
      'exercises/helper.ts',
      'solutions/old.ts',
      'reference/copy.ts',
      'fixtures/double/notes.md',
      'fixtures/triple/fixture.ts',
    ];
    const { output, status } = await verifyToy(toyWorkbook([], Object.fromEntries(strays.map((file) => [file, '']))));
    for (const stray of strays) expect(output).toContain(`${stray} belongs to no exercise.`);
    expect(status).toBe(1);
  });
});

test('the kit’s own exercises are sound', async () => {
  const { stdout, status } = await runCli(['verify', '--seeds', '1']);
  expect(stdout).toContain('exercises are sound, on the default seed and 1 others.');
  expect(status).toBe(0);
});

test('an exception to the margins counts when its reason is written down', async () => {
  const root = toyWorkbook([
    { file: VARIANTS, from: 'z * 2', to: 'z * 2 * (1 + 4e-6)' },
    { file: FIXTURE, from: 'hints:', to: "marginExceptions: { product: 'a toy' },\n  hints:" },
  ]);
  expect(await verifyToy(root)).toMatchObject({ status: 0 });
});

test('a reference that differs from NumPy is refused', async () => {
  const root = toyWorkbook([], {
    'reference/neural_network.py': 'def double(Z):\n    return 3 * Z\n',
  });
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
