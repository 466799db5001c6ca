import { drawWith, type Sketch } from './pictureKinds';
import { loadPlot, type PlotTools } from './plot';

let tools: Promise<PlotTools> | undefined;

/** A sketch as a whole SVG document, legible on light and dark pages; `sketch.words` is in it as text alternative. */
export async function draw(sketch: Sketch): Promise<string> {
  // Loading what draws takes longer than any picture, so it is done once, when the first is drawn.
  tools ??= loadPlot();
  return drawWith(sketch, await tools);
}
