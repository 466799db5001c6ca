import path from 'node:path';
import { AuthoringError } from '../authoring/authored';
import type { Exercise } from '../authoring/exercise';
import { namedProblems } from '../grading/diagnosis/namedProblems';
import { grade } from '../grading/gradeSubmission';
import { makePlan } from '../grading/plan';
import type { ExerciseReport } from '../grading/report';
import { Machine } from '../sandbox/host/machine';
import { Sandbox } from '../sandbox/host/sandbox';
import { formatList } from '../text/lists';
import { readNamedAnswers } from '../workbook/namedAnswers';
import { loadMisconceptions, loadSlips, loadVariants, type Workbook } from '../workbook/workbook';
import { caseProblems } from './cases';
import { contractProblems } from './contract';
import { searchAll } from './counterexamples';
import { compareWithExact } from './exact';
import { keptStubProblems } from './keptStub';
import { compareWithNumpy } from './numpy';
import { type Margins, tryImplementations } from './tryImplementations';
import { trySlips } from './trySlips';
import { nextToDo } from './unfinished';
import { nameProblems } from './unknownNames';

/** What `npm run verify` found out about an exercise. It is sound when there are no problems. */
export interface Verification {
  readonly exercise: string;
  readonly problems: readonly string[];
  readonly misconceptions: number;
  readonly variants: number;
  readonly margins: Margins;
  /** The largest relative difference from NumPy; null without `numpy.json`. */
  readonly numpy: number | null;
  /** The largest error against 64-digit arithmetic, in units in the last place; null without one. */
  readonly ulps: number | null;
}

const NOTHING_FOUND = {
  misconceptions: 0,
  variants: 0,
  margins: { widestVariant: null, nearestMisconception: null },
  numpy: null,
  ulps: null,
};

export interface VerifyOptions {
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  readonly seed: string;
  /** Further seeds on which all of it must hold. */
  readonly otherSeeds: number;
  readonly timeLimit: number;
}

/** Verifies exercises one after another; each result is there as soon as it is known. */
export async function* verify(options: VerifyOptions): AsyncGenerator<Verification> {
  const machine = new Machine();
  for (const exercise of options.exercises) {
    try {
      yield await verifyOne(options, exercise, machine);
    } catch (error) {
      if (!(error instanceof AuthoringError)) throw error;
      yield { exercise: exercise.name, ...NOTHING_FOUND, problems: [error.message] };
    }
  }
}

async function verifyOne(options: VerifyOptions, exercise: Exercise, machine: Machine): Promise<Verification> {
  const { workbook, seed } = options;
  const variants = await loadVariants(workbook, exercise.name);
  const misconceptions = await loadMisconceptions(workbook, exercise.name);
  const found = {
    exercise: exercise.name,
    ...NOTHING_FOUND,
    misconceptions: Object.keys(misconceptions).length,
    variants: Object.keys(variants).length,
  };
  const todo = nextToDo(workbook, exercise, seed, misconceptions, variants);
  if (todo !== null) return { ...found, problems: [todo] };
  const cases = caseProblems(exercise, seed);
  const seeds = [seed, ...Array.from({ length: options.otherSeeds }, (_, i) => `${seed}-${i + 1}`)];
  // Cases that change between runs would only make everything else fail for no reason of its own.
  const tried = cases.length > 0 ? null : tryImplementations(exercise, variants, misconceptions, seeds);
  const slips = await loadSlips(workbook, exercise.name);
  const paired =
    cases.length > 0 || slips === null ? null : trySlips(makePlan(exercise, seed), slips, misconceptions, seed);
  const searched = cases.length > 0 ? [] : await searchAll(exercise, misconceptions, variants, seed);
  const numpy = compareWithNumpy(workbook, exercise);
  const exact = await compareWithExact(workbook, exercise, seed);
  return {
    ...found,
    problems: [
      ...nameProblems(exercise, workbook.exercises, misconceptions),
      ...(await contractProblems(workbook, exercise)),
      ...solutionProblems(await gradeFolder(options, exercise, 'solutions', machine)),
      ...stubProblems(workbook.root, await gradeFolder(options, exercise, 'exercises', machine)),
      ...cases,
      ...(tried?.problems ?? []),
      ...(paired?.problems ?? []),
      ...searched.flatMap(({ problems }) => problems),
      ...(await namedProblems(workbook, exercise, readNamedAnswers(workbook.root, exercise.name))),
      ...numpy.problems,
      ...exact.problems,
    ],
    margins: tried?.margins ?? NOTHING_FOUND.margins,
    numpy: numpy.worst,
    ulps: exact.ulps,
  };
}

async function gradeFolder(
  { workbook, seed, timeLimit }: VerifyOptions,
  exercise: Exercise,
  folder: string,
  machine: Machine,
): Promise<ExerciseReport> {
  const where = path.join(workbook.root, folder);
  const grading = { workbook, exercises: [exercise], folder: where, shownFolder: folder, seed, timeLimit };
  const report = await grade(grading, new Sandbox(timeLimit, { machine }));
  return report.exercises[0];
}

function solutionProblems({ file, score, maxScore, error, checks, carriedForward }: ExerciseReport): string[] {
  if (score === maxScore && carriedForward.length === 0) return [];
  if (carriedForward.length > 0)
    return [
      `${file} earns its points only with ${formatList(carriedForward)} replaced by the reference. Fix those solutions.`,
    ];
  if (error !== null) return [`${file} cannot be graded: ${error.message}`];
  const failed = checks.find(({ status }) => status === 'failed');
  const where = failed?.example == null ? '' : ` on case "${failed.example.case}"`;
  return [
    `${file} earns ${score} of ${maxScore} points: it fails the check "${failed?.id}"${where}: ${failed?.message}. Fix the solution, or the check.`,
  ];
}

function stubProblems(root: string, { file, status, name }: ExerciseReport): readonly string[] {
  if (status === 'not-started') return keptStubProblems(root, name);
  return [`${file} is not a stub: it counts as ${status}. Its body must be: throw new Error('TODO: write ${name}');`];
}
