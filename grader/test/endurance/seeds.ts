import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Exercise } from '../../authoring/exercise';
import type { Misconception } from '../../authoring/misconceptions';
import { InProcessOutcomes } from '../../grading/diagnosis/inProcess';
import { judge } from '../../grading/judge';
import { makePlan, type Plan } from '../../grading/plan';
import { compile } from '../../submission/compile';
import { KIT_ROOT } from '../../workbook/paths';
import { loadMisconceptions, loadVariants, loadWorkbook } from '../../workbook/workbook';
import { publishedAnswers } from '../reality/publishedAnswers';

/** On whatever seed a class is graded: no right answer loses a point, and no wrong one keeps them all. */

const SEEDS = ['workbook', ...Array.from({ length: 99 }, (_, i) => `seed ${i + 1}`)];

type Answer = Misconception['answer'];

/** The function of an exercise in `files`, by exercise; the model answers stand in for what is not there. */
function answerOf(name: string, files: Readonly<Record<string, string>> = {}): Answer {
  const loaded = new Map<string, Record<string, unknown>>();
  function load(specifier: string): Record<string, unknown> {
    if (specifier === 'mathjs') return require(specifier);
    const id = path.basename(specifier);
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const result = compile(
      files[id] ?? fs.readFileSync(path.join(KIT_ROOT, 'solutions', `${id}.ts`), 'utf8'),
      `${id}.ts`,
    );
    if (!('code' in result)) throw new Error(`${id}.ts:${result.line}: ${result.message}`);
    const exports = {};
    loaded.set(id, exports);
    new Function('exports', 'require', result.code)(exports, load);
    return exports;
  }
  return load(`./${name}`)[name] as Answer;
}

function published(name: string, must: 'full' | 'less'): readonly (readonly [id: string, answer: Answer])[] {
  return publishedAnswers()
    .filter((one) => one.exercise === name && one.must === must)
    .flatMap(({ id, files }) => {
      try {
        return [[id, answerOf(name, files)] as const];
      } catch (error) {
        // What does not even load has no points, whatever the seed.
        if (must === 'less') return [];
        throw error;
      }
    });
}

/** The checks that an answer does not pass. */
function lost(plan: Plan, answer: Answer): readonly string[] {
  const verdicts = judge(plan, new InProcessOutcomes(answer));
  return plan.checks.filter((_, i) => verdicts[i].status !== 'passed').map(({ check }) => check.id);
}

async function unjust(exercise: Exercise, seeds: readonly string[]): Promise<readonly string[]> {
  const { name } = exercise;
  const workbook = await loadWorkbook();
  const variants = Object.entries(await loadVariants(workbook, name));
  const misconceptions = Object.entries(await loadMisconceptions(workbook, name));
  const right = [['the model answer', answerOf(name)] as const, ...variants, ...published(name, 'full')];
  const wrong = [...misconceptions.map(([id, { answer }]) => [id, answer] as const), ...published(name, 'less')];
  return seeds.flatMap((seed) => {
    const plan = makePlan(exercise, seed);
    const losers = right.flatMap(([id, answer]) =>
      lost(plan, answer).map((check) => `${id} loses ${check} on ${seed}`),
    );
    const winners = wrong
      .filter(([, answer]) => lost(plan, answer).length === 0)
      .map(([id]) => `${id} wins on ${seed}`);
    return [...losers, ...winners].map((sentence) => `${name}: ${sentence}`);
  });
}

test('on 100 seeds right answers keep every point and wrong ones lose some', async () => {
  const { exercises } = await loadWorkbook();
  const found: string[] = [];
  for (const exercise of exercises) found.push(...(await unjust(exercise, SEEDS)));
  expect(found).toEqual([]);
}, 1_800_000);
