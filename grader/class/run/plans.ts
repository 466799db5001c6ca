import type { Exercise } from '../../authoring/exercise';
import type { Input } from '../../authoring/values';
import { makePlan, type Plan } from '../../grading/plan';

/** Plans by seed. Those of the class' own seed are made once and shared; a student's own are made for the student. */
export class Plans {
  private readonly shared = new Map<string, Plan>();

  constructor(private readonly seed: string) {}

  /** The inputs of all calls that the class' own seed makes. */
  inputs(exercises: readonly Exercise[]): readonly (readonly Input[])[] {
    return exercises.flatMap((exercise) => this.source(this.seed)(exercise).calls.map(({ inputs }) => inputs));
  }

  /** Where the grading of one submission with `seed` gets its plans. */
  source(seed: string): (exercise: Exercise) => Plan {
    if (seed !== this.seed) return (exercise) => makePlan(exercise, seed);
    return (exercise) => {
      const known = this.shared.get(exercise.name);
      if (known !== undefined) return known;
      const plan = makePlan(exercise, seed);
      this.shared.set(exercise.name, plan);
      return plan;
    };
  }
}
