import { DEFAULT_TOLERANCE, distance, type Tolerance } from '../../authoring/compare';
import type { AnyCheck, Exercise } from '../../authoring/exercise';
import type { Input } from '../../authoring/values';
import { copyInput } from '../../grading/copyInput';
import { InProcessOutcomes } from '../../grading/diagnosis/inProcess';
import { losesPoints } from '../../grading/judge';
import { makePlan } from '../../grading/plan';
import { drawsOf } from './draws';
import type { Runnable } from './program';

interface Draw {
  readonly inputs: readonly Input[];
  readonly expected: unknown;
}

/**
 * Draws of what an exercise's function is for. Whoever answers all of them as the reference does is right: answers
 * agree as closely as the most generous check asks, and arguments stay as they are where a check says so.
 */
export class Domain {
  private readonly draws: readonly Draw[];
  private readonly agreement: Tolerance;
  private readonly unchanged: Tolerance | null;

  constructor(
    private readonly exercise: Exercise,
    private readonly seed: string,
    count: number,
  ) {
    const { checks, reference } = exercise;
    this.draws = drawsOf(exercise, seed, count).map((inputs) => ({
      inputs,
      expected: reference(...inputs.map(copyInput)),
    }));
    this.agreement = loosest(checks, 'agreement') ?? DEFAULT_TOLERANCE;
    this.unchanged = loosest(checks, 'inputs-unchanged');
  }

  /** Whether `answer` is right on every draw. */
  agrees(answer: Runnable['answer']): boolean {
    return this.draws.every((draw) => this.clearlyRight(answer, draw) || this.judgedRight(answer, draw));
  }

  /** Whether plain arrays of the right numbers come back: what nearly always decides, in a tenth of the time. */
  private clearlyRight(answer: Runnable['answer'], { inputs, expected }: Draw): boolean {
    const given = inputs.map(copyInput);
    try {
      if (!sameNumbers(answer(...given), expected, this.agreement)) return false;
    } catch {
      return false;
    }
    return this.unchanged === null || sameNumbers(given, inputs, this.unchanged);
  }

  private judgedRight(answer: Runnable['answer'], { inputs }: Draw): boolean {
    const checks = [checkOf({ kind: 'agreement', tolerance: this.agreement })];
    if (this.unchanged !== null) checks.push(checkOf({ kind: 'inputs-unchanged', tolerance: this.unchanged }));
    const plan = makePlan({ ...this.exercise, cases: { draw: () => inputs }, checks }, this.seed);
    return !losesPoints(plan, new InProcessOutcomes(answer));
  }
}

function checkOf(holds: AnyCheck['holds']): AnyCheck {
  return { id: holds.kind, title: holds.kind, points: 1, on: ['draw'], holds };
}

function loosest(checks: readonly AnyCheck[], kind: 'agreement' | 'inputs-unchanged'): Tolerance | null {
  const tolerances = checks.flatMap(({ holds }) => (holds.kind === kind ? [holds.tolerance] : []));
  if (tolerances.length === 0) return null;
  return {
    rtol: Math.max(...tolerances.map(({ rtol }) => rtol)),
    atol: Math.max(...tolerances.map(({ atol }) => atol)),
  };
}

/** Whether two values are made of plain arrays and records in the same way, with numbers that agree. */
function sameNumbers(got: unknown, want: unknown, tolerance: Tolerance): boolean {
  if (typeof want === 'number') return typeof got === 'number' && distance(got, want, tolerance) <= 1;
  if (typeof want === 'function') return true;
  if (Array.isArray(want))
    return (
      Array.isArray(got) && got.length === want.length && want.every((item, i) => sameNumbers(got[i], item, tolerance))
    );
  return (
    isRecord(want) &&
    isRecord(got) &&
    sameKeys(got, want) &&
    Object.keys(want).every((key) => sameNumbers(got[key], want[key], tolerance))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function sameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}
