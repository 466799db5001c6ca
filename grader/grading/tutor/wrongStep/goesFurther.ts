import type { Site } from '../../../submission/instrument';
import type { Known } from './known';
import type { Located } from './locate';
import { sameValue } from './lockstep';
import type { Run } from './run';

/**
 * Whether an answer has what a right one has in that place, and makes of it, in the same expression, what right answers
 * come to as well: then it does more at once, and the two places are not each other's.
 */
export function goesFurther(run: Run, right: Run, { mine, theirs }: Located, known: () => Known): boolean {
  if (theirs === null) return false;
  const own = run.at(mine);
  for (const [i, other] of right.at(theirs).entries()) {
    const expected = right.steps[other];
    const at = own[i];
    if (at === undefined) return false;
    const got = run.steps[at];
    if (sameValue(got, expected)) continue;
    const isMade = partsOf(run, mine).some((part) => {
      const place = run.last(part, at);
      return place !== null && sameValue(run.steps[place], expected);
    });
    return isMade && run.tells(got.value.numbers) && known().standing(got) === 'right';
  }
  return false;
}

/** All that an expression is made of. */
function partsOf(run: Run, { parts }: Site): readonly Site[] {
  return parts.flatMap((id) => {
    const part = run.site(id);
    return [part, ...partsOf(run, part)];
  });
}
