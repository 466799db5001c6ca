import type { AnyPicture } from '../authoring/pictures';
import type { Observed } from '../grading/grade';
import { barsSketch } from './bars/find';
import { distributionSketch } from './distribution/find';
import { graphSketch } from './graph/find';
import { heatMapSketch } from './heatMap/find';
import type { Sketch } from './sketch';
import { subjectsOf } from './subject';

/**
 * The pictures that a check asks for, as data. Fewer when there is nothing to draw: no answer, one of another kind or
 * shape, or a check that was not judged; its words say so already.
 *
 * @param index of the check among the exercise's
 */
export function sketchesOf(observed: Observed, index: number): readonly Sketch[] {
  if (observed.verdicts[index].status === 'skipped') return [];
  const { pictures = [] } = observed.plan.checks[index].check;
  return pictures.flatMap((picture) => sketchOf(picture, observed, index) ?? []);
}

function sketchOf(picture: AnyPicture, observed: Observed, index: number): Sketch | null {
  if (picture.kind === 'graph') return graphSketch(picture, observed, index);
  if (picture.kind === 'distribution') return distributionSketch(picture, observed, index);
  const subjects = subjectsOf(observed, index);
  const { parameters, returns } = observed.plan.exercise;
  const names = typeof returns === 'string' ? [returns] : returns;
  if (picture.kind === 'heat-map') return heatMapSketch(picture, subjects, names);
  return barsSketch(picture, subjects, [names[0], parameters[0]]);
}
