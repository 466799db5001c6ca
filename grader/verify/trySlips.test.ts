import { expect, test } from 'vitest';
import { entrywise } from '../authoring';
import { slipsOf } from '../authoring/slips';
import { makePlan } from '../grading/plan';
import { loadMisconceptions, loadSlips, loadWorkbook } from '../workbook/workbook';
import { trySlips } from './trySlips';

const SEED = 'workbook';

test('of two slips at once, nine in ten are told, in every exercise', async () => {
  const workbook = await loadWorkbook();
  for (const exercise of workbook.exercises) {
    const slips = await loadSlips(workbook, exercise.name);
    if (slips === null) continue;
    const misconceptions = await loadMisconceptions(workbook, exercise.name);
    const { pairs, told } = trySlips(makePlan(exercise, SEED), slips, misconceptions, SEED);
    expect(told / pairs, exercise.name).toBeGreaterThanOrEqual(0.9);
  }
});

test('an answer that is wrong with every step right is a problem', async () => {
  const { exercises } = await loadWorkbook();
  const [relu] = exercises.filter(({ name }) => name === 'relu');
  const slips = slipsOf<(Z: number[][]) => number[][], { negative: (z: number) => number }>(
    { negative: { right: (z) => z, slips: {} } },
    ({ negative }) => entrywise((z) => (z > 0 ? z : negative(z))),
  );
  const { problems } = trySlips(makePlan(relu, SEED), slips, {}, SEED);
  expect(problems).toEqual(['fixtures/relu/slips.ts: with every step right the answer loses points (seed workbook).']);
});
