import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { type Call, makePlan, newCall } from '../grading/plan';
import { formatList } from '../text/lists';
import { type Bench, caseCall, type Tried, tryCall } from './tryOut';

/** Cases by name, with what the chapter makes of one exercise's answer in the next. */

/**
 * The exercise on its case of that name: where the chapter makes its arguments of another exercise's answer, that one
 * first.
 *
 * @throws UserError
 */
export async function tryCase(bench: Bench, exercise: Exercise, typed: string): Promise<readonly Tried[]> {
  const { call, about } = namedCase(bench, exercise, typed);
  const follows = exercise.follows?.[call.caseName];
  const other = bench.workbook.exercises.find(({ name }) => name === follows?.exercise);
  if (follows === undefined || other === undefined) return [await tryCall(bench, exercise, call, about, true)];
  const first = await tryIfItRuns(bench, other, follows.caseName);
  if (first === null || first.value === null) {
    const without = `${about}, with the answer of ${other.name} that is expected, as yours has another kind`;
    const noAnswer = `${about}, with the answer of ${other.name} that is expected, as yours cannot be called yet`;
    const tried = await tryCall(bench, exercise, call, first === null ? noAnswer : without, true);
    return first === null ? [tried] : [first, tried];
  }
  const own = newCall(exercise, call.caseName, follows.inputs(first.value));
  return [first, await tryCall(bench, exercise, own, `${about}, on your own answer of ${other.name}`, true)];
}

/** Null where the learner's function cannot be called, or does not come back. */
async function tryIfItRuns(bench: Bench, exercise: Exercise, caseName: string): Promise<Tried | null> {
  const { call, about } = namedCase(bench, exercise, caseName);
  try {
    return await tryCall(bench, exercise, call, about, true);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A call, and what its inputs are in a few words. */
interface Chosen {
  readonly call: Call;
  readonly about: string;
}

/** The case called `typed`, or the only one whose name begins so. */
function namedCase({ seed, workbook }: Bench, exercise: Exercise, typed: string): Chosen {
  const plan = makePlan(exercise, seed);
  const beginning = plan.cases.filter(({ caseName, drawn }) => !drawn && caseName.startsWith(typed.toLowerCase()));
  const call = caseCall(plan, typed) ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (call !== undefined) return { call, about: `case "${call.caseName}" (seed ${seed})` };
  const elsewhere = workbook.exercises.find(({ cases }) => Object.hasOwn(cases, typed));
  const advice =
    elsewhere === undefined
      ? `Cases: ${formatList(Object.keys(exercise.cases))}.`
      : `${elsewhere.name} has one: npm run try -- ${elsewhere.name} --case ${typed}`;
  throw new UserError(`${exercise.name} has no case "${typed}". ${advice}`);
}

/** What to type to go on as the chapter does, from this case of this exercise; null at its end. */
export function nextInChapter({ workbook }: Bench, { exercise, example }: Tried): string | null {
  for (const { name, follows = {} } of workbook.exercises) {
    for (const [caseName, { exercise: before, caseName: on }] of Object.entries(follows)) {
      if (before === exercise.name && on === example.case) return `npm run try -- ${name} --case ${caseName}`;
    }
  }
  return null;
}
