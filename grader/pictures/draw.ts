import { drawBars } from './draw/bars';
import { drawDistribution } from './draw/distribution';
import { drawGraph } from './draw/graph';
import { drawHeatMap } from './draw/heatMap';
import { loadPlot, type PlotTools } from './draw/plot';
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
