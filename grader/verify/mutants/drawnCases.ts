import { caseInputs } from '../../authoring/caseInputs';
import { kindOfDraw } from '../../authoring/draws';
import type { AnyCheck, Exercise } from '../../authoring/exercise';
import { agreesWithReference } from '../../authoring/properties';
import type { Input, Value } from '../../authoring/values';
import { copyInput } from '../../grading/copyInput';
import { InProcessOutcomes } from '../../grading/diagnosis/inProcess';
import { losesPoints } from '../../grading/judge';
import { makePlan } from '../../grading/plan';
import type { Runnable } from './runnable';
import { sameNumbers } from './sameNumbers';

interface Drawn {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly expected: Value;
  readonly checks: readonly AnyCheck[];
}

/**
 * Many draws of an exercise's domains, those that its checks are on and further ones like them. Whoever passes these
 * checks on every draw, and changes no argument where that is asked anywhere, is right.
 */
export class DrawnCases {
  private readonly cases: readonly Drawn[];

  constructor(
    private readonly exercise: Exercise,
    private readonly seed: string,
    count: number,
  ) {
    const kinds = [...exercise.domains.keys()].map((kind) => ({ kind, checks: checksOn(exercise, kind) }));
    this.cases = Array.from({ length: kinds.length === 0 ? 0 : count }, (_, i) => {
      const { kind, checks } = kinds[i % kinds.length];
      const name = `${kind} ${1 + Math.floor(i / kinds.length)}`;
      const inputs = caseInputs(exercise, name, seed);
      return { name, inputs, expected: exercise.reference(...inputs.map(copyInput)), checks };
    });
  }

  /** Whether `answer` is right on all of them. */
  allRight(answer: Runnable['answer']): boolean {
    return this.cases.every((drawn) => clearlyRight(answer, drawn) || this.judgedRight(answer, drawn));
  }

  private judgedRight(answer: Runnable['answer'], { name, checks }: Drawn): boolean {
    const plan = makePlan({ ...this.exercise, checks: checks.map((check) => ({ ...check, on: [name] })) }, this.seed);
    return !losesPoints(plan, new InProcessOutcomes(answer));
  }
}

/**
 * What must hold on draws of one kind: the checks on some of them, and that arguments stay as they are where that is
 * asked of any case. Agreement with the reference where no check is on them.
 */
function checksOn({ checks }: Exercise, kind: string): readonly AnyCheck[] {
  const own = checks.filter(({ on }) => on.some((name) => kindOfDraw(name) === kind));
  const further = checks.filter((check) => check.holds.kind === 'inputs-unchanged' && !own.includes(check));
  const agreement = { id: 'agrees', title: 'The answer is right', points: 1, on: [], holds: agreesWithReference() };
  return [...(own.length === 0 ? [agreement] : own), ...further];
}

/**
 * Whether plain arrays of the right numbers come back: what nearly always decides, in a tenth of the time that judging
 * takes.
 */
function clearlyRight(answer: Runnable['answer'], { inputs, expected, checks }: Drawn): boolean {
  const given = inputs.map(copyInput);
  let value: unknown;
  try {
    value = answer(...given);
  } catch {
    return false;
  }
  return checks.every(({ holds }) => {
    switch (holds.kind) {
      case 'agreement':
        return sameNumbers(value, expected, holds.tolerance);
      case 'one-of':
        return holds.answers(inputs).some((one: Value) => sameNumbers(value, one, holds.tolerance));
      case 'inputs-unchanged':
        return sameNumbers(given, inputs, holds.tolerance);
      default:
        return false;
    }
  });
}
