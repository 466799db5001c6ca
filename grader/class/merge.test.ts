import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradeToy, mergeToy, regradeToy, scoresOf, timelessFiles } from '../test/support/gradeFolders';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE, submit, toyClass } from '../test/support/toyClass';

describe('parts of a class', () => {
  const answers = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`s${i}`, (['right', 'squared', 'in-place'] as const)[i % 3]]),
  );

  test('joined equal one run, apart from times', async () => {
    const whole = toyClass(answers);
    await gradeToy(whole);
    const out = `${whole.out}-parts`;
    for (const shard of ['1/3', '2/3']) await gradeToy({ ...whole, out }, { shard });
    const partly = await mergeToy([out], { workbook: whole.workbook, out });
    expect(partly.complete).toBe(false);
    expect(partly.told).toContain('Missing: part 3/3.');
    await gradeToy({ ...whole, out }, { shard: '3/3' });
    expect((await mergeToy([out], { workbook: whole.workbook, out })).complete).toBe(true);
    expect(timelessFiles(out)).toEqual(timelessFiles(whole.out));
  });

  test('may overlap, but not contradict each other', async () => {
    const toy = toyClass({ ada: 'right', bob: 'squared' });
    const [a, b] = [`${toy.out}/a`, `${toy.out}/b`];
    await gradeToy({ ...toy, out: a });
    await gradeToy({ ...toy, out: b });
    const merged = await mergeToy([a, b], { workbook: toy.workbook, out: toy.out });
    expect(merged.told).toContain('2 results in several parts, with equal receipts, counted once.');
    submit(toy.submissions, 'bob', DOUBLE.right);
    await gradeToy({ ...toy, out: b });
    await expect(mergeToy([a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /contradict each other: bob is in .*a and in .*b with different submissions\. Leave one/,
    );
    await regradeToy({ ...toy, out: b }, true, { timeLimit: 500 });
    await expect(mergeToy([a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /^Not all results were graded with the same fixtures, grader and time limit/,
    );
  });

  test('give no mark to whom the last run of a part did not find any more', async () => {
    const toy = toyClass({ ada: 'right', bob: 'squared' });
    const a = `${toy.out}/a`;
    await gradeToy({ ...toy, out: a });
    fs.rmSync(`${toy.submissions}/bob`, { recursive: true });
    await gradeToy({ ...toy, out: a });
    // Of who is gone nothing is brought up to date any more.
    await regradeToy({ ...toy, out: a }, true, { timeLimit: 500 });
    await mergeToy([a], { workbook: toy.workbook, out: toy.out });
    expect(await scoresOf(toy.out)).toEqual({ ada: 5 });
  });

  test('are not finished as long as somebody is not graded, whoever is gone', async () => {
    const toy = toyClass({ ada: 'right', bob: 'squared' });
    const a = `${toy.out}/a`;
    await gradeToy({ ...toy, out: a });
    fs.rmSync(`${toy.submissions}/bob`, { recursive: true });
    submit(toy.submissions, 'cyd', DOUBLE.right);
    fs.mkdirSync(`${a}/reports/cyd.json/in-the-way`, { recursive: true });
    await gradeToy({ ...toy, out: a });
    const { complete, told } = await mergeToy([a], { workbook: toy.workbook, out: toy.out });
    expect([complete, told]).toEqual([false, expect.stringContaining('is not finished: 1 of 2 are graded')]);
  });

  test.each(['a', 'b'])('withhold a mark that one of them withholds, also where that is %s', async (withholds) => {
    const toy = toyClass({ ada: 'right' });
    const corrected = temporaryFolder();
    fs.mkdirSync(`${corrected}/ada`);
    fs.writeFileSync(`${corrected}/ada/withhold.txt`, '');
    const parts = ['a', 'b'].map((name) => `${toy.out}/${name}`);
    for (const out of parts) await gradeToy({ ...toy, out }, out.endsWith(withholds) ? { corrected } : {});
    const { told } = await mergeToy(parts, { workbook: toy.workbook, out: toy.out });
    expect(told).toContain('Withheld, as withhold.txt says (no mark, and no page): ada.');
  });

  test('are refused where there are none', async () => {
    await expect(mergeToy([temporaryFolder()], { out: 'x' })).rejects.toThrow(/is not part of a class/);
    await expect(mergeToy([], { out: 'x' })).rejects.toThrow(/^Name the parts to join/);
  });
});
