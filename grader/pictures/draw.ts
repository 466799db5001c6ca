import { drawBars } from './draw/bars';
import { drawDistribution } from './draw/distribution';
import { drawGraph } from './draw/graph';
import { drawHeatMap } from './draw/heatMap';
import { loadPlot, type PlotTools } from './draw/plot';
import type { Sketch } from './sketch';

/** A sketch as a whole SVG document, legible on light and dark pages; `sketch.words` is in it as text alternative. */
export async function draw(sketch: Sketch): Promise<string> {
  tools ??= loadPlot();
  return drawWith(sketch, await tools);
}

let tools: Promise<PlotTools> | undefined;

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
