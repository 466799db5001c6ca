import type { Functions } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import type { Outcome } from '../../sandbox/host/outcome';
import type { NamedAnswer, RecordedAnswer } from '../../workbook/namedAnswers';
import type { Diagnosis } from '../report';
import { inputsOf, recordedOutcome, sameCame } from './recordedAnswers';

/** Uses the learner's function, loaded anew; null when it cannot be. */
export type AskAnew = <T>(
  use: (ask: (inputs: readonly Input[]) => Promise<Outcome>) => Promise<T>,
) => Promise<T | null>;

/**
 * The question of the named wrong answer that a learner's function behaves like: it comes to the same on everything that
 * was recorded. None when several ask different questions.
 */
export async function diagnoseNamed(
  named: readonly NamedAnswer[],
  functions: Functions,
  askAnew: AskAnew,
): Promise<Diagnosis | null> {
  const hits: NamedAnswer[] = [];
  for (const one of named) {
    const isHit = await askAnew(async (ask) => {
      for (const answer of one.answers) {
        const inputs = inputsOf(answer, functions);
        if (inputs === null || !cameTo(await ask(inputs), answer)) return false;
      }
      return true;
    });
    if (isHit === true) hits.push(one);
  }
  if (hits.length === 0 || hits.some(({ question }) => question !== hits[0].question)) return null;
  return { misconception: hits[0].name, question: hits[0].question, factor: null };
}

/** Whether a function of our own comes to the same as what was recorded. */
export function behavesLike(
  { answers }: NamedAnswer,
  functions: Functions,
  outcomeOn: (inputs: readonly Input[]) => Outcome,
): boolean {
  return answers.every((answer) => {
    const inputs = inputsOf(answer, functions);
    return inputs !== null && cameTo(outcomeOn(inputs), answer);
  });
}

function cameTo(outcome: Outcome, answer: RecordedAnswer): boolean {
  const came = recordedOutcome(outcome);
  return came !== null && sameCame(came, answer);
}
