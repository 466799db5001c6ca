import { describe, expect, test } from 'vitest';
import { gradeToy, runClass, timelessFiles } from '../test/support/classRun';
import { temporaryFolder } from '../test/support/submissions';
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
    const partly = await runClass(['merge', out], { workbook: whole.workbook, out });
    expect(partly.status).toBe(1);
    expect(partly.told).toContain('Missing: part 3/3.');
    await gradeToy({ ...whole, out }, { shard: '3/3' });
    expect((await runClass(['merge', out], { workbook: whole.workbook, out })).status).toBe(0);
    expect(timelessFiles(out)).toEqual(timelessFiles(whole.out));
  });

  test('may overlap, but not contradict each other', async () => {
    const toy = toyClass({ ada: 'right', bob: 'squared' });
    const [a, b] = [`${toy.out}/a`, `${toy.out}/b`];
    await gradeToy({ ...toy, out: a });
    await gradeToy({ ...toy, out: b });
    const merged = await runClass(['merge', a, b], { workbook: toy.workbook, out: toy.out });
    expect(merged.told).toContain('2 results were in several parts with equal receipts, and count once.');
    submit(toy.submissions, 'bob', DOUBLE.right);
    await gradeToy({ ...toy, out: b });
    await expect(runClass(['merge', a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /contradict each other: bob is in .*a and in .*b with different submissions\. Leave one/,
    );
    await gradeToy({ ...toy, out: b }, { timeLimit: 500, regrade: true, yes: true });
    await expect(runClass(['merge', a, b], { workbook: toy.workbook, out: toy.out })).rejects.toThrow(
      /^Not all results were graded with the same fixtures, grader and time limit/,
    );
  });

  test('are refused where there are none', async () => {
    await expect(runClass(['merge', temporaryFolder()], { out: 'x' })).rejects.toThrow(/is not part of a class/);
    await expect(runClass(['merge'], { out: 'x' })).rejects.toThrow(/^Name the parts to join/);
  });
});
