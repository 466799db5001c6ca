import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gradeFiles, temporaryFolder } from '../../../test/support/temporarySubmissions';
import { loadWorkbook } from '../../../workbook/workbook';
import { resultOf } from '../../run/result';
import type { Result } from '../../store/journalLine';
import type { Left } from '../leftToDecide';
import { unknownGroups } from '../unknownGroups';
import { classPage } from './classPage';
import { checkStatistics, markBins, pointBiserial } from './statistics';

const BROWSER = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const EVIL = '</script><img src=x onerror=alert(1)>';

const ANSWERS: Readonly<Record<string, string | null>> = {
  ada: 'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0, z)));',
  bob: 'export const relu = (Z: number[][]) => Z.map((row) => row.map(Math.abs));',
  cyd: 'export const relu = (Z: number[][]) => Z.map((row) => row.map(Math.abs));',
  fay: "export const relu = (Z: number[][]) => { throw new Error('boom'); };",
  gus: "export const relu = (Z: number[][]) => { let i = 0; throw new Error('boom'); };",
  [EVIL]: null,
};

async function examplePage(answers = ANSWERS): Promise<string> {
  const { exercises } = await loadWorkbook();
  const only = exercises.filter(({ name }) => name === 'relu');
  const receipt = { submission: '', fixtures: '', seed: 'workbook', kit: '', timeLimit: 1 };
  const graded = await Promise.all(
    Object.entries(answers).map(async ([student, source]) => {
      const report = await gradeFiles({ 'relu.ts': source }, { exercises: ['relu'], tellsBehaviour: true });
      const more = { alone: true, failure: null, seconds: 0, at: new Date(0) };
      return { report, result: resultOf(student, receipt, report, more) };
    }),
  );
  const reportOf = (student: string) => graded.find(({ result }) => result.student === student)?.report ?? null;
  return classPage({
    title: 'Sheet 3',
    students: graded.map(({ result }) => ({
      name: result.student,
      result,
      page: `feedback/${encodeURIComponent(result.student)}.html`,
      isDraft: false,
    })),
    offRoster: 1,
    sameCode: { groups: [], model: [] },
    left: [],
    exercises: only,
    unknown: unknownGroups(new Map(graded.map(({ result }) => [result.student, result])), reportOf),
    codeOf: () => 'return Z.map(Math.abs);',
    reportOf,
  });
}

test('point-biserial correlation is 1 for a check that splits the class, and undefined when all pass', () => {
  const students = [0, 0, 1, 1].map((passed) => ({ passed: passed === 1, rest: 10 * passed }));
  expect(pointBiserial(students)).toBeCloseTo(1);
  expect(pointBiserial(students.map(({ rest }) => ({ passed: true, rest })))).toBeNull();
});

test('discrimination is told of many students, where neither nearly all passed nor nearly all failed', async () => {
  const { exercises } = await loadWorkbook();
  const [relu] = exercises.filter(({ name }) => name === 'relu');
  const [first] = relu.checks;
  const classOf = (count: number, failing: number) =>
    Array.from({ length: count }, (_, i) => {
      const checks = Object.fromEntries(relu.checks.map(({ id }) => [id, i < failing && id === first.id ? '-' : '+']));
      return { score: i < failing ? i % 7 : 10, exercises: [{ name: 'relu', status: 'failed', error: null, checks }] };
    }) as unknown as readonly Result[];
  const told = (count: number, failing: number) =>
    checkStatistics(classOf(count, failing), [relu]).find(({ id }) => id === first.id)?.discrimination;
  expect(told(100, 10)).toBeGreaterThan(0.5);
  expect([told(99, 30), told(100, 9), told(100, 91)]).toEqual([null, null, null]);
});

/** A page of one student, on which this is left to decide. */
const pageWith = (left: readonly Left[]) => pageOf({ ada: () => '+' }, left);

