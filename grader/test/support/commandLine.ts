import { spawn } from 'node:child_process';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { copyKit } from './copyKit';
import { temporaryFolder } from './temporarySubmissions';

export interface Finished {
  readonly pid: number;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the real command line, as npm's scripts do.
 *
 * @param detached in a session of its own, by which every process that it leaves behind can be found
 */
export function runCli(
  args: readonly string[],
  kit = KIT_ROOT,
  env: NodeJS.ProcessEnv = {},
  detached = false,
): Promise<Finished> {
  const child = spawn(process.execPath, [TS_NODE, 'grader/cli.ts', ...args], {
    cwd: kit,
    detached,
    env: {
      ...process.env,
      npm_lifecycle_event: undefined,
      FORCE_COLOR: undefined,
      ...env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ pid: child.pid ?? 0, status, stdout, stderr }));
  });
}

/** A copy of the kit to change at will, which goes away with the test. @param ownCache as for `copyKit` */
export function copyOfKit(ownCache = false): string {
  const kit = temporaryFolder();
  copyKit(kit, ownCache);
  return kit;
}
