import { agrees, DEFAULT_TOLERANCE } from '../../authoring/compare';
import type { Input } from '../../authoring/values';
import type { Outcome } from '../../sandbox/host/outcome';
import type { NamedAnswer, Recorded, RecordedAnswer } from '../../workbook/namedAnswers';
import { answerToJson } from '../json';
import type { Diagnosis, Json } from '../report';
import { errorKind } from './sameOutcome';

/** Uses the learner's function, loaded anew; null when it cannot be. */
type AskAnew = <T>(use: (ask: (inputs: readonly Input[]) => Promise<Outcome>) => Promise<T>) => Promise<T | null>;

/**
 * The question of the named wrong answer that a learner's function behaves like: it comes to the same on everything that
 * was recorded. None when several ask different questions.
 */
export async function diagnoseNamed(named: readonly NamedAnswer[], askAnew: AskAnew): Promise<Diagnosis | null> {
  const hits: NamedAnswer[] = [];
  for (const one of named) {
    const isHit = await askAnew(async (ask) => {
      for (const answer of one.answers) if (!isSame(await ask(inputsOf(answer)), answer)) return false;
      return true;
    });
    if (isHit === true) hits.push(one);
  }
  if (hits.length === 0 || hits.some(({ question }) => question !== hits[0].question)) return null;
  return { misconception: hits[0].name, question: hits[0].question, factor: null };
}

/** Whether a function of our own comes to the same as what was recorded. */
export function behavesLike({ answers }: NamedAnswer, outcomeOn: (inputs: readonly Input[]) => Outcome): boolean {
  return answers.every((answer) => isSame(outcomeOn(inputsOf(answer)), answer));
}

function inputsOf({ inputs }: RecordedAnswer): readonly Input[] {
  return inputs.map((one) => numbersOf(one) as Input);
}

/** Recorded values are JSON: what it lacks is a text. */
function numbersOf(value: Recorded): number | readonly unknown[] {
  return typeof value === 'object' ? value.map(numbersOf) : Number(value);
}

function isSame(outcome: Outcome, { got, threw }: RecordedAnswer): boolean {
  if (outcome.kind === 'threw') return threw !== null && errorKind(outcome.message) === errorKind(threw);
  return outcome.kind === 'returned' && got !== null && isSameValue(answerToJson(outcome.answer), got);
}

function isSameValue(mine: Json, recorded: Recorded): boolean {
  if (typeof recorded === 'object')
    return (
      Array.isArray(mine) && mine.length === recorded.length && recorded.every((one, i) => isSameValue(mine[i], one))
    );
  if (typeof mine !== 'number' || typeof recorded !== 'number') return mine === recorded;
  return agrees(mine, recorded, DEFAULT_TOLERANCE);
}
