import { compare } from '../authoring/compare';
import type { AnyCheck, Exercise } from '../authoring/exercise';
import type { Misconception, Misconceptions, Variants } from '../authoring/misconceptions';
import type { Input } from '../authoring/values';
import { coerce } from '../grading/coerce';
import { InProcessOutcomes, outcomeOf } from '../grading/diagnosis/inProcess';
import { judge } from '../grading/judge';
import { type Call, makePlan, type Plan } from '../grading/plan';
import { toleranceOf } from '../grading/reportedExample';
import { type Found, findCounterexample } from '../grading/tutor/counterexample/find';
import { startOf } from '../grading/tutor/counterexample/starts';
import { failureOn, ofOneCall } from '../grading/tutor/counterexample/trial';

/** What the search comes to with one misconception as the answer. */
export interface Searched {
  readonly name: string;
  /** Null where no single call shows what is wrong: arguments that are changed, an order that is not random. */
  readonly found: Found | null;
  /** Why it must not be shown to anybody; empty when it may. */
  readonly problems: readonly string[];
}

/** Searches a counterexample for every misconception, and proves each by asking again, without the search. */
export async function searchAll(
  exercise: Exercise,
  misconceptions: Misconceptions,
  variants: Variants,
  seed: string,
): Promise<readonly Searched[]> {
  const plan = makePlan(exercise, seed);
  const searched: Searched[] = [];
  for (const [name, { answer }] of Object.entries(misconceptions)) {
    const outcomes = new InProcessOutcomes(answer);
    const verdicts = judge(plan, outcomes);
    const ask = async (inputs: readonly Input[]) => outcomeOf(answer, inputs, false);
    const found = await findCounterexample(plan, outcomes, verdicts, (use) => use(ask));
    const missing = found === null && startOf(plan, outcomes, verdicts) !== null;
    const why = missing ? ['goes wrong, but not twice on the same inputs'] : problemsOf(plan, found, answer, variants);
    const problems = why.map(
      (problem) =>
        `the misconception "${name}" ${problem} (seed ${seed}). Narrow the domain to inputs on which right answers agree, or make the misconception depend on its arguments alone.`,
    );
    searched.push({ name, found, problems });
  }
  return searched;
}

function problemsOf(plan: Plan, found: Found | null, answer: Misconception['answer'], variants: Variants): string[] {
  if (found === null) return [];
  const { index, failing, works } = found;
  const check = ofOneCall(plan, index);
  if (check === null) return [];
  const shown = (call: Call) => JSON.stringify(call.inputs).slice(0, 200);
  const losing = Object.entries(variants).find(([, variant]) => fails(plan, check, failing.call, variant));
  return [
    ...(fails(plan, check, failing.call, answer)
      ? []
      : [`is said to go wrong on ${shown(failing.call)}, and does not`]),
    ...(losing === undefined
      ? []
      : [`is shown ${shown(failing.call)}, on which the variant "${losing[0]}" goes wrong, too`]),
    ...(works === null || isRight(plan, index, works, answer)
      ? []
      : [`is said to be right for ${shown(works)}, and is not`]),
  ];
}

function fails(plan: Plan, check: AnyCheck, call: Call, answer: Misconception['answer']): boolean {
  return failureOn(plan, check, call, outcomeOf(answer, call.inputs, false)) !== null;
}

function isRight(plan: Plan, index: number, call: Call, answer: Misconception['answer']): boolean {
  const { returns } = plan.exercise;
  const outcome = outcomeOf(answer, call.inputs, false);
  if (outcome.kind !== 'returned') return false;
  const result = coerce(outcome.answer, call.expected(), returns);
  const tolerance = toleranceOf(plan, index, call.caseName);
  return 'value' in result && compare(result.value, call.expected(), returns, tolerance) === null;
}
