import fs from 'node:fs';
import path from 'node:path';
import type { Misconception, Misconceptions } from '../../authoring/misconceptions';
import { answerWith, type Slips, slipPairs } from '../../authoring/slips';
import type { Input } from '../../authoring/values';
import { diagnose } from '../../grading/diagnosis/diagnose';
import { InProcessOutcomes, outcomeOf } from '../../grading/diagnosis/inProcess';
import { mistakesOf } from '../../grading/diagnosis/mistakes';
import { judge } from '../../grading/judge';
import { makePlan, type Plan } from '../../grading/plan';
import { scoreOf } from '../../grading/run';
import { type Found, findCounterexample } from '../../grading/tutor/counterexample/find';
import { loadOwnProgram, type OwnProgram } from '../../grading/tutor/trace/ownProgram';
import { answersBeside } from '../../grading/tutor/tutor';
import { findWrongStep } from '../../grading/tutor/wrongStep/find';
import { loadModule } from '../../workbook/loadModule';
import { loadWorkbook, type Workbook } from '../../workbook/workbook';

/**
 * Run by itself in the kit, or in a handout: prints what the workbook there tells of every answer that the workbook
 * `ROOT` ships. `toldOfMistakes.ts ROOT EVERY EXERCISE...`: of two slips at once, one pair in EVERY is tried.
 */

type Answer = Misconception['answer'];
type Mistakes = Awaited<ReturnType<typeof mistakesOf>>;

/** An answer, as it is and as its steps are recorded. */
interface Traced {
  readonly answer: Answer;
  readonly traced: Answer;
  readonly program: OwnProgram;
}

async function told(workbook: Workbook, plan: Plan, { answer, traced, program }: Traced, mistakes: Mistakes) {
  const outcomes = new InProcessOutcomes(answer);
  const verdicts = judge(plan, outcomes);
  const ask = async (inputs: readonly Input[]) => outcomeOf(answer, inputs, false);
  const found = await findCounterexample(plan, outcomes, verdicts, (use) => use(ask));
  const score = scoreOf(plan, verdicts);
  return {
    score,
    findings: verdicts.map((verdict) => (verdict.status === 'failed' ? verdict.failure.finding : verdict.status)),
    diagnosis: score === plan.exercise.points ? [] : diagnose(plan, outcomes, mistakes.suspects, mistakes.slips),
    counterexample: found === null ? null : [found.failing.call.inputs, found.works?.inputs],
    wrongStep: found === null ? null : await wrongStepOf(workbook, plan, found, outcomes, program, traced),
  };
}

async function wrongStepOf(
  workbook: Workbook,
  plan: Plan,
  found: Found,
  outcomes: InProcessOutcomes,
  program: OwnProgram,
  traced: Answer,
) {
  const { name } = plan.exercise;
  const traceOf = async (inputs: readonly Input[]) => program.trace(traced, inputs);
  const { sites } = await traceOf(found.failing.call.inputs);
  const step = await findWrongStep(plan, found, outcomes, traceOf, await answersBeside(workbook, name, sites));
  if (step === null) return null;
  const { site, got, expected, rightUpTo } = step;
  const numbersOf = (value: typeof got) => value && [value.kind, value.shape, [...value.numbers].map(String)];
  return [site.line, site.column, site.code, numbersOf(got), numbersOf(expected), rightUpTo?.line];
}

/** The answers to an exercise that the workbook `source` ships. */
async function answersOf(source: Workbook, name: string, every: number): Promise<ReadonlyMap<string, Traced>> {
  const answers = new Map<string, Traced>();
  const load = async (file: string) => {
    const full = path.join(source.root, 'fixtures', name, file);
    const program = fs.existsSync(full) ? await loadOwnProgram(source, full) : null;
    return program === null ? [] : [{ program, plain: await loadModule(source.root, full) }];
  };
  for (const { program, plain } of await load('variants.ts')) {
    const [own, instrumented] = [plain, program.exports].map(({ variants }) => variants as Record<string, Answer>);
    for (const key of Object.keys(own)) answers.set(key, { answer: own[key], traced: instrumented[key], program });
  }
  for (const { program, plain } of await load('misconceptions.ts')) {
    const [own, instrumented] = [plain, program.exports].map((one) => one.misconceptions as Misconceptions);
    for (const key of Object.keys(own))
      answers.set(key, { answer: own[key].answer, traced: instrumented[key].answer, program });
  }
  for (const { program, plain } of await load('slips.ts')) {
    const [own, instrumented] = [plain, program.exports].map(({ slips }) => slips as Slips);
    const pairs = [own, instrumented].map((slips) => slipPairs(slips));
    for (const [i, pair] of pairs[0].entries())
      if (i % every === 0)
        answers.set(pair.map((made) => made.name).join(' and '), {
          answer: answerWith(own, pair),
          traced: answerWith(instrumented, pairs[1][i]),
          program,
        });
  }
  return answers;
}

async function main([root, every, ...names]: readonly string[]): Promise<void> {
  const workbook = await loadWorkbook();
  const source = { ...workbook, root };
  for (const exercise of workbook.exercises.filter(({ name }) => names.includes(name))) {
    const { name } = exercise;
    const plan = makePlan(exercise, 'workbook');
    const mistakes = await mistakesOf(workbook, plan);
    for (const [key, answer] of await answersOf(source, name, Number(every)))
      process.stdout.write(`${name} ${key}: ${JSON.stringify(await told(workbook, plan, answer, mistakes))}\n`);
  }
}

main(process.argv.slice(2));
