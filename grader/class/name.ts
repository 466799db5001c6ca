import { UserError } from '../errors';
import { namedProblems } from '../grading/diagnosis/namedProblems';
import type { ExerciseReport, Json, Report } from '../grading/report';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { type NamedAnswer, type Recorded, type RecordedAnswer, writeNamedAnswer } from '../workbook/namedAnswers';
import { openWorkbook } from '../workbook/open';
import type { NameOptions } from './classOptions';
import { counted } from './listing';
import { openResults } from './openResults';
import type { ClassReporter } from './reporter';
import { type UnknownGroup, unknownGroups } from './results/unknownGroups';
import type { Result } from './store/journalLine';
import type { OutputFolder } from './store/outputFolder';

/**
 * Gives a group of wrong answers a question: its students' reports ask it from now on, and so does whatever is graded with
 * this workbook. No mark changes.
 *
 * @throws UserError when there is no such group, or the question would reach others
 */
export async function nameGroup(
  id: string | undefined,
  question: string | undefined,
  options: NameOptions,
  { say }: Pick<ClassReporter, 'say'>,
): Promise<void> {
  if (id === undefined || question === undefined || question.trim() === '')
    throw new UserError('Name the group and its question: npm run class -- name softmax-3fa2c1 --question "…?"');
  const workbook = await openWorkbook(options.workbook);
  const output = await openResults(fromCaller(options.out));
  try {
    const group = groupCalled(id, output);
    const exercise = workbook.exercises.find(({ name }) => name === group.example.name);
    if (exercise === undefined) throw new UserError(`There is no exercise "${group.example.name}" in this workbook.`);
    const named: NamedAnswer = { name: id, question: question.trim(), answers: [...recordedAnswers(group.example)] };
    if (named.answers.length === 0)
      throw new UserError(`What ${id} comes to cannot be recorded: its reports hold no inputs that are numbers alone.`);
    const [problem] = await namedProblems(workbook, exercise, [named]);
    if (problem !== undefined)
      throw new UserError(`${id} gets no question: ${problem.replace(/^[^:]*: /, '').replace(/ Remove it.*$/, '')}`);
    await writeNamedAnswer(workbook.root, exercise.name, named);
    for (const { result } of group.students) await ask(output, result, exercise.name, named);
    say(
      `${counted(group.students.length, 'student')} in ${id}, and whoever answers so from now on, will be asked: ${named.question}`,
    );
    say(
      `Kept in ${shownPath(workbook.root)}/fixtures/${exercise.name}/named.json. Give the class command again for pages and comments.`,
    );
  } finally {
    await output.close();
  }
}

function groupCalled(id: string, output: OutputFolder): UnknownGroup<{ readonly result: Result }> {
  const students = [...output.results.values()].map((result) => ({ result }));
  const groups = unknownGroups(students, (student) => output.readReport(student));
  const group = groups.find((one) => one.id === id);
  if (group !== undefined) return group;
  const known = groups.slice(0, 5).map((one) => one.id);
  const hint = known.length === 0 ? 'No wrong answer is without a known reason.' : `There are ${known.join(', ')}.`;
  throw new UserError(`There is no group "${id}" in ${output.shown}. ${hint} See report.html.`);
}

/** What the report shows of the answer: the smallest input that goes wrong, and the examples of its checks. */
function recordedAnswers({ counterexample = null, checks }: ExerciseReport): readonly RecordedAnswer[] {
  const smallest = counterexample === null ? [] : [counterexample];
  const examples = checks.flatMap(({ example }) => (example === null ? [] : [{ ...example, threw: null }]));
  const answers = [...smallest, ...examples].flatMap(({ inputs, got, threw }): readonly RecordedAnswer[] => {
    const given = Object.values(inputs);
    if (!given.every(isRecordable)) return [];
    if (threw !== null) return [{ inputs: given, got: null, threw }];
    return isRecordable(got) ? [{ inputs: given, got, threw: null }] : [];
  });
  const texts = answers.map((answer) => JSON.stringify(answer.inputs));
  return answers.filter((_, i) => texts.indexOf(texts[i]) === i);
}

function isRecordable(value: Json): value is Recorded {
  if (Array.isArray(value)) return value.every(isRecordable);
  return typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity';
}

async function ask(output: OutputFolder, result: Result, exercise: string, named: NamedAnswer): Promise<void> {
  const report = output.readReport(result.student);
  if (report === null) return;
  const diagnosis = [{ misconception: named.name, question: named.question, factor: null }];
  const asked: Report = {
    ...report,
    exercises: report.exercises.map((one) => (one.name === exercise ? { ...one, diagnosis } : one)),
  };
  const exercises = result.exercises.map((one) =>
    one.name === exercise ? { ...one, misconceptions: [named.name] } : one,
  );
  const problem = await output.keep({ report: asked, result: { ...result, exercises } });
  if (problem !== null) throw new UserError(problem);
}
