import type { Observed } from '../grading/gradeSubmission';
import { find, type Sketch } from './pictureKinds';

/**
 * The pictures that a check asks for, as data. Fewer when there is nothing to draw: no answer, one of another kind or
 * shape, or a check that was not judged; its words say so already.
 *
 * @param index of the check among the exercise's
 */
export function sketchesOf(observed: Observed, index: number): readonly Sketch[] {
  if (observed.verdicts[index].status === 'skipped') return [];
  const { pictures = [] } = observed.plan.checks[index].check;
  return pictures.flatMap((picture) => find(picture, observed, index) ?? []);
}
