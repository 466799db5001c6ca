import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { findChromium, launchChromium, NO_BROWSER, startUi } from '../support/browser';
import { copyKit } from '../support/copyKit';
import { openCheck } from './openCheck';
import { terminalPage } from './terminalPage';

/**
 * `npm run screenshots`: the README's pictures, made from the real thing. A copy of the kit in which a learner has begun
 * is graded on the command line, and shown in the Vitest UI.
 *
 * Debian's packages for it: chromium, pngquant, fonts-jetbrains-mono and fonts-inter. With other fonts the pictures
 * look different.
 */

const IMAGES = path.join(KIT_ROOT, 'docs/images');

/** Sharp on the screens of today, and high enough for the first of a check's pictures. */
const WINDOW = { viewport: { width: 1100, height: 812 }, deviceScaleFactor: 1.5 };

/** Text in few hues needs no more, and a PNG of so few colours is a quarter of one of millions. */
const COLOURS = '48';

/** What the learner wrote so far: a right relu, and a softmax that takes the sum over a column. */
const ANSWERS = {
  relu: '  return Z.map((row) => row.map((z) => Math.max(0, z)));',
  softmax: `  const powers = Z.map((row) => row.map((z) => Math.exp(z - Math.max(...row))));
  const sums = powers[0].map((_, j) => powers.reduce((sum, row) => sum + row[j], 0));
  return powers.map((row) => row.map((power, j) => power / sums[j]));`,
};

/** A copy of the kit in which a learner has begun. */
function learnersKit(): string {
  const kit = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  copyKit(kit);
  for (const [name, answer] of Object.entries(ANSWERS)) {
    const file = path.join(kit, 'exercises', `${name}.ts`);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^ {2}throw new Error.*$/m, answer));
  }
  return kit;
}

/** What `npm run grade` prints on a terminal of 80 columns. */
function gradeOutput(kit: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [TS_NODE, 'grader/cli.ts', 'grade'], {
    cwd: kit,
    encoding: 'utf8',
    // npm tells where it was called from, and paths are shown from there.
    env: { ...process.env, INIT_CWD: kit, FORCE_COLOR: '1', NO_COLOR: undefined, ACCESSIBLE: undefined },
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

/** Writes `docs/images/<name>-light.png` and `-dark.png`: what `show` leaves on a page, or what it returns of it. */
async function take(
  browser: Browser,
  name: string,
  show: (page: Page) => Promise<Pick<Page, 'screenshot'>>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ ...WINDOW, colorScheme });
    const file = path.join(IMAGES, `${name}-${colorScheme}.png`);
    await (await show(page)).screenshot({ path: file });
    await page.close();
    shrink(file);
    console.log(`docs/images/${path.basename(file)}: ${Math.ceil(fs.statSync(file).size / 1000)} KB`);
  }
}

function shrink(file: string): void {
  const args = [COLOURS, '--nofs', '--strip', '--speed', '1', '--force', '--output', file, file];
  const { error, status } = spawnSync('pngquant', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error !== undefined || status !== 0) throw new Error('pngquant is needed: apt install pngquant.');
}

async function takeAll(browser: Browser, kit: string): Promise<void> {
  const html = terminalPage('npm run grade', gradeOutput(kit));
  await take(browser, 'terminal', async (page) => {
    await page.setContent(html);
    return page.locator('main');
  });
  const server = await startUi(kit, 'workbook');
  try {
    await take(browser, 'vitest-ui', async (page) => {
      await openCheck(page, server.url, 'Every probability is right', 2);
      return page;
    });
  } finally {
    server.stop();
  }
}

async function main(): Promise<void> {
  const executable = findChromium();
  if (executable === null) throw new Error(NO_BROWSER);
  process.env.FONTCONFIG_FILE = path.join(__dirname, 'fonts.conf');
  const kit = learnersKit();
  const browser = await launchChromium(executable);
  try {
    fs.mkdirSync(IMAGES, { recursive: true });
    await takeAll(browser, kit);
  } finally {
    await browser.close();
    fs.rmSync(kit, { recursive: true, force: true, maxRetries: 3 });
  }
}

void main();
