import type { AnyPicture } from '../authoring/pictures';
import type { Observed } from '../grading/gradeSubmission';
import { drawBars } from './bars/draw';
import { type BarsSketch, barsSketch } from './bars/find';
import { drawDistribution } from './distribution/draw';
import { type DistributionSketch, distributionSketch } from './distribution/find';
import { drawGraph } from './graph/draw';
import { type GraphSketch, graphSketch } from './graph/find';
import { drawHeatMap } from './heatMap/draw';
import { type HeatMapSketch, heatMapSketch } from './heatMap/find';
import type { PlotTools } from './plot';

/** The kinds of pictures: what each finds in the answers, and how it looks. A new one is added here, and nowhere else. */
export type Sketch = BarsSketch | HeatMapSketch | GraphSketch | DistributionSketch;

/** What `picture` finds for the check at `index`; null when there is nothing to draw. */
export function find(picture: AnyPicture, observed: Observed, index: number): Sketch | null {
  switch (picture.kind) {
    case 'bars-of-row':
      return barsSketch(picture, observed, index);
    case 'heat-map':
      return heatMapSketch(picture, observed, index);
    case 'graph':
      return graphSketch(picture, observed, index);
    case 'distribution':
      return distributionSketch(picture, observed, index);
  }
}

/** `sketch` as SVG. */
export function drawWith(sketch: Sketch, tools: PlotTools): string {
  switch (sketch.kind) {
    case 'bars':
      return drawBars(sketch, tools);
    case 'heat-map':
      return drawHeatMap(sketch, tools);
    case 'graph':
      return drawGraph(sketch, tools);
    case 'distribution':
      return drawDistribution(sketch, tools);
  }
}
