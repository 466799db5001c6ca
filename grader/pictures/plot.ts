/** The plotting library (0.13 s) and the document it draws into (0.1 s), loaded when the first picture is drawn. */
export async function loadPlot() {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return { Plot, document };
}

export type PlotTools = Awaited<ReturnType<typeof loadPlot>>;