/** A page of results that were made up: by student, the marks of the checks of each exercise, or why there are none. */
async function pageOf(
  students: Readonly<Record<string, (check: number) => '+' | '-' | 'syntax'>>,
  left: readonly Left[] = [],
): Promise<string> {
  const { exercises } = await loadWorkbook();
  const only = exercises.filter(({ chapter }) => chapter === '3.3' || chapter === '3.2');
  const ids = only.flatMap(({ name, checks }) => checks.map(({ id }) => `${name} ${id}`));
  const results = Object.entries(students).map(([student, mark]) => {
    const done = only.map(({ name, points, checks }) => {
      const marks = checks.map(({ id }) => [id, mark(ids.indexOf(`${name} ${id}`))] as const);
      const broken = marks.some(([, one]) => one === 'syntax');
      const judged = Object.fromEntries(marks.map(([id, one]) => [id, broken ? '?' : one]));
      const failed = marks.some(([, one]) => one === '-');
      const [status, error] = broken ? ['error', 'syntax'] : [failed ? 'failed' : 'passed', null];
      return { name, score: 0, maxScore: points, status, error, misconceptions: [], checks: judged };
    });
    return { student, score: 0, maxScore: 100, exercises: done, at: '2026-11-20' } as unknown as Result;
  });
  return classPage({
    title: 'Sheet 3',
    students: results.map((result) => ({ name: result.student, result, page: null, isDraft: false })),
    offRoster: 0,
    sameCode: {
      groups: [
        [
          { name: 'ada', page: 'feedback/ada.html' },
          { name: '<bob>', page: null },
        ],
      ],
      model: [],
    },
    left,
    exercises: only,
    unknown: [],
    codeOf: () => null,
    reportOf: () => null,
  });
}

const sectionOf = (page: string, title: string) =>
  new RegExp(`<h2[^>]*>${title}</h2>(.*?)(?:<h2|$)`, 's').exec(page)?.[1] ?? '';

test('the ten checks that most got wrong are shown, of those somebody got wrong, and the others behind a click', async () => {
  const rows = (html: string) => html.match(/<tr><td>/g)?.length ?? 0;
  const shown = async (wrong: number) => {
    const page = await pageOf({ ada: (check) => (check < wrong ? '-' : '+'), bob: () => '+' });
    return sectionOf(page, 'What to explain first').split('<details>');
  };
  const [ten, others] = await shown(20);
  expect([rows(ten), rows(others)]).toEqual([10, Number(/The other (\d+) checks/.exec(others)?.[1])]);
  expect(ten).not.toContain('0 of 2');
  expect(rows((await shown(3))[0])).toBe(3);
  expect((await shown(0))[0]).toContain('Nobody got a check wrong.');
});

test('wrong and passed are of those whose code ran, and how many did not stands with the exercise', async () => {
  const page = await pageOf({ ada: () => '+', bob: (check) => (check === 0 ? '-' : '+'), cyd: () => 'syntax' });
  const [first] = sectionOf(page, 'What to explain first').split('<details>');
  expect(first).toContain('<td class="number">1 of 2</td><td class="number">50 %</td>');
  expect(first).not.toContain('of 3');
  const exercises = sectionOf(page, 'Exercises');
  expect(exercises).toContain('<th scope="col" class="number">Did not run</th>');
  expect(exercises.match(/<td class="number">0<\/td><td class="number">1<\/td><\/tr>/g)).toHaveLength(4);
});

test('discrimination is explained only where it is shown, and the same code is said to be all that they wrote', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [`s${i}`, (check: number) => (check === 0 && i < 30 ? '-' : '+')] as const),
  );
  const few = await pageOf({ ada: () => '+', bob: (check) => (check === 0 ? '-' : '+') });
  expect(sectionOf(few, 'What to explain first')).not.toMatch(/discrimination/i);
  expect(few).toContain('in each group all that they wrote');
  expect(sectionOf(await pageOf(many), 'What to explain first')).toMatch(/Discrimination, .*<th[^>]*>Discrimination</s);
});

test('what is left to decide comes first, and a file name in it is no markup', async () => {
  const page = await pageWith([{ title: 'Worth a look', who: ['dan (</li>\u202e.ts)', 'eve (double.ts)'] }]);
  expect(page).toContain('<li>Worth a look: dan (&#60;/li&#62;\ufffd.ts); eve (double.ts).</li>');
  expect(page.indexOf('Worth a look')).toBeLessThan(page.indexOf('>Marks</h2>'));
  expect(await pageWith([])).not.toContain('Left for you');
});

