import { caseInputs } from '../../authoring/caseInputs';
import { domainOfCase } from '../../authoring/draws';
import { type Exercise, hasSeveralRightAnswers } from '../../authoring/exercise';
import type { Input } from '../../authoring/values';
import { countNumbers } from '../../sandbox/host/pack';
import type { RecordedAnswer } from '../../workbook/namedAnswers';
import { outcomeOf } from './inProcess';
import type { AskAnew } from './named';
import { type Came, recordedInput, recordedOutcome, sameCame } from './recordedAnswers';

/** The seed of the inputs. It is nobody's own, so that answers which were graded on any seeds can be compared. */
const SEED = 'workbook';

/** Numbers of an input, and inputs: what is kept of a behaviour is read by people, too. */
const MAX_NUMBERS = 60;
const MAX_PROBES = 32;
/** Characters that an answer to so few numbers may have as JSON. */
const MAX_ANSWER = 4000;

/** Inputs that are the same for everybody, and what the reference comes to. */
interface Probe {
  readonly inputs: readonly Input[];
  readonly right: Came;
}

const known = new WeakMap<Exercise, readonly Probe[]>();

/**
 * How a wrong answer behaves: what it comes to on the exercise's small cases and draws, those with one right answer. These
 * are the same whatever seed it was graded with.
 *
 * @returns null when that tells nothing: what comes back is right there, or too large to keep
 */
export async function behaviourOf(exercise: Exercise, askAnew: AskAnew): Promise<readonly RecordedAnswer[] | null> {
  const probes = probesOf(exercise);
  const answers = await askAnew(async (ask) => {
    const all: RecordedAnswer[] = [];
    for (const { inputs } of probes) {
      const came = recordedOutcome(await ask(inputs));
      if (came === null || JSON.stringify(came).length > MAX_ANSWER) return null;
      all.push({ inputs: inputs.map(recordedInput), ...came });
    }
    return all;
  });
  if (answers === null || answers.every((answer, i) => sameCame(answer, probes[i].right))) return null;
  return answers;
}

/** The author's cases first, which show most; of them and of the draws the smallest. */
function probesOf(exercise: Exercise): readonly Probe[] {
  const before = known.get(exercise);
  if (before !== undefined) return before;
  const inSomeOrder = new Set(exercise.checks.flatMap(({ on, holds }) => (holds.kind === 'one-of' ? on : [])));
  const names = [...new Set(exercise.checks.flatMap(({ on }) => on))].filter(
    (name) => !hasSeveralRightAnswers(exercise, name) && !inSomeOrder.has(name),
  );
  const cases = names.map((name) => {
    const inputs = caseInputs(exercise, name, SEED);
    const size = inputs.reduce<number>((sum, input) => sum + countNumbers(input), 0);
    return { inputs, size, isDrawn: domainOfCase(name, exercise.domains) !== null };
  });
  const probes = cases
    .filter(({ size }) => size <= MAX_NUMBERS)
    .sort((a, b) => Number(a.isDrawn) - Number(b.isDrawn) || a.size - b.size)
    .slice(0, MAX_PROBES)
    .flatMap(({ inputs }) => {
      const right = recordedOutcome(outcomeOf(exercise.reference, inputs, false));
      return right === null ? [] : [{ inputs, right }];
    });
  known.set(exercise, probes);
  return probes;
}
