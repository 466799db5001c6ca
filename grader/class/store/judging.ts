import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import { makePlan } from '../../grading/plan';
import { bundledFiles } from '../../submission/bundle';
import { KIT_ROOT } from '../../workbook/paths';
import type { Workbook } from '../../workbook/workbook';

/** Where the grader's judging begins: the host's part, and what runs in the guest. */
const ENTRIES = ['grader/grading/gradeSubmission.ts', 'grader/sandbox/guest/start.ts'];

/**
 * What judging imports, but no mark depends on. A change of these outdates nobody's mark, so only what says, shows or
 * finds something belongs here.
 */
export const NOT_JUDGING = [
  // Sentences: the same mark, in other words.
  'grader/errors.ts',
  'grader/text/',
  'grader/grading/sentences.ts',
  'grader/grading/kindSentence.ts',
  'grader/grading/errorSentences.ts',
  'grader/sandbox/host/startFailure.ts',
  // How a report looks. Its marks come from the verdicts.
  'grader/grading/exerciseReport.ts',
  'grader/grading/json.ts',
  // Explains a mark that is lost already, when all are final.
  'grader/grading/diagnosis/',
  'grader/grading/tutor/',
  'grader/authoring/misconceptions.ts',
  'grader/authoring/slips.ts',
  // What to draw beside a check.
  'grader/authoring/pictures.ts',
  // Finds the workbook's files; what is in them counts.
  'grader/workbook/',
];

/** Packages whose version may change what an answer comes to. */
const PACKAGES = ['mathjs', 'seedrandom', 'typescript'];

/**
 * The files that decide marks: the graded exercises' fixtures, what these import (their references, what they are
 * written with), and the grader's judging. By name, which is the same on every machine, sorted.
 */
export function judgingFiles(workbook: Workbook, exercises: readonly Exercise[]): ReadonlyMap<string, string> {
  const entries = ENTRIES.map((name) => path.join(KIT_ROOT, name));
  const fixtureOf = (name: string) => path.join(workbook.root, 'fixtures', name, 'fixture.ts');
  const fixtures = new Set(exercises.map(({ name }) => fixtureOf(name)));
  const functions = path.join(workbook.root, 'reference/functions.ts');
  if (exercises.some(handsOver) && fs.existsSync(functions)) entries.push(functions);
  const files = new Set<string>(entries.flatMap((entry) => bundledFiles(entry, decides)));
  // A set hands out what is added meanwhile.
  for (const fixture of fixtures) {
    for (const file of bundledFiles(fixture, decides)) {
      files.add(file);
      // An exercise that this one builds on is graded for follow-through marks, too.
      const other = workbook.exercises.find(({ name }) => file === path.join(workbook.root, 'reference', `${name}.ts`));
      if (other !== undefined) fixtures.add(fixtureOf(other.name));
    }
  }
  const named = [...files].map((file) => [nameOf(file, workbook.root), file] as const);
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** By package that computes something, its version. */
export function packageVersions(): ReadonlyMap<string, string> {
  return new Map(PACKAGES.map((name) => [name, versionOf(require.resolve(`${name}/package.json`))]));
}

/** The version that a package.json states. */
export function versionOf(file: string): string {
  const { version }: { version: string } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return version;
}

/** Whether calls of this exercise hand over functions, which `reference/functions.ts` defines. */
function handsOver(exercise: Exercise): boolean {
  return makePlan(exercise, '').handsOver;
}

function decides(file: string): boolean {
  const name = nameOf(file, KIT_ROOT);
  return !NOT_JUDGING.some((part) => (part.endsWith('/') ? name.startsWith(part) : name === part));
}

/** A file's path in the kit, or else in the workbook. */
function nameOf(file: string, root: string): string {
  const inKit = path.relative(KIT_ROOT, file);
  const isInKit = !inKit.startsWith('..') && !path.isAbsolute(inKit);
  return (isInKit ? inKit : path.relative(root, file)).split(path.sep).join('/');
}
