import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';

const noShell = process.platform === 'win32';
const ANSWERS = JSON.stringify({ numpy: '9.9', outputs: { double: { 'by-hand': [[2]], random: [[1]] } } });
const WITH_NUMPY = `#!/bin/sh\nif [ "$1" = -c ]; then exit 0; fi\necho '${ANSWERS}'\n`;
const WITHOUT_NUMPY = `#!/bin/sh\necho "ModuleNotFoundError: No module named 'numpy'" >&2\nexit 1\n`;
const SHOP =
  '#!/bin/sh\necho "Python was not found; run without arguments to install from the Microsoft Store" >&2\nexit 49\n';

/** Asks NumPy for the toy workbook's answers where these programs, and no others, can be started. */
async function askWith(programs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(programs)) fs.writeFileSync(path.join(folder, name), text, { mode: 0o755 });
  const workbook = toyWorkbook({ double: [] }, { 'reference/neural_network.py': '' });
  return runCli(['numpy', '--workbook', workbook], undefined, { PATH: folder });
}

test.each([
  ['python', { python3: SHOP, python: WITH_NUMPY }],
  ['py', { python3: WITHOUT_NUMPY, py: WITH_NUMPY }],
])('%s is asked where it is the one with NumPy', { skip: noShell }, async (_, programs) => {
  const { stdout, status } = await askWith(programs);
  expect(stdout).toContain('fixtures/double/numpy.json');
  expect(status).toBe(0);
});

test.each([
  ['a Python without NumPy', { python: WITHOUT_NUMPY }, 'python has no NumPy. Install it: python -m pip install numpy'],
  ['no Python', {}, 'No Python 3 was found (tried: python3, python, py). Install it, and NumPy.'],
])('%s gets a sentence', { skip: noShell }, async (_, programs, sentence) => {
  const { stderr, status } = await askWith(programs);
  expect(stderr).toBe(`${sentence}\n`);
  expect(status).toBe(2);
});
