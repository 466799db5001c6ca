import type { Misconception } from '../../authoring/misconceptions';
import type { Input } from '../../authoring/values';
import type { Outcome } from '../../sandbox/host/outcome';
import { seededRandom } from '../../sandbox/protocol/seededRandom';
import { asAnswer } from '../coerce';
import { copyInput } from '../copyInput';
import type { Outcomes } from '../judge';
import type { Call } from '../plan';
import { withRandom } from '../withRandom';

/**
 * What the calls of a plan come to with a function of our own (the reference, a misconception, a variant), as a guest
 * would report it. Worked out when first asked for: most comparisons are decided by small calls.
 */
export class InProcessOutcomes implements Outcomes {
  private readonly known = new Map<Call, Outcome>();

  constructor(private readonly answer: Misconception['answer']) {}

  get(call: Call): Outcome {
    const known = this.known.get(call);
    if (known !== undefined) return known;
    const outcome = outcomeOf(this.answer, call.inputs, call.unchanged !== null);
    this.known.set(call, outcome);
    return outcome;
  }
}

/** What a call of a function of our own comes to, with the random numbers that the guest would hand out. */
export function outcomeOf(answer: Misconception['answer'], given: readonly Input[], withInputs: boolean): Outcome {
  const inputs = given.map(copyInput);
  let value: unknown;
  try {
    value = withRandom(seededRandom().random, () => answer(...inputs));
  } catch (error) {
    return { kind: 'threw', message: String(error), place: null };
  }
  return { kind: 'returned', answer: asAnswer(value), inputs: withInputs ? inputs.map(asAnswer) : null };
}

/** What the reference comes to on any call; it leaves its arguments as they are. */
export function referenceOutcomes(): { readonly get: (call: Call) => Outcome } {
  const known = new Map<Call, Outcome>();
  return {
    get(call) {
      const outcome = known.get(call) ?? {
        kind: 'returned' as const,
        answer: asAnswer(call.expected()),
        inputs: call.unchanged === null ? null : call.inputs.map(asAnswer),
      };
      known.set(call, outcome);
      return outcome;
    },
  };
}
