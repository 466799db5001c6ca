import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { random } from '../../authoring/inputs';
import type { Input } from '../../authoring/values';
import { InProcessOutcomes, outcomeOf } from '../../grading/diagnosis/inProcess';
import { judge, losesPoints } from '../../grading/judge';
import { makePlan, type Plan } from '../../grading/plan';
import { findCounterexample } from '../../grading/tutor/counterexample/find';
import { loadOwnProgram } from '../../grading/tutor/trace/ownProgram';
import { type RightAnswer, rightAnswers } from '../../grading/tutor/trace/rightRuns';
import { findWrongStep } from '../../grading/tutor/wrongStep/find';
import type { WrongStep } from '../../grading/tutor/wrongStep/wrongStep';
import { withRandom } from '../../grading/withRandom';
import type { Workbook } from '../../workbook/workbook';
import { mutantsOf } from './mutator';
import { type Implementation, implementationsOf } from './originals';
import { Program, type Runnable } from './runnable';
import { compiled } from './tryMutants';

/** What is told of the mutants of an exercise that lose points. */
export interface WrongSteps {
  readonly exercise: string;
  readonly lose: number;
  /** Of how many the first wrong step is told. */
  readonly told: number;
  /** On the line that was changed, the one before or the one after. */
  readonly right: number;
}

/** Lines from the change at which a step that is told is still right. */
const NEAR = 1;

/**
 * How often the first wrong step of a mutant is told, and how often at the change.
 *
 * @param share of the mutants that are tried, drawn by `seed`
 */
export async function wrongStepsOf(
  workbook: Workbook,
  exercise: Exercise,
  seed: string,
  share: number,
): Promise<WrongSteps> {
  const plan = makePlan(exercise, seed);
  const answers = await rightAnswers(workbook, exercise.name);
  const draw = random(`${seed}/${exercise.name}`);
  let [lose, told, right] = [0, 0, 0];
  for (const implementation of await implementationsOf(workbook, exercise.name)) {
    const program = new Program(implementation);
    for (const [file, source] of program.sources) {
      if (isOtherAnswer(workbook, implementation, file)) continue;
      const mutants = mutantsOf(source).filter(() => draw.uniform() < share);
      for (const { mutant, code } of compiled(file, mutants)) {
        const answer = losing(plan, () => program.run({ file, code }));
        if (answer === null) continue;
        lose += 1;
        const texts = new Map([[file, mutant.text]]);
        const step = await stepOf(workbook, plan, implementation, answer, texts, answers);
        if (step === null) continue;
        told += 1;
        const { site } = step;
        if (site.file === path.basename(file) && Math.abs(site.line - mutant.line) <= NEAR) right += 1;
      }
    }
  }
  return { exercise: exercise.name, lose, told, right };
}

/** Mistakes in answers to other exercises are set aside when an exercise is graded. */
function isOtherAnswer({ exercises }: Workbook, implementation: Implementation, file: string): boolean {
  return file !== implementation.file && exercises.some(({ name }) => `${name}.ts` === path.basename(file));
}

/** A mutant that loses points and comes to its end; null for any other. */
function losing(plan: Plan, load: () => Runnable): Runnable['answer'] | null {
  try {
    const { answer, steps } = withRandom(random('mutants').uniform, load);
    return losesPoints(plan, new InProcessOutcomes(answer)) && !steps.exhausted ? answer : null;
  } catch {
    return null;
  }
}

async function stepOf(
  workbook: Workbook,
  plan: Plan,
  { file, variant, exercise }: Implementation,
  answer: Runnable['answer'],
  texts: ReadonlyMap<string, string>,
  answers: readonly RightAnswer[],
): Promise<WrongStep | null> {
  const outcomes = new InProcessOutcomes(answer);
  const ask = async (inputs: readonly Input[]) => outcomeOf(answer, inputs, false);
  const found = await findCounterexample(plan, outcomes, judge(plan, outcomes), (use) => use(ask));
  if (found === null) return null;
  const program = await loadOwnProgram(workbook, file, texts);
  const functions = (variant === null ? program.exports : program.exports.variants) as Readonly<
    Record<string, unknown>
  >;
  const recorded = functions[variant ?? exercise] as (...inputs: Input[]) => unknown;
  return findWrongStep(plan, found, outcomes, async (inputs) => program.trace(recorded, inputs), answers);
}
