import { afterAll, expect, test } from 'vitest';
import { loadWorkbook } from '../../workbook/workbook';
import { rightAnswers } from '../support/variantSources';
import { WarmGrader } from '../support/warmGrader';
import { crashes, isPlaceNamed } from './sample';

/** Part of the suite `mutants`, as grading two hundred answers takes longer than `npm test` may. */

const COUNT = 200;
/** The share of crashes whose place is named. */
const NAMED = 0.8;

const grader = new WarmGrader();
afterAll(() => grader.close());

test('of two hundred answers that crash the place is named, and no misconception is', async () => {
  const found = await crashes(await rightAnswers(await loadWorkbook()), COUNT, 'crashes', grader);
  const words = ({ answer, damage }: (typeof found)[number]) =>
    `${answer.exercise}, ${answer.name}, line ${damage.line}: ${damage.change}`;
  expect(found.filter(({ report }) => report.diagnosis.length > 0).map(words)).toEqual([]);
  const silent = found.filter((crash) => !isPlaceNamed(crash));
  console.info(`The place of ${COUNT - silent.length} of ${COUNT} crashes is named.`);
  expect(silent.length, silent.map(words).join('\n')).toBeLessThanOrEqual((1 - NAMED) * COUNT);
});
