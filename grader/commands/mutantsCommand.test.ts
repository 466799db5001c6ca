import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { type Change, toyWorkbook } from '../test/support/toyWorkbook';

const FIXTURE = 'fixtures/double/fixture.ts';

const DOMAIN: readonly Change[] = [
  { file: FIXTURE, from: '  checks: {', to: "  domain: { Z: matrixOf('n', 'm', reals) },\n  checks: {" },
  { file: FIXTURE, from: 'exercise, inputsUnchanged', to: 'exercise, inputsUnchanged, matrixOf, reals' },
];

/** Tries the mutants of a toy workbook through the real command line; the output on one line, as sentences wrap. */
async function mutantsOfToy(
  changes: readonly Change[],
  domain = DOMAIN,
): Promise<{ output: string; status: number | null }> {
  const root = toyWorkbook({ double: [...changes, ...domain] });
  const { stdout, status } = await runCli(['verify', '--mutants', '--workbook', root]);
  return { output: stdout.replace(/\s+/g, ' '), status };
}

test('of a sound exercise no mutant survives', async () => {
  const { output, status } = await mutantsOfToy([]);
  expect(output).toMatch(/✓ double \d+ \d+ 0 \d+ 0 None of \d+ mutants of 3 right answers survives/);
  expect(status).toBe(0);
});

test('a mutant that no check tells from the right answer is listed with its line and change', async () => {
  const { output, status } = await mutantsOfToy([
    { file: FIXTURE, from: '[[1, -2], [0, 3.5]]', to: '[[0, 0]]' },
    { file: FIXTURE, from: "on: ['by-hand', 'random']", to: "on: ['by-hand']" },
  ]);
  expect(output).toContain('✗ double');
  expect(output).toContain('solutions/double.ts:1:72: 2 -> 3 keeps all points.');
  expect(output).toContain('fixtures/double/variants.ts:1:87 (product): * -> / keeps all points.');
  expect(status).toBe(1);
});

test('a mutant that never ends is stopped, and counts as caught', async () => {
  const { output, status } = await mutantsOfToy([
    {
      file: 'solutions/double.ts',
      from: 'Z.map((row) => row.map((z) => 2 * z))',
      to: 'Z.map((row) => { const d = []; for (let j = 0; j < row.length; j++) d.push(2 * row[j]); return d; })',
    },
  ]);
  expect(output).toMatch(/✓ double \d+ \d+ [1-9]\d* \d+ 0 None/);
  expect(status).toBe(0);
});

test('a right answer that is not right everywhere is named', async () => {
  const { output, status } = await mutantsOfToy([
    { file: FIXTURE, from: '[[1, -2], [0, 3.5]]', to: '[[1, 0]]' },
    { file: 'solutions/double.ts', from: '2 * z', to: '(z === -1 ? 0 : 2 * z)' },
  ]);
  expect(output).toContain('solutions/double.ts is not right on every draw of the domain of double.');
  expect(status).toBe(1);
});

test('an exercise without a domain is told that it needs one', async () => {
  const { output, status } = await mutantsOfToy([], []);
  expect(output).toContain('fixtures/double/fixture.ts has no domain, so no mutant can be shown to be right.');
  expect(status).toBe(1);
});
