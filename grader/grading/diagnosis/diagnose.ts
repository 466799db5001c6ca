import type { Outcomes } from '../judge';
import type { Plan } from '../plan';
import type { Diagnosis } from '../report';
import { factorOf } from './factor';
import { bestSuspect } from './misconception';
import { decimalsOf } from './rounding';
import type { FindSlips } from './slips';
import type { Suspect } from './suspect';

/**
 * What explains the learner's answers: a misconception, or else slips, one or two, or else that it was rounded, or a
 * factor; nothing when nothing does.
 *
 * @param slips finds slips; null to look for none
 * @param outcomes what the learner's function came to; cases without an outcome are left out
 */
export function diagnose(
  plan: Plan,
  outcomes: Outcomes,
  suspects: readonly Suspect[],
  slips: FindSlips | null,
): readonly Diagnosis[] {
  const factor = factorOf(plan, outcomes);
  const named = bestSuspect(plan, outcomes, suspects);
  if (named !== null) return [{ misconception: named.name, question: named.question, factor }];
  const found = slips === null ? [] : slips(plan, outcomes);
  if (found.length > 0)
    return found.map(({ name, question }, i) => ({
      misconception: name,
      question,
      // One factor comes of all of them.
      factor: i === 0 ? factor : null,
    }));
  const decimals = decimalsOf(plan, outcomes);
  if (decimals !== null) {
    const digits = decimals === 1 ? '1 decimal' : `${decimals} decimals`;
    const question = `Your numbers are the right ones, to ${digits}. Who should round: the maths or the display?`;
    return [{ misconception: 'rounded', question, factor: null }];
  }
  if (factor === null) return [];
  return [{ misconception: 'factor', question: 'Which step of yours could multiply it?', factor }];
}
