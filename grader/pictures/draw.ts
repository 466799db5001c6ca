import { drawBars } from './bars/draw';
import { drawDistribution } from './distribution/draw';
import { drawGraph } from './graph/draw';
import { drawHeatMap } from './heatMap/draw';
import { loadPlot, type PlotTools } from './plot';
import type { Sketch } from './sketch';

/** A sketch as a whole SVG document, legible on light and dark pages; `sketch.words` is in it as text alternative. */
export async function draw(sketch: Sketch): Promise<string> {
  return drawWith(sketch, await prepareToDraw());
}

let tools: Promise<PlotTools> | undefined;

/** Starts loading what draws, so that the first picture need not wait for it. */
export function prepareToDraw(): Promise<PlotTools> {
  tools ??= loadPlot();
  return tools;
}

function drawWith(sketch: Sketch, plot: PlotTools): string {
  switch (sketch.kind) {
    case 'bars':
      return drawBars(sketch, plot);
    case 'heat-map':
      return drawHeatMap(sketch, plot);
    case 'graph':
      return drawGraph(sketch, plot);
    case 'distribution':
      return drawDistribution(sketch, plot);
  }
}
