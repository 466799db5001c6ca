import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { namedProblems } from '../grading/diagnosis/namedProblems';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { type NamedAnswer, type RecordedAnswer, readNamedAnswers, writeNamedAnswer } from '../workbook/namedAnswers';
import { openWorkbook } from '../workbook/open';
import type { Workbook } from '../workbook/workbook';
import { askNamed } from './askNamed';
import type { NameOptions } from './classOptions';
import { counted } from './listing';
import { openResults } from './openResults';
import type { ClassReporter } from './reporter';
import { NO_BEHAVIOUR, unknownGroups } from './results/unknownGroups';
import type { Result } from './store/journalLine';
import type { OutputFolder } from './store/outputFolder';

/** Wrong answers of an exercise, by what they come to. */
interface Group {
  readonly exercise: Exercise;
  readonly answers: readonly RecordedAnswer[];
}

/**
 * Gives a group of wrong answers a question, or one that has a question another: its students' reports ask it from now on,
 * and so does whatever is graded with this workbook. No mark changes.
 *
 * @returns whether all of their reports could be written
 * @throws UserError when there is no such group, or the question would reach others
 */
export async function nameGroup(
  id: string | undefined,
  question: string | undefined,
  options: NameOptions,
  { say }: Pick<ClassReporter, 'say'>,
): Promise<boolean> {
  if (id === undefined || question === undefined || question.trim() === '')
    throw new UserError('Name the group and its question: npm run class -- name softmax-3fa2c1 --question "…?"');
  const workbook = await openWorkbook(options.workbook);
  const output = await openResults(fromCaller(options.out));
  try {
    const { exercise, answers } = namedBefore(id, workbook, output) ?? groupCalled(id, workbook, output);
    const named: NamedAnswer = { name: id, question: question.trim(), answers: [...answers] };
    const [problem] = await namedProblems(workbook, exercise, [named]);
    if (problem !== undefined)
      throw new UserError(`${id} gets no question: ${problem.replace(/^[^:]*: /, '').replace(/ Remove it.*$/, '')}`);
    await writeNamedAnswer(workbook.root, exercise.name, named);
    const { students, failures } = await askNamed(workbook, output, id);
    for (const failure of failures) say(failure);
    say(
      `${counted(students.length, 'student')} in ${id}, and whoever answers so from now on, will be asked: ${named.question}`,
    );
    say(
      `Kept in ${shownPath(workbook.root)}/fixtures/${exercise.name}/named.json. Give the class command again for pages and comments.`,
    );
    return failures.length === 0;
  } finally {
    await output.close();
  }
}

/** Those who have a question by that name already; null when there is none. */
function namedBefore(id: string, { root, exercises }: Workbook, { results }: OutputFolder): Group | null {
  for (const exercise of exercises) {
    const named = readNamedAnswers(root, exercise.name).find(({ name }) => name === id);
    if (named === undefined) continue;
    const has = ({ exercises: all }: Result) =>
      all.some(({ name, misconceptions }) => name === exercise.name && misconceptions.includes(id));
    if ([...results.values()].some(has)) return { exercise, answers: named.answers };
  }
  return null;
}

function groupCalled(id: string, { exercises }: Workbook, output: OutputFolder): Group {
  const groups = unknownGroups(output.results, (student) => output.readReport(student));
  const group = groups.find((one) => one.id === id);
  if (group === undefined) {
    const known = groups.slice(0, 5).map((one) => one.id);
    const hint = known.length === 0 ? 'No wrong answer is without a known reason.' : `There are ${known.join(', ')}.`;
    throw new UserError(`There is no group "${id}" in ${output.shown}. ${hint} See report.html.`);
  }
  const { example, behaviour } = group;
  const exercise = exercises.find(({ name }) => name === example.name);
  if (exercise === undefined) throw new UserError(`There is no exercise "${example.name}" in this workbook.`);
  if (behaviour === null) throw new UserError(`${id} gets no question: ${NO_BEHAVIOUR}`);
  return { exercise, answers: behaviour };
}
