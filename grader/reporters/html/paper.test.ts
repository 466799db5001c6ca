import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findChromium, launchChromium } from '../../test/support/browser';
import { runCli } from '../../test/support/commandLine';

/** The page of a learner on paper and on a phone, in a real browser. */

const CHROMIUM = findChromium();
/** A4 within margins of 1 cm, and a phone, in pixels. */
const PAPER = 718;
const PHONE = 390;

const LONG = `// ${'a comment that is wider than any paper '.repeat(8)}`;
const FILES = {
  'softmax.ts': `${LONG}
import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  console.log(Z);
  return Z.map((row) => {
    const powers = row.map((z) => Math.exp(2 * z));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}`,
  'relu.ts': 'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0, z)));',
  'forwardMlp.ts': "export const forwardMlp = () => { throw new Error('no'); };",
};

/** In the page: what is wider than the room that it has. */
const CUT = `[...document.querySelectorAll('body, article, pre, figure, .wide')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))`;

describe.skipIf(CHROMIUM === null)('the page of a report in a browser', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  const file = path.join(folder, 'page.html');
  let browser: Browser;

  beforeAll(async () => {
    for (const [name, source] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), source);
    const named = ['relu', 'softmax', 'forwardMlp'];
    const { stderr } = await runCli(['report', ...named, '--submission', folder, '--output', file]);
    expect(stderr).toBe('');
    browser = await launchChromium(CHROMIUM as string);
  });

  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number, media: 'print' | 'screen'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 1000 } });
    onTestFinished(() => page.close());
    await page.emulateMedia({ media, colorScheme: 'dark' });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  test('on paper nothing is cut, and nothing is dark', async () => {
    const page = await open(PAPER, 'print');
    expect(await page.evaluate(CUT)).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate("getComputedStyle(document.querySelector('svg rect')).fill")).toBe('rgb(251, 251, 250)');
  });

  test('on paper the code of a wrong answer is shown, and what is folded leaves no trace', async () => {
    const page = await open(PAPER, 'print');
    expect(await page.getByText('The code').count()).toBe(3);
    expect(await page.locator('#relu').getByText('The code').isVisible()).toBe(false);
    expect(await page.locator('#softmax').getByText('The code').isVisible()).toBe(true);
    expect(await page.locator('#softmax .code').innerText()).toContain('Math.exp(2 * z)');
    expect(await page.getByText('What softmax printed').isVisible()).toBe(false);
    expect(await page.getByText('The example').first().isVisible()).toBe(false);
  });

  test('checks that fail in the same way show one example, and the others a click away', async () => {
    const page = await open(1000, 'screen');
    const checks = page.locator('#forwardMlp .checks');
    expect(await checks.locator('pre:visible').count()).toBe(1);
    expect(await checks.getByText('The same as above').count()).toBeGreaterThan(5);
    await checks.getByText('The example').first().click();
    expect(await checks.locator('pre:visible').count()).toBe(2);
  });

  test('on a phone the page is as wide as the screen, and the smallest input is read without scrolling', async () => {
    const page = await open(PHONE, 'screen');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE);
    const first = page.locator('.next pre');
    expect(await first.innerText()).toMatch(/^softmax\(.* gives .*, expected .*\./s);
    expect(await first.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
});
