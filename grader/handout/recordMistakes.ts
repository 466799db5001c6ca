import type { Misconception, Misconceptions } from '../authoring/misconceptions';
import { answerWith, type Slips, slipList, slipPairs } from '../authoring/slips';
import { InProcessOutcomes } from '../grading/diagnosis/inProcess';
import { bestSuspect } from '../grading/diagnosis/misconception';
import { slipsFinder } from '../grading/diagnosis/slips';
import { suspectsOf } from '../grading/diagnosis/suspect';
import { losesPoints } from '../grading/judge';
import type { Plan } from '../grading/plan';
import type { RecordedMistakes } from '../grading/recorded/mistakes';
import type { PooledOutcomes } from '../grading/recorded/outcomes';
import { AnswerPool } from './answerPool';

/** Numbers of the largest case that decides what is told of two slips: a few large ones would take most of the time. */
export const LARGEST = 10_000;

/** Records what each misconception and any two slips come to, so that answers can be compared with them. */
export function recordMistakes(plan: Plan, misconceptions: Misconceptions, slips: Slips | null): RecordedMistakes {
  const pool = new AnswerPool();
  const pooled = (answer: Misconception['answer']) => pool.outcomes(plan, new InProcessOutcomes(answer));
  return {
    suspects: Object.entries(misconceptions).map(([name, { question, on, answer }]) => ({
      name,
      question,
      on,
      outcomes: pooled(answer),
    })),
    pairs: slips === null ? [] : recordPairs(plan, misconceptions, slips, pooled),
    solves: slips !== null && slipList(slips).some(({ slip }) => slip.between !== undefined),
    pool: pool.answers,
  };
}

/** The pairs of which something is told, and no misconception is named in their place. */
function recordPairs(
  plan: Plan,
  misconceptions: Misconceptions,
  slips: Slips,
  pooled: (answer: Misconception['answer']) => PooledOutcomes,
): RecordedMistakes['pairs'] {
  const suspects = suspectsOf(misconceptions);
  const small = { ...plan, cases: plan.cases.filter(({ size }) => size <= LARGEST) };
  const find = slipsFinder(slips);
  return slipPairs(slips).flatMap((pair) => {
    const answer = answerWith(slips, pair);
    const outcomes = new InProcessOutcomes(answer);
    if (!losesPoints(plan, outcomes) || bestSuspect(small, outcomes, suspects) !== null) return [];
    const told = find?.(small, outcomes) ?? [];
    return told.length === 0 ? [] : [{ told, outcomes: pooled(answer) }];
  });
}
