import { largest } from '../../authoring/largest';
import type { Distribution } from '../../authoring/pictures';
import type { Value } from '../../authoring/values';
import type { Observed } from '../../grading/gradeSubmission';
import { short } from '../shortNumbers';
import type { Captioned } from '../sketch';
import { subjectOn } from '../subject';

export interface DistributionSketch extends Captioned {
  readonly kind: 'distribution';
  readonly what: string;
  readonly panels: readonly {
    readonly title: string;
    readonly want: readonly number[];
    readonly got: readonly number[];
  }[];
}

/** The learner's numbers above the reference's, a panel for each case; null when a case was not answered. */
export function distributionSketch(
  { what, numbers, panels }: Distribution<Value, string>,
  observed: Observed,
  index: number,
): DistributionSketch | null {
  const shown = panels.flatMap(({ on, title }) => {
    const subject = subjectOn(observed, index, on);
    return subject === null ? [] : [{ title, want: numbers(subject.want), got: numbers(subject.got) }];
  });
  if (shown.length < panels.length) return null;
  const compared = shown.map(({ title, want, got }) => `${title}: yours ${range(got)}, expected ${range(want)}`);
  return {
    kind: 'distribution',
    what,
    panels: shown,
    title: `Distribution of the ${what}`,
    words: `Distribution of the ${what}. ${compared.join('; ')}.`,
  };
}

/** `0.1 to 0.2`, or `0.1` when that is all there is. */
function range(values: readonly number[]): string {
  if (values.some(Number.isNaN)) return 'NaN';
  const low = short(-largest(values.map((value) => -value)));
  const high = short(largest(values));
  return low === high ? low : `${low} to ${high}`;
}
