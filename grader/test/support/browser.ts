import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** The Vitest UI in a real browser, for tests and for the benchmark. */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How to get a browser, for those who have none. */
export const NO_BROWSER =
  'no Chromium was found. To run these tests: apt install chromium (or brew install chromium), or set CHROMIUM to its path';

/** The Chromium of this machine: what CHROMIUM names, or the first on the path; null when there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    ...(process.env.CHROMIUM === undefined ? [] : [process.env.CHROMIUM]),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...MAC,
  ];
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

/** Starts Chromium, which talks to nobody but the page. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A port that nobody listened on a moment ago. */
function freePort(): Promise<number> {
  const server = net.createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}

/** Vitest's UI server for one project of the kit in `kit`. */
export interface UiServer {
  readonly url: string;
  stop(): void;
}

/** Starts `npm run ui` for `project` without opening a browser; ready when the address is printed. */
export async function startUi(kit: string, project: string): Promise<UiServer> {
  const port = await freePort();
  const where = ['--api.host=127.0.0.1', `--api.port=${port}`, '--api.strictPort', '--open=false'];
  const child = spawn(
    process.execPath,
    ['grader/vitest/start.cjs', '--configLoader', 'runner', '--project', project, '--ui', '--watch', ...where],
    { cwd: kit, env: { ...process.env, CI: undefined, VITEST: undefined } },
  );
  const stop = () => void child.kill('SIGKILL');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString());
      if (/UI started at/.test(output)) resolve();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', () => reject(new Error(`Vitest ended before its UI was up:\n${output}`)));
  });
  return { url: `http://127.0.0.1:${port}/__vitest__/`, stop };
}
