import type { Exercise } from '../../authoring/exercise';
import { random } from '../../authoring/inputs';
import { InProcessOutcomes } from '../../grading/diagnosis/inProcess';
import { losesPoints } from '../../grading/judge';
import { makePlan, type Plan } from '../../grading/plan';
import { withRandom } from '../../grading/withRandom';
import { withinTime } from '../../sandbox/protocol/withinTime';
import { DrawnCases } from './drawnCases';
import type { Runnable } from './runnable';

/** What becomes of a mutant. Who keeps all points without being right has survived. */
export type Fate = 'caught' | 'stopped' | 'equivalent' | 'survived';

/** What counting steps does not stop, such as endless work inside a library, is stopped by the clock, in ms. */
const TIME_LIMIT = 20_000;

/** Tries implementations of one exercise, with a `Math.random` that is seeded, so that a fate is the same each time. */
export class Trial {
  private readonly plan: Plan;
  private readonly drawn: DrawnCases;

  /** @param draws of the domain, on which whoever keeps all points must agree with the reference */
  constructor(
    private readonly exercise: Exercise,
    private readonly seed: string,
    draws: number,
  ) {
    this.plan = makePlan(exercise, seed);
    this.drawn = new DrawnCases(exercise, seed, draws);
  }

  /** What becomes of what `load` loads. */
  fateOf(load: () => Runnable): Fate {
    try {
      const { uniform } = random(`${this.seed}/${this.exercise.name}`);
      // Outside of the time limit, which ends what it ends without a `finally`.
      return withRandom(uniform, () => withinTime(TIME_LIMIT, () => this.tried(load())));
    } catch (error) {
      // Whatever else it throws, it throws when it is loaded.
      return (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'stopped' : 'caught';
    }
  }

  private tried({ answer, steps }: Runnable): Fate {
    if (losesPoints(this.plan, new InProcessOutcomes(answer))) return steps.exhausted ? 'stopped' : 'caught';
    return this.drawn.allRight(answer) ? 'equivalent' : 'survived';
  }
}
