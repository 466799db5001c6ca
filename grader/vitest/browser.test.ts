import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { syllabus } from '../../fixtures';
import { findChromium, launchChromium, NO_BROWSER, startUi, type UiServer } from '../test/support/browser';
import { copyKit } from '../test/support/copyKit';
import { KIT_ROOT } from '../workbook/paths';

/** The Vitest UI as a learner sees it, in a real browser. */

const COLUMN_AXIS = `
export function softmax(Z: number[][]): number[][] {
  const largest = Z[0].map((_, j) => Math.max(...Z.map((row) => row[j])));
  const sums = Z[0].map((_, j) => Z.reduce((sum, row) => sum + Math.exp(row[j] - largest[j]), 0));
  return Z.map((row) => row.map((z, j) => Math.exp(z - largest[j]) / sums[j]));
}
`;

const executable = findChromium();
if (executable === null) console.warn(`The tests of what the browser shows are skipped: ${NO_BROWSER}.`);

describe.skipIf(executable === null)('in the browser', () => {
  const kit = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  let server: UiServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (executable === null) return;
    copyKit(kit);
    fs.copyFileSync(path.join(KIT_ROOT, 'solutions/relu.ts'), path.join(kit, 'exercises/relu.ts'));
    fs.writeFileSync(path.join(kit, 'exercises/softmax.ts'), COLUMN_AXIS);
    [server, browser] = await Promise.all([startUi(kit, 'workbook'), launchChromium(executable)]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.stop();
    fs.rmSync(kit, { recursive: true, force: true, maxRetries: 3 });
  });

  /** The UI in a window high enough for the whole tree, which only holds what is in view. */
  async function openUi(): Promise<Page> {
    if (browser === undefined || server === undefined) throw new Error('the browser did not start');
    const page = await browser.newPage({ viewport: { width: 1400, height: 4000 } });
    onTestFinished(() => page.close());
    page.setDefaultTimeout(45_000);
    // The UI asks for a web font; the tests use no network.
    await page.route(/fonts\.(googleapis|gstatic)\.com/, (route) => route.abort());
    await page.goto(server.url);
    await item(page, 'softmax (').waitFor();
    return page;
  }

  test('the tree shows the exercises in the order of the syllabus, with their points', async () => {
    const page = await openUi();
    const exercises = syllabus.flatMap((chapter) => chapter.exercises);
    const expected = exercises.map(({ name, points }) => `${name} (${points} points)`);
    const labels = await page.getByTestId('explorer-item').evaluateAll((items) =>
      items
        .map((one) => ({ label: one.getAttribute('aria-label'), top: one.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ label }) => label),
    );
    expect(labels.filter((label) => expected.includes(label ?? ''))).toEqual(expected);
  });

  test('a failing check shows its words, the question, its pictures, and a link to the learner’s line', async () => {
    const page = await openUi();
    await item(page, 'Every probability is right').click();
    const report = page.getByTestId('report');
    await report.getByText('A[0][0] is 0.999665, expected 1').waitFor();
    await report.getByText('on case "one-class" (seed workbook)').waitFor();
    const text = (await report.textContent()) ?? '';
    const [smallest, question, check] = ['softmax([[', 'Which numbers belong to one sample', 'A[0][0] is 0.999665'].map(
      (words) => text.indexOf(words),
    );
    expect(smallest).toBeGreaterThan(-1);
    expect(question).toBeGreaterThan(smallest);
    expect(check).toBeGreaterThan(question);
    await report.getByText(/^Bars: row A\[0\] on another case, "one-sample"/).waitFor();
    await report
      .getByText(/^Map of \|got - expected\| on another case, "random-4x10": 40 of 40 entries of A differ/)
      .waitFor();
    await untilPictures(report, 2);
    await page.route('**/__open-in-editor**', (route) => route.fulfill({ body: '' }));
    const asked = page.waitForRequest('**/__open-in-editor**');
    await report.getByTestId('stack').getByLabel('Open in Editor').click();
    expect(decodeURIComponent((await asked).url())).toMatch(/exercises\/softmax\.ts:2:8$/);
  });

  test('a passing check shows its picture, too', async () => {
    const page = await openUi();
    await item(page, 'Every entry is max(0, z)').click();
    const report = page.getByTestId('report');
    await report.getByText(/^Graph of relu: .* All \d+ entries of yours lie on the curve/).waitFor();
    await untilPictures(report, 2);
  });

  test('saving a right answer turns its check green, without a reload', async () => {
    const page = await openUi();
    const check = item(page, 'Every probability is right');
    await check.locator('[i-carbon\\:close]').waitFor();
    await page.locator('body').evaluate((body) => body.setAttribute('data-same-page', ''));
    fs.copyFileSync(path.join(KIT_ROOT, 'solutions/softmax.ts'), path.join(kit, 'exercises/softmax.ts'));
    await check.locator('[i-carbon\\:checkmark]').waitFor();
    expect(await page.locator('body[data-same-page]').count()).toBe(1);
  });
});

/** The entry of the tree whose title starts with `title`. */
function item(page: Page, title: string): Locator {
  return page.locator(`[data-testid=explorer-item][aria-label^="${title}"]`);
}

/** Waits until `count` pictures are there and loaded: what is not a picture has no width of its own. */
async function untilPictures(report: Locator, count: number): Promise<void> {
  const widths = () =>
    report
      .locator('img')
      .evaluateAll((images) => images.map((image) => ('naturalWidth' in image ? image.naturalWidth : 0)));
  await expect.poll(widths, { timeout: 30_000 }).toEqual(new Array(count).fill(600));
}
