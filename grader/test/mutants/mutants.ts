import { expect, test } from 'vitest';
import { runCli } from '../support/commandLine';

/** A suite of its own, as it keeps every core busy for a minute or more: `npm run mutants`. */

test('no mutant of a right answer keeps all points without being right', async () => {
  const { status, stdout, stderr } = await runCli(['verify', '--mutants']);
  expect(stderr).toBe('');
  // All that was found, should it be something.
  expect(status, stdout).toBe(0);
  expect(stdout).toMatch(/None of \d+ mutants of \d+ right answers survives/);
});
