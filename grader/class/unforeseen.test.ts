import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExerciseReport, Report } from '../grading/report';
import { type PublishedAnswer, publishedAnswers } from '../test/reality/publishedAnswers';
import { gradeFolders, outputOf, scoresOf } from '../test/support/gradeFolders';
import { KIT_ROOT } from '../workbook/paths';
import { counted } from './listing';
import { nameGroup } from './name';
import { type UnknownGroup, unknownGroups } from './results/unknownGroups';
import { readJournal } from './store/journal';

/** Published wrong answers, handed in by a class in which everybody has a seed of their own. */

const WRONG = publishedAnswers().filter(({ must }) => must === 'less');
/** Each answer is handed in by one or two, with a seed each. */
const STUDENTS = 300;
/** Answers that behave alike, as they make one mistake: the two copies that differ by h hold the same rows. */
const ALIKE = [['ng-same-loss-twice', 'ng-shallow-copies']];

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The workbook, with files of its own to be written to: what is named goes into its fixtures. */
function copiedWorkbook(): string {
  const copy = path.join(root, 'workbook');
  for (const name of ['exercises', 'solutions', 'reference', 'fixtures'])
    fs.cpSync(path.join(KIT_ROOT, name), path.join(copy, name), { recursive: true });
  for (const name of ['grader', 'node_modules'])
    fs.symlinkSync(path.join(KIT_ROOT, name), path.join(copy, name), 'junction');
  return copy;
}

const answerOf = (student: string) => WRONG[Number(student.slice(1)) % WRONG.length];

/** Exercises whose groups get questions: one that takes functions, and one in which much goes wrong. */
const NAMED = ['numericalGradient', 'softmax'];
const questionFor = (members: readonly string[]) => `What does ${idsIn(members).join()} come to?`;

/** Writes an answer, with the model answers that it imports. */
function submit(folder: string, { files }: PublishedAnswer): void {
  fs.mkdirSync(folder, { recursive: true });
  const sources = { ...files };
  const wanted = Object.values(files);
  for (let source = wanted.pop(); source !== undefined; source = wanted.pop())
    for (const [, name] of source.matchAll(/from '\.\/(\w+)'/g)) {
      const file = path.join(KIT_ROOT, 'solutions', `${name}.ts`);
      if (sources[name] !== undefined || !fs.existsSync(file)) continue;
      sources[name] = fs.readFileSync(file, 'utf8');
      wanted.push(sources[name]);
    }
  for (const [name, source] of Object.entries(sources)) fs.writeFileSync(path.join(folder, `${name}.ts`), source);
}

/** Grades a class with a seed for each student. */
async function graded(students: readonly string[], workbook: string, secret: string): Promise<string> {
  const folder = path.join(root, secret);
  const submissions = path.join(folder, 'submissions');
  for (const student of students) submit(path.join(submissions, student), answerOf(student));
  const secretFile = path.join(folder, 'secret');
  fs.writeFileSync(secretFile, secret.repeat(5));
  const out = path.join(folder, 'graded');
  await gradeFolders(submissions, { workbook, out, secretFile, timeLimit: 2000, feedback: false });
  return out;
}

/** The groups of a class. */
async function groupsOf(out: string): Promise<readonly UnknownGroup[]> {
  const { results } = await readJournal(path.join(out, 'journal.jsonl'), 'journal');
  return unknownGroups(results, (student) => readReport(out, student));
}

const readReport = (out: string, student: string): Report => JSON.parse(outputOf(out, `reports/${student}.json`));

const idsIn = (students: readonly string[]) => [...new Set(students.map((student) => answerOf(student).id))].sort();

/** The report on the exercise of a student's answer. */
const reportOf = (out: string, student: string): ExerciseReport | undefined =>
  readReport(out, student).exercises.find(({ name }) => name === answerOf(student).exercise);

const askedOf = (out: string, student: string) =>
  reportOf(out, student)?.diagnosis.map(({ question }) => question) ?? [];

/** Whether an answer that ran is wrong, and nothing that is known explains it. */
const isUnforeseen = (out: string, student: string) =>
  reportOf(out, student)?.status === 'failed' && askedOf(out, student).length === 0;

describe('a class of 300 with every published wrong answer, and a seed for each student', () => {
  const students = Array.from({ length: STUDENTS }, (_, i) => `s${i}`);
  let workbook = '';
  let out = '';
  let groups: readonly UnknownGroup[] = [];

  beforeAll(async () => {
    workbook = copiedWorkbook();
    out = await graded(students, workbook, 'this year');
    groups = await groupsOf(out);
  }, 600_000);

  test('an answer is in one group whatever the seed, and in none if a misconception is named', () => {
    const grouped = groups.flatMap((group) => group.students);
    expect(new Set(grouped).size).toBe(grouped.length);
    const withoutReason = students.filter((student) => isUnforeseen(out, student));
    expect([...grouped].sort()).toEqual(withoutReason.sort());
    const answers = groups.flatMap((group) => idsIn(group.students));
    expect([...new Set(answers)].sort()).toEqual([...answers].sort());
    expect(answers.length).toBeGreaterThan(70);
  });

  test('every group is on the page of the class', () => {
    const page = outputOf(out, 'report.html');
    for (const { id } of groups) expect(page).toContain(`<code>${id}</code>`);
  });

  test('answers of one mistake are in one group, and all others in groups of their own', () => {
    expect(groups.map((group) => idsIn(group.students)).filter((ids) => ids.length > 1)).toEqual(ALIKE);
  });

  test('a question reaches everybody in its group, now and with the seeds of next year, and no mark changes', async () => {
    const before = await scoresOf(out);
    const named = groups.filter(
      ({ example, behaviour, students: { length } }) =>
        NAMED.includes(example.name) && behaviour !== null && length > 1,
    );
    for (const { id, students: members } of named) {
      const lines: string[] = [];
      await nameGroup(id, questionFor(members), { workbook, out }, { say: (line) => void lines.push(line) });
      expect(lines[0]).toContain(`${counted(members.length, 'student')} in ${id}`);
    }
    expect(named.length).toBeGreaterThan(1);
    for (const { students: members } of named)
      for (const student of members) expect(askedOf(out, student)).toEqual([questionFor(members)]);
    expect(await scoresOf(out)).toEqual(before);
    const firsts = named.map(({ students: [student] }) => student);
    const next = await graded(firsts, workbook, 'next year');
    for (const { students: members } of named) expect(askedOf(next, members[0])).toEqual([questionFor(members)]);
    for (const [student, score] of Object.entries(await scoresOf(next))) expect(score, student).toBe(before[student]);
  });
});
