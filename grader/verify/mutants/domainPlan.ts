import { DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../authoring/compare';
import type { AnyCheck, Exercise } from '../../authoring/exercise';
import { makePlan, type Plan } from '../../grading/plan';
import { drawsOf } from './draws';

/**
 * The plan of an exercise whose cases are draws of its domain. Whoever loses nothing there is right: answers agree as
 * closely as the exercise's most generous check asks, and arguments stay as they are where one of its checks says so.
 */
export function domainPlan(exercise: Exercise, seed: string, draws: number): Plan {
  const inputs = drawsOf(exercise, seed, draws);
  const cases = Object.fromEntries(inputs.map((drawn, i) => [`draw ${i + 1}`, () => drawn]));
  const on = Object.keys(cases);
  const properties = exercise.checks.map(({ holds }) => holds);
  const agreement = loosest(properties.flatMap((holds) => (holds.kind === 'agreement' ? [holds.tolerance] : [])));
  const unchanged = loosest(
    properties.flatMap((holds) => (holds.kind === 'inputs-unchanged' ? [holds.tolerance] : [])),
  );
  const check = (holds: AnyCheck['holds']): AnyCheck => ({ id: holds.kind, title: holds.kind, points: 1, on, holds });
  const checks = [
    check({ kind: 'agreement', tolerance: agreement ?? DEFAULT_TOLERANCE }),
    ...(unchanged === null ? [] : [check({ kind: 'inputs-unchanged', tolerance: unchanged ?? EXACT })]),
  ];
  return makePlan({ ...exercise, cases, checks }, seed);
}

function loosest(tolerances: readonly Tolerance[]): Tolerance | null {
  if (tolerances.length === 0) return null;
  return {
    rtol: Math.max(...tolerances.map(({ rtol }) => rtol)),
    atol: Math.max(...tolerances.map(({ atol }) => atol)),
  };
}