test('marks are counted in tenths of the points that no mark lies between', () => {
  const results = (...scores: readonly number[]) => scores.map((score) => ({ score }) as Result);
  const bins = markBins(results(0, 19, 20, 200, 180), 200);
  expect(bins).toHaveLength(10);
  expect(bins[0]).toEqual({ low: 0, high: 19, count: 2 });
  expect(bins[1]).toEqual({ low: 20, high: 39, count: 1 });
  expect(bins[9]).toEqual({ low: 180, high: 200, count: 2 });
  expect(markBins(results(0, 1, 3, 3), 3).filter(({ count }) => count > 0)).toEqual([
    { low: 0, high: 0, count: 1 },
    { low: 1, high: 1, count: 1 },
    { low: 3, high: 3, count: 2 },
  ]);
});

test('the page asks for nothing from elsewhere and names nobody in its two examples', async () => {
  const page = await examplePage();
  expect(page).not.toMatch(/https?:\/\/|<link|@import|src=["']/);
  const [beforeTable] = page.split(/<h2[^>]*>Students/);
  expect(beforeTable).toMatch(/relu: absolute\S*<\/h3><details class="who"><summary>2 students<\/summary>/);
  const examples = [...beforeTable.matchAll(/<pre[^>]*>(.*?)<\/pre>/gs)].map(([, text]) => text);
  const ofMisconception = beforeTable.split(/<h2[^>]*>Wrong, and/)[0].match(/<pre>(.*?)<\/pre>/gs) ?? [];
  expect(new Set(ofMisconception).size).toBe(2);
  for (const example of examples) expect(example).not.toMatch(/\bbob\b|\bcyd\b|\bdan\b/);
  expect(beforeTable).toContain('no file');
  expect(beforeTable).toContain('1 submission of nobody on the roster is left out here.');
});

test('wrong answers that match no misconception stand together where they behave alike, with the line that throws', async () => {
  const page = await examplePage();
  const section = /<h2[^>]*>Wrong, and no misconception explains it<\/h2>(.*?)<h2/s.exec(page)?.[1] ?? '';
  expect(section.match(/<article>/g)).toHaveLength(1);
  expect(section).toContain('relu: an error is thrown');
  expect(section).toContain('<summary>2 students</summary>');
  expect(section).toContain('throws an error at relu.ts:1: boom');
  expect(section).toContain('<pre class="excerpt">return Z.map(Math.abs);</pre>');
});

test('a group is shown with the smallest input, its first wrong step and the code, and can be named', async () => {
  const page = await examplePage({
    ada: 'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => z > 0 && z));',
  });
  const section = /<h2[^>]*>Wrong, and no misconception explains it<\/h2>(.*?)<h2/s.exec(page)?.[1] ?? '';
  expect(section).toMatch(/relu: every check fails <span class="points soft">Group <code>relu-\w{6}<\/code>/);
  expect(section).toContain('<pre class="excerpt">relu([[0]]): A[0][0] is a boolean, expected a number.');
  expect(section).toContain('First wrong step, in one of them:</span> Line 1, ');
  expect(section).toContain('The line in question:</p><pre class="excerpt">return Z.map(Math.abs);</pre>');
  expect(section).not.toContain('can be asked no question');
});

describe.skipIf(!fs.existsSync(BROWSER))('in a browser', () => {
  test('the table sorts and opens the checks of a student, and names run no code', async () => {
    const file = path.join(temporaryFolder(), 'report.html');
    fs.writeFileSync(file, await examplePage());
    const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('dialog', (dialog) => problems.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    const names = () => page.locator('#students tbody tr > td:first-child > button').allTextContents();
    expect(await names()).toEqual(['ada', 'bob', 'cyd', 'fay', 'gus', EVIL]);
    await page.getByRole('button', { name: 'Points' }).click();
    expect((await names()).at(-1)).toBe('ada');
    await page.getByRole('button', { name: 'Points' }).click();
    expect((await names())[0]).toBe('ada');
    await page.getByRole('button', { name: 'bob', exact: true }).click();
    expect(await page.locator('.detail li.failed').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'bob', exact: true }).click();
    expect(await page.locator('.detail').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Page of bob' }).getAttribute('href')).toBe('feedback/bob.html');
    await page.getByText('2 students').first().click();
    expect(await page.getByRole('link', { name: 'cyd', exact: true }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
    if (process.env.SCREENSHOTS !== undefined) {
      const shot = (name: string) =>
        page.screenshot({ path: path.join(process.env.SCREENSHOTS ?? '', `${name}.png`), fullPage: true });
      await shot('light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await shot('dark');
      await page.emulateMedia({ media: 'print' });
      await shot('print');
    }
  });
});
