import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';

/** Starts the workbook project in `kit` and lets the test wait for what it prints. */
export function startVitest(kit: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ['grader/vitest/start.cjs', ...['--configLoader', 'runner', '--project', 'workbook', ...args]],
    {
      cwd: kit,
      env: { ...process.env, CI: undefined, VITEST: undefined },
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  let read = 0;
  const collect = (chunk: Buffer) => {
    output += stripVTControlCharacters(chunk.toString());
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  /** What is printed from where the last wait ended, up to a match of `pattern`. */
  async function until(pattern: RegExp): Promise<string> {
    for (;;) {
      const fresh = output.slice(read);
      const match = pattern.exec(fresh);
      if (match !== null) {
        read += match.index + match[0].length;
        return fresh.slice(0, match.index + match[0].length);
      }
      if (child.exitCode !== null) throw new Error(`Vitest ended without printing ${pattern}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { until };
}
