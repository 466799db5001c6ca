import type { Page } from 'playwright-core';

/** Opens the Vitest UI at `url` on the check whose title starts with `title`, and waits for its `count` pictures. */
export async function openCheck(page: Page, url: string, title: string, count: number): Promise<void> {
  // The UI would ask the web for a font.
  await page.route(/fonts\.(googleapis|gstatic)\.com/, (route) => route.abort());
  await page.goto(url);
  await page.locator(`[data-testid=explorer-item][aria-label^="${title}"]`).click();
  const images = page.getByTestId('report').locator('img');
  await images.nth(count - 1).waitFor();
  // Resolves once they are loaded.
  await images.evaluateAll((all) =>
    Promise.all(all.map((image) => 'decode' in image && typeof image.decode === 'function' && image.decode())),
  );
}
