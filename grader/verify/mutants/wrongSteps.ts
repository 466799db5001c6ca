import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { random } from '../../authoring/inputs';
import type { Input } from '../../authoring/values';
import { InProcessOutcomes, outcomeOf } from '../../grading/diagnosis/inProcess';
import { judge, losesPoints } from '../../grading/judge';
import { makePlan } from '../../grading/plan';
import { findCounterexample } from '../../grading/tutor/counterexample/find';
import { loadOwnProgram } from '../../grading/tutor/trace/ownProgram';
import { rightAnswers } from '../../grading/tutor/trace/rightRuns';
import { findWrongStep } from '../../grading/tutor/wrongStep/find';
import type { Workbook } from '../../workbook/workbook';
import { type Mutant, mutantsOf } from './mutator';
import { type Implementation, implementationsOf } from './originals';
import { Program } from './runnable';
import { compiled } from './tryMutants';

export interface Told {
  readonly implementation: Implementation;
  readonly mutant: Mutant;
  readonly file: string;
  readonly inputs: readonly Input[] | null;
  readonly told: { file: string; line: number; code: string; got: unknown; expected: unknown; upTo: string } | null;
}

export async function* wrongSteps(
  workbook: Workbook,
  exercise: Exercise,
  seed: string,
  share: number,
  leaveOut: boolean,
): AsyncGenerator<Told> {
  const plan = makePlan(exercise, seed);
  const answers = await rightAnswers(workbook, exercise.name);
  const draw = random(`${seed}/${exercise.name}`);
  for (const implementation of await implementationsOf(workbook, exercise.name)) {
    const program = new Program(implementation);
    const itself = implementation.variant ?? path.basename(path.dirname(implementation.file));
    const rights = leaveOut ? answers.filter(({ name }) => name !== itself) : answers;
    for (const [file, source] of program.sources) {
      // Mistakes in answers to other exercises are set aside when an exercise is graded.
      if (file !== implementation.file && workbook.exercises.some(({ name }) => `${name}.ts` === path.basename(file)))
        continue;
      const mutants = mutantsOf(source).filter(() => draw.uniform() < share);
      for (const { mutant, code } of compiled(file, mutants)) {
        let answer: (...inputs: Input[]) => unknown;
        try {
          const runnable = program.run({ file, code });
          answer = runnable.answer;
          const outcomes = new InProcessOutcomes(answer);
          Math.random = random('x').uniform;
          if (!losesPoints(plan, outcomes) || runnable.steps.exhausted) continue;
        } catch {
          continue;
        }
        const outcomes = new InProcessOutcomes(answer);
        const verdicts = judge(plan, outcomes);
        const found = await findCounterexample(plan, outcomes, verdicts, (use) =>
          use(async (inputs) => outcomeOf(answer, inputs, false)),
        );
        if (found === null) {
          yield { implementation, mutant, file, inputs: null, told: null };
          continue;
        }
        const own = await loadOwnProgram(workbook, implementation.file, new Map([[file, mutant.text]]));
        const exported =
          implementation.variant === null
            ? own.exports[exercise.name]
            : (own.exports.variants as Record<string, unknown>)[implementation.variant];
        const trace = async (inputs: readonly Input[]) => own.trace(exported as typeof answer, inputs);
        const step = await findWrongStep(plan, found, outcomes, trace, rights);
        const told =
          step === null
            ? null
            : ({
                file: step.site.file,
                line: step.site.line,
                code: step.site.name ?? step.site.code,
                got: step.got === null ? null : [...step.got.numbers],
                expected: [...step.expected.numbers],
                upTo: step.rightUpTo?.name,
              } as unknown as Told['told']);
        yield { implementation, mutant, file, inputs: found.failing.call.inputs, told };
      }
    }
  }
}
