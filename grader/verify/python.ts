import { spawnSync } from 'node:child_process';
import { UserError } from '../errors';

/** What Python 3 is called, where it is installed: `py` is Windows' launcher, and its `python3` may only open a shop. */
const NAMES = ['python3', 'python', 'py'];
const HAS_NUMPY = 'import sys; assert sys.version_info >= (3,); import numpy';

/**
 * Runs a Python script that needs NumPy, and returns what it printed.
 *
 * @throws UserError when no Python with NumPy is found, or the script fails: the last line that it said
 */
export function runPython(args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(pythonWithNumpy(), args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    windowsHide: true,
  });
  if (status !== 0) throw new UserError(stderr.trim().split('\n').at(-1) || 'Python failed, without saying why.');
  return stdout;
}

function pythonWithNumpy(): string {
  let withoutNumpy: string | undefined;
  for (const name of NAMES) {
    const { status, stderr } = spawnSync(name, ['-c', HAS_NUMPY], { encoding: 'utf8', windowsHide: true });
    if (status === 0) return name;
    // Without a program of that name there is no text either.
    if (/No module named '?numpy/.test(stderr ?? '')) withoutNumpy ??= name;
  }
  throw new UserError(
    withoutNumpy === undefined
      ? `No Python 3 was found (tried: ${NAMES.join(', ')}). Install it, and NumPy.`
      : `${withoutNumpy} has no NumPy. Install it: ${withoutNumpy} -m pip install numpy`,
  );
}
