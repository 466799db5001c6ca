import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyKit } from '../../test/support/copyKit';
import { KIT_ROOT } from '../../workbook/paths';
import { selectExercises } from '../../workbook/select';
import { loadWorkbook } from '../../workbook/workbook';
import { judgingFiles, NOT_JUDGING } from './judging';

const withComment = (text: string) => `${text}// Another line.\n`;

/** A copy of the kit, for all tests. */
const kit = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
beforeAll(() => copyKit(kit));
afterAll(() => fs.rmSync(kit, { recursive: true }));

/** The hash in receipts of a chapter, in the copy. */
async function hash(chapter = '3.3'): Promise<string> {
  const { kitReceipt } = await import(path.join(kit, 'grader/class/store/receipt.ts'));
  const workbook = await loadWorkbook(kit);
  return kitReceipt(workbook, selectExercises(workbook, [], chapter)).fixtures;
}

/** The same hash after a file was changed, and before. */
async function hashes(name: string, chapter?: string): Promise<{ before: string; after: string }> {
  const before = await hash(chapter);
  const file = path.join(kit, name);
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, withComment(text));
  const after = await hash(chapter);
  fs.writeFileSync(file, text);
  return { before, after };
}

describe('a receipt is unchanged', () => {
  test.each([
    ['a reworded message', 'grader/grading/sentences.ts'],
    ['a reworded error', 'grader/grading/errorSentences.ts'],
    ['another way to show text', 'grader/text/sanitize.ts'],
    ['a changed page', 'grader/class/results/page/classPage.ts'],
    ['another page', 'grader/reporters/html/reportPage.ts'],
    ['another misconception', 'fixtures/softmax/misconceptions.ts'],
    ['another variant', 'fixtures/softmax/variants.ts'],
    ['a test', 'grader/grading/gradeSubmission.test.ts'],
    ['the fixture of an exercise of another chapter', 'fixtures/gradientDescent/fixture.ts'],
  ])('by %s', async (_, name) => {
    const { before, after } = await hashes(name);
    expect(after).toBe(before);
  });

  test('by an attack that is added to the corpus', async () => {
    const before = await hash();
    fs.writeFileSync(path.join(kit, 'grader/test/corpus/submissions/new.ts'), 'export const relu = 1;\n');
    expect(await hash()).toBe(before);
  });

  test('by line ends of Windows', async () => {
    const before = await hash();
    for (const name of fs.readdirSync(kit, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.startsWith('node_modules')) continue;
      const text = fs.readFileSync(path.join(kit, name), 'utf8');
      fs.writeFileSync(path.join(kit, name), text.replace(/\r?\n/g, '\r\n'));
    }
    expect(await hash()).toBe(before);
  });
});

describe('a receipt is changed', () => {
  test.each([
    ['by the fixture', 'fixtures/softmax/fixture.ts', '3.3'],
    ['by the reference', 'reference/softmax.ts', '3.3'],
    ['by what the reference imports', 'reference/affine.ts', '3.3'],
    ['by what fixtures are written with', 'grader/authoring/invariants.ts', '3.3'],
    ['by what compares', 'grader/authoring/compare.ts', '3.3'],
    ['by what judges', 'grader/grading/judge.ts', '3.3'],
    ['by what runs in the guest', 'grader/sandbox/guest/guest.ts', '3.3'],
    ['by the functions that its cases hand over', 'reference/functions.ts', 'toolkit'],
  ])('%s', async (_, name, chapter) => {
    const { before, after } = await hashes(name, chapter);
    expect(after).not.toBe(before);
  });
});

test('an exercise that another builds on is judged with it, and counts', async () => {
  const workbook = await loadWorkbook();
  const forwardMlp = workbook.exercises.filter(({ name }) => name === 'forwardMlp');
  expect([...judgingFiles(workbook, forwardMlp).keys()]).toContain('fixtures/softmax/fixture.ts');
});

test('all that is left out of receipts is there', () => {
  for (const name of NOT_JUDGING) expect(fs.existsSync(path.join(KIT_ROOT, name)), name).toBe(true);
});
