import type { Distribution } from '../../authoring/pictures';
import type { Value } from '../../authoring/values';
import type { Observed } from '../../grading/grade';
import { range } from '../shortNumbers';
import type { DistributionSketch } from '../sketch';
import { subjectOn } from '../subject';

/** The learner's numbers above the reference's, a panel a case; null when a case was not answered. */
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
