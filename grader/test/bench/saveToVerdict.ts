import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { KIT_ROOT } from '../../workbook/paths';
import { findChromium, launchChromium, NO_BROWSER, startUi } from '../support/browser';
import { copyKit } from '../support/copyKit';

/** How long a learner looks at an old verdict: from saving `softmax.ts` to the new one on screen, in a real browser. */

const RUNS = 8;

/** Wrong in its last step only, so that both answers are as much work. */
const RIGHT = fs.readFileSync(path.join(KIT_ROOT, 'solutions/softmax.ts'), 'utf8');
const WRONG = `${RIGHT.replace('export function softmax(', 'function right(')}
export function softmax(Z: Matrix): Matrix {
  return right(Z).map((row) => row.map((p) => 2 * p));
}
`;

/** A Vitest UI that watches a file, and the entry of its tree that gives the verdict on it. */
interface Contestant {
  readonly project: string;
  readonly file: string;
  readonly entry: string;
}

const WORKBOOK: Contestant = { project: 'workbook', file: 'exercises/softmax.ts', entry: 'softmax (30 points)' };
const PLAIN: Contestant = { project: 'bench', file: 'solutions/softmax.ts', entry: 'softmax' };

/** Seconds from saving to the verdict on screen, run by run, for the workbook and for a plain suite. */
export interface Times {
  readonly workbook: readonly number[];
  readonly plain: readonly number[];
}

/** Measures both; null, with a word why, where there is no browser. The runs alternate, so that a busy moment hits both. */
export async function saveToVerdict(): Promise<Times | null> {
  const executable = findChromium();
  if (executable === null) {
    console.log(`From saving to the verdict on screen: not measured, as ${NO_BROWSER}.`);
    return null;
  }
  const browser = await launchChromium(executable);
  const open: Opened[] = [];
  try {
    for (const contestant of [WORKBOOK, PLAIN]) open.push(await start(contestant, browser));
    const times: number[][] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      for (const [i, one] of open.entries()) times[i].push(await secondsAfterSaving(one, run % 2 === 1));
    }
    return { workbook: times[0], plain: times[1] };
  } finally {
    await browser.close();
    for (const { stop } of open) stop();
  }
}

interface Opened {
  /** The file to save. */
  readonly file: string;
  readonly untilVerdict: (right: boolean) => Promise<void>;
  readonly stop: () => void;
}

/** The contestant in a kit of its own, solved and shown in the browser. */
async function start({ project, file, entry }: Contestant, browser: Browser): Promise<Opened> {
  const kit = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  copyKit(kit);
  for (const name of ['relu', 'softmax', 'forwardMlp', 'crossEntropy']) {
    fs.copyFileSync(path.join(kit, `solutions/${name}.ts`), path.join(kit, `exercises/${name}.ts`));
  }
  const server = await startUi(kit, project);
  const page = await browser.newPage({ viewport: { width: 1400, height: 4000 } });
  // The UI asks for a web font; nothing here depends on the network.
  await page.route(/fonts\.(googleapis|gstatic)\.com/, (route) => route.abort());
  await page.goto(server.url);
  const tree = page.locator(`[data-testid=explorer-item][aria-label="${entry}"]`);
  const untilVerdict = (right: boolean) =>
    tree.locator(`[i-carbon\\:${right ? 'checkmark' : 'close'}]`).waitFor({ timeout: 60_000 });
  const stop = () => {
    server.stop();
    fs.rmSync(kit, { recursive: true, force: true, maxRetries: 3 });
  };
  await untilVerdict(true);
  return { file: path.join(kit, file), untilVerdict, stop };
}

async function secondsAfterSaving({ file, untilVerdict }: Opened, right: boolean): Promise<number> {
  const start = performance.now();
  fs.writeFileSync(file, right ? RIGHT : WRONG);
  await untilVerdict(right);
  return (performance.now() - start) / 1000;
}
