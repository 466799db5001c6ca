import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { buildsOn } from '../grading/followThrough';
import { makePlan } from '../grading/plan';
import { answersFile } from '../grading/recorded/answers';
import { packFile } from '../grading/recorded/encode';
import { mistakesFile } from '../grading/recorded/mistakes';
import { stepsFile } from '../grading/recorded/steps';
import { formatList } from '../text/lists';
import { HANDOUT_FILE, HANDOUT_SEED, type HandedOut, type Handout } from '../workbook/handout';
import { kitVersion } from '../workbook/kitVersion';
import { selectExercises } from '../workbook/select';
import { stubFile } from '../workbook/stub';
import type { Workbook } from '../workbook/workbook';
import { fixtureFiles, joined, syllabusText } from './fixtureFiles';
import { handedExercises } from './handed';
import { kindsOf } from './kinds';
import { json, kitFiles, settings } from './kitFiles';
import { type Leak, leaksIn, secretsOf, withoutHints } from './leaks';
import { packageFiles } from './packageFiles';
import { readme } from './readme';
import { record } from './record';
import { stubText } from './stub';
import { referenceStub } from './stubs';

/** What a person asks for. */
export interface Wanted {
  readonly title?: string;
  readonly chapter?: string;
  /** By name; all of the chapter, or of the workbook, when none is named. */
  readonly exercises: readonly string[];
  readonly exam: boolean;
  /** Whether the steps of right answers go into it; never into an exam. */
  readonly steps: boolean;
}

/** A handout that is not written yet. */
export interface MadeHandout {
  readonly handout: Handout;
  /** By path. */
  readonly files: ReadonlyMap<string, string | Buffer>;
  /** Why exercises that were asked for by their chapter cannot be handed out, a sentence each. */
  readonly leftOut: readonly string[];
}

/** In an exam's fixtures, instead of hints. */
const NO_HINTS = `['There are no hints in an exam.']`;

/**
 * Makes a handout of a workbook's exercises.
 *
 * @throws UserError where an exercise cannot be handed out, or the handout would hold a piece of an answer
 */
export async function makeHandout(workbook: Workbook, wanted: Wanted): Promise<MadeHandout> {
  const { selected, leftOut } = select(workbook, wanted);
  const names = selected.map(({ name }) => name);
  const handout: Handout = {
    schema: 'forward-pass/handout/v1',
    title: wanted.title ?? defaultTitle(workbook, names),
    kit: kitVersion(),
    seed: HANDOUT_SEED,
    exam: wanted.exam,
    steps: wanted.steps && !wanted.exam,
    exercises: Object.fromEntries(selected.map((exercise) => [exercise.name, handedOut(workbook, exercise)])),
  };
  const own = await workbookFiles(workbook, names, wanted);
  const [leak] = leaksIn(secretsOf(workbook), own);
  if (leak !== undefined) throw new UserError(leakSentence(leak));
  const kit = kitFiles();
  const files = new Map<string, string | Buffer>([
    ...kit,
    ...settings(),
    ...packageFiles(handout.title, kit, wanted.exam),
    ...own,
    [HANDOUT_FILE, json(handout)],
    ['README.md', readme(handout, selected)],
  ]);
  return { handout, files, leftOut };
}

/** The exercises asked for, and why some of them cannot be handed out. */
function select(workbook: Workbook, { exercises: names, chapter }: Wanted) {
  const selected: Exercise[] = [];
  const leftOut: string[] = [];
  for (const exercise of selectExercises(workbook, names, chapter)) {
    const missing = handedTo(workbook, exercise).filter((other) => !selected.includes(other));
    if (missing.length === 0) selected.push(exercise);
    else
      leftOut.push(
        `${exercise.name} is handed the learner’s ${formatList(missing.map(({ name }) => name))}: hand out these as well, and before it.`,
      );
  }
  if (names.length > 0 && leftOut.length > 0) throw new UserError(leftOut[0]);
  if (selected.length === 0) throw new UserError('There is no exercise here that can be handed out.');
  return { selected, leftOut };
}

const handedTo = (workbook: Workbook, exercise: Exercise) =>
  makePlan(exercise, HANDOUT_SEED).handsOver ? handedExercises(workbook, exercise) : [];

function handedOut(workbook: Workbook, exercise: Exercise): HandedOut {
  const handed = handedTo(workbook, exercise).map((other) => [other.name, kindsOf(other, HANDOUT_SEED)] as const);
  return {
    buildsOn: buildsOn(workbook, exercise.name),
    ...(handed.length === 0 ? {} : { handed: Object.fromEntries(handed) }),
  };
}

function defaultTitle({ chapters }: Workbook, names: readonly string[]): string {
  const titles = chapters
    .filter(({ exercises }) => exercises.some(({ name }) => names.includes(name)))
    .map(({ title }) => title);
  return titles.length === 1 ? titles[0] : 'Exercises';
}

/** What is made of the workbook: fixtures, stubs, recorded answers and mistakes. */
async function workbookFiles(
  workbook: Workbook,
  names: readonly string[],
  { exam, steps: withSteps }: Wanted,
): Promise<ReadonlyMap<string, string | Buffer>> {
  const { root } = workbook;
  const fixtures = fixtureFiles(workbook, names);
  const recorded = await record(workbook, names, fixtures, HANDOUT_SEED);
  const files = new Map<string, string | Buffer>();
  for (const [file, text] of fixtures.files)
    files.set(file, joined(root, file, exam ? withoutHints(text, NO_HINTS) : text));
  files.set('fixtures/index.ts', syllabusText(workbook, names, '../grader/authoring'));
  for (const name of names) {
    const stub = joined(root, `exercises/${name}.ts`, stubText(root, name));
    files.set(`exercises/${name}.ts`, stub);
    // For npm run reset.
    files.set(stubFile(name), stub);
  }
  for (const module of fixtures.references) {
    files.set(`reference/${module}.ts`, await referenceStub(workbook, module));
    files.set(`reference/${answersFile(module)}`, packFile(recorded.answers.get(module)));
  }
  if (exam) return files;
  if (withSteps) for (const [name, steps] of recorded.steps) files.set(stepsFile(name), packFile(steps));
  for (const [name, mistakes] of recorded.mistakes) {
    files.set(mistakesFile(name), packFile(mistakes));
    // What instructors named is data already.
    const named = `fixtures/${name}/named.json`;
    if (fs.existsSync(path.join(root, named))) files.set(named, fs.readFileSync(path.join(root, named), 'utf8'));
  }
  return files;
}

function leakSentence({ foundIn, file, line, code }: Leak): string {
  const shown = code.length > 60 ? `${code.slice(0, 60)}…` : code;
  return `${foundIn} says what stands in ${file}:${line} (${shown}), and would be in the handout. Write it differently in the fixture, or move it to a module of reference/.`;
}
