import type { Misconception } from '../../authoring/misconceptions';
import { answerWith, slipPairs } from '../../authoring/slips';
import type { Input } from '../../authoring/values';
import { diagnose } from '../../grading/diagnosis/diagnose';
import { InProcessOutcomes, outcomeOf } from '../../grading/diagnosis/inProcess';
import { mistakesOf } from '../../grading/diagnosis/mistakes';
import { judge } from '../../grading/judge';
import { makePlan, type Plan } from '../../grading/plan';
import { scoreOf } from '../../grading/run';
import { findCounterexample } from '../../grading/tutor/counterexample/find';
import { loadMisconceptions, loadSlips, loadVariants, loadWorkbook } from '../../workbook/workbook';

/**
 * Run by itself in the kit, or in a handout: prints what the workbook there tells of every answer that the workbook
 * `ROOT` ships. `toldOfMistakes.ts ROOT EVERY EXERCISE...`: of two slips at once, one pair in EVERY is tried.
 */

async function told(plan: Plan, answer: Misconception['answer'], mistakes: Awaited<ReturnType<typeof mistakesOf>>) {
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
  };
}

async function main([root, every, ...names]: readonly string[]): Promise<void> {
  const workbook = await loadWorkbook();
  const source = { ...workbook, root };
  for (const exercise of workbook.exercises.filter(({ name }) => names.includes(name))) {
    const { name } = exercise;
    const plan = makePlan(exercise, 'workbook');
    const mistakes = await mistakesOf(workbook, plan);
    const slips = await loadSlips(source, name);
    const pairs = slips === null ? [] : slipPairs(slips).filter((_, i) => i % Number(every) === 0);
    const answers: readonly (readonly [string, Misconception['answer']])[] = [
      ...Object.entries(await loadVariants(source, name)),
      ...Object.entries(await loadMisconceptions(source, name)).map(([key, { answer }]) => [key, answer] as const),
      ...(slips === null
        ? []
        : pairs.map((pair) => [pair.map((made) => made.name).join(' and '), answerWith(slips, pair)] as const)),
    ];
    for (const [key, answer] of answers)
      process.stdout.write(`${name} ${key}: ${JSON.stringify(await told(plan, answer, mistakes))}\n`);
  }
}

main(process.argv.slice(2));
