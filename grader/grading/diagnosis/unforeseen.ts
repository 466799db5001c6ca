import { type RecordedAnswer, readNamedAnswers } from '../../workbook/namedAnswers';
import { loadFunctions, type Workbook } from '../../workbook/workbook';
import type { Plan } from '../plan';
import type { Diagnosis } from '../report';
import { behaviourOf } from './behaviour';
import { type AskAnew, diagnoseNamed } from './named';

/** Why an answer is wrong, or else how it behaves, as far as that is wanted and tells something. */
export interface Explanation {
  readonly diagnosis: readonly Diagnosis[];
  readonly behaviour: readonly RecordedAnswer[] | null;
  /** Whether more could be told where constants can be solved for, as they cannot in a handout. */
  readonly solvesElsewhere?: boolean;
}

export const NO_EXPLANATION: Explanation = { diagnosis: [], behaviour: null };

/**
 * Of an answer that matches no misconception: the question that an instructor wrote for such answers, or else how it
 * behaves.
 */
export async function explainUnforeseen(
  workbook: Workbook,
  { exercise, handsOver }: Plan,
  tellsBehaviour: boolean,
  askAnew: AskAnew,
): Promise<Explanation> {
  const named = readNamedAnswers(workbook.root, exercise.name);
  const functions = named.length > 0 && handsOver ? await loadFunctions(workbook) : {};
  const question = await diagnoseNamed(named, functions, askAnew);
  if (question !== null) return { diagnosis: [question], behaviour: null };
  return { diagnosis: [], behaviour: tellsBehaviour ? await behaviourOf(exercise, askAnew) : null };
}
