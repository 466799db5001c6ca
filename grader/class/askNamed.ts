import { sameBehaviour } from '../grading/diagnosis/recordedAnswers';
import type { ExerciseReport, Report } from '../grading/report';
import { type NamedAnswer, readNamedAnswers } from '../workbook/namedAnswers';
import type { Workbook } from '../workbook/workbook';
import type { ExerciseResult } from './store/journalLine';
import type { OutputFolder } from './store/outputFolder';

/** What became of asking. */
export interface Asked {
  /** Folders of the students who are asked from now on. */
  readonly students: readonly string[];
  /** Why a report could not be written, in sentences. */
  readonly failures: readonly string[];
}

/**
 * Has the reports that are kept ask what was written for such answers since, as grading them again would. No mark changes.
 *
 * @param only the group that is asked; all that have a question when it is not given
 */
export async function askNamed(workbook: Workbook, output: OutputFolder, only?: string): Promise<Asked> {
  const named = new Map(
    workbook.exercises.map(({ name }) => [
      name,
      readNamedAnswers(workbook.root, name).filter((one) => only === undefined || one.name === only),
    ]),
  );
  const students: string[] = [];
  const failures: string[] = [];
  for (const { student, exercises } of [...output.results.values()])
    for (const exercise of exercises) {
      const known = named.get(exercise.name) ?? [];
      if (!mayBeAsked(exercise, known)) continue;
      const report = output.readReport(student);
      const one = report?.exercises.find(({ name }) => name === exercise.name);
      const question = one === undefined ? null : questionFor(one, known);
      if (report === null || question === null) continue;
      const failure = await ask(output, student, report, exercise.name, question);
      if (failure === null) students.push(student);
      else failures.push(failure);
    }
  return { students: [...new Set(students)], failures };
}

/** Whether it is worth reading the report: the answer has one of these names, or is wrong for no known reason. */
function mayBeAsked({ status, error, misconceptions }: ExerciseResult, known: readonly NamedAnswer[]): boolean {
  if (known.length === 0 || status !== 'failed' || error !== null) return false;
  return misconceptions.length === 0 || known.some(({ name }) => misconceptions.includes(name));
}

/** What the report does not ask yet, or in other words; null when there is nothing. */
function questionFor({ diagnosis, behaviour }: ExerciseReport, known: readonly NamedAnswer[]): NamedAnswer | null {
  const isIt = ({ name, question, answers }: NamedAnswer) =>
    diagnosis.length === 0
      ? behaviour !== undefined && sameBehaviour(answers, behaviour)
      : diagnosis.some((one) => one.misconception === name && one.question !== question);
  const hits = known.filter(isIt);
  // As in grading: of several questions none is the right one.
  return hits.every((one) => one.question === hits[0].question) ? (hits[0] ?? null) : null;
}

/** @returns why the student's report cannot be written; null when it asks */
async function ask(
  output: OutputFolder,
  student: string,
  report: Report,
  exercise: string,
  { name: misconception, question }: NamedAnswer,
): Promise<string | null> {
  const result = output.results.get(student);
  if (result === undefined) return null;
  // As grading again would have it, where the reason is known.
  const asking = ({ behaviour: _, ...one }: ExerciseReport): ExerciseReport => ({
    ...one,
    diagnosis: [{ misconception, question, factor: null }],
  });
  const exercises = result.exercises.map((one) =>
    one.name === exercise ? { ...one, misconceptions: [misconception] } : one,
  );
  return output.keep({
    report: { ...report, exercises: report.exercises.map((one) => (one.name === exercise ? asking(one) : one)) },
    result: { ...result, exercises },
  });
}
