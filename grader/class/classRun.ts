import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import { HAND_IN_FILE } from '../submission/handIn';
import { sanitizeLine } from '../text/sanitize';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { HANDOUT_FILE, HANDOUT_SEED } from '../workbook/handout';
import { readNamedAnswers } from '../workbook/namedAnswers';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';
import type { Workbook } from '../workbook/workbook';
import type { ClassOptions } from './classOptions';
import { decisionsOn } from './intake/decisions';
import { handedInWords } from './intake/handedIn';
import { parseDue } from './intake/late';
import { originOf } from './intake/origin';
import { foundWords, intakeRemarks } from './intake/remarks';
import { type Roster, readRoster } from './intake/roster';
import { SameCode } from './intake/sameCode';
import { seedsFor } from './intake/seeds';
import { chosenShard, inShard, type Shard, shardText } from './intake/shard';
import { type Submission, takeIn } from './intake/submissions';
import { Workspace } from './intake/workspace';
import { listed } from './listing';
import { type ClassReporter, Stopped } from './reporter';
import { tuneForLongRun } from './run/longRun';
import { type Triage, triage } from './run/triage';
import { type IntakeNote, readIntakeNotes, writeIntakeNotes } from './store/intakeNotes';
import { OutputFolder } from './store/outputFolder';
import { kitReceipt } from './store/receipt';

/** A class that is ready to be graded: who is there, where results go, and what is to be done. */
export interface ClassRun {
  readonly options: ClassOptions;
  readonly workbook: Workbook;
  readonly exercises: readonly Exercise[];
  readonly roster: Roster | null;
  /** Everybody with a folder, or those of the part that is graded. */
  readonly students: readonly Submission[];
  /** What was found of them. */
  readonly notes: readonly IntakeNote[];
  /** Open, and locked for this run: to be closed. */
  readonly output: OutputFolder;
  readonly work: Triage;
}

const KNOWN_CASES =
  'Some submissions come from a handout, in which learners can look up the cases of this seed and their right answers (docs/class.md, "Other cases for everybody").';

/** Whether a submission is what `npm run hand-in` packed, or the `exercises/` of a handout. */
const isHandedIn = ({ folder }: Submission) =>
  [HAND_IN_FILE, path.join('..', HANDOUT_FILE)].some((file) => fs.existsSync(path.join(folder, file)));

/**
 * Opens the output folder, and finds the submissions in the folder or zip that `typed` names.
 *
 * @throws UserError when something that was typed, a file or the output folder does not do; Stopped when `signal` comes
 */
export async function openClass(
  typed: string,
  options: ClassOptions,
  { say }: ClassReporter,
  signal: AbortSignal,
): Promise<ClassRun> {
  const workbook = await openWorkbook(options.workbook);
  const roster = options.roster === undefined ? null : readRoster(fromCaller(options.roster), options.roster);
  const seedOf = seedsFor(options);
  const shard = chosenShard(options.shard, process.env, say);
  const exercises = selectExercises(workbook, [], options.chapter);
  // A damaged one would fail each submission by itself.
  for (const { name } of exercises) readNamedAnswers(workbook.root, name);
  tuneForLongRun();
  const due = options.due === undefined ? null : parseDue(options.due);
  const corrected =
    options.corrected === undefined ? null : { folder: fromCaller(options.corrected), shown: options.corrected };
  const origin = originOf(fromCaller(typed), typed, fromCaller(options.out), corrected);
  const folder = outputFolder(options.out, shard);
  const output = await OutputFolder.open(folder, shownPath(folder));
  try {
    if (output.repaired !== null) say(output.repaired);
    for (const line of nodeRemarks(output)) say(line);
    const names = workbook.exercises.map(({ name }) => name);
    const { acceptNearNames = false } = options;
    const given = [origin.file, ...(corrected === null ? [] : [corrected.folder])];
    const intake = await takeIn(origin, {
      exercises: names,
      graded: exercises.map(({ name }) => name),
      acceptNearNames,
      due,
      isWanted: (student) => shard === null || inShard(student, shard),
      workspace: await Workspace.open(output.folder, output.shown, given),
      sameCode: new SameCode(workbook),
      signal,
    });
    for (const line of intakeRemarks(intake, acceptNearNames)) say(line);
    const students = intake.submissions;
    if (options.secretFile === undefined && options.seed === HANDOUT_SEED && students.some(isHandedIn))
      say(KNOWN_CASES);
    const notes = students.map((one) => noteOf(one, exercises.length, acceptNearNames));
    for (const line of noLonger(readIntakeNotes(output), notes)) say(line);
    await writeIntakeNotes(output, notes);
    const kit = kitReceipt(workbook, exercises);
    const terms = { kit, exercises: names, seedOf, timeLimit: options.timeLimit };
    const work = triage(students, output, terms);
    await output.startRun(shard === null ? null : shardText(shard), students.length);
    return { options, workbook, exercises, roster, students, notes, output, work };
  } catch (error) {
    await output.close();
    if (signal.aborted) throw new Stopped('Stopped; nothing was graded.');
    throw error;
  }
}

/** Each part has a folder of its own, so that parts that run at the same time share nothing. */
function outputFolder(typed: string, shard: Shard | null): string {
  const own = shard === null ? [] : [`shard-${shard.index}-of-${shard.count}`];
  return path.join(fromCaller(typed), ...own);
}

function noteOf(submission: Submission, exercises: number, accepted: boolean): IntakeNote {
  const { student, folder, shownFolder, handedInAs, isLate, isCorrected, canvas, code } = submission;
  const nearNames = accepted ? [] : [...submission.nearNames];
  return {
    student,
    folder,
    shownFolder,
    found: foundWords(submission),
    late: isLate,
    corrected: isCorrected,
    withheld: submission.withheld,
    otherFolders: submission.others.map(({ below }) => sanitizeLine(below)),
    together: submission.together.map(sanitizeLine),
    again: [...submission.again],
    handedIn: [...handedInWords(submission.count > 0 ? { ...submission, problems: [] } : submission)],
    handedInAs,
    nearNames,
    decide: [...decisionsOn(submission, exercises, accepted)],
    canvas,
    code,
  };
}

/**
 * What was put right or withheld before and is not now: given without --corrected, the command takes what was handed in
 * again, and gives the marks.
 */
function noLonger(before: readonly IntakeNote[], now: readonly IntakeNote[]): readonly string[] {
  const ended = (is: (note: IntakeNote) => boolean) => {
    const others = new Set(now.filter((note) => !is(note)).map(({ student }) => student));
    return before.filter((note) => is(note) && others.has(note.student)).map(({ student }) => student);
  };
  return [
    ...listed(
      'Corrected before, and not now (what was handed in counts again; give --corrected to keep the corrections)',
      ended(({ corrected }) => corrected),
    ),
    ...listed(
      'Withheld before, and not now (the mark is given; give --corrected with withhold.txt to keep it back)',
      ended(({ withheld }) => withheld !== null),
    ),
  ];
}

/** A newer Node may have functions that an older one lacks: marks of both should not stand side by side unnoticed. */
function nodeRemarks({ results, lastRun }: OutputFolder): readonly string[] {
  const before = lastRun?.node;
  const { node } = process.versions;
  if (before === undefined || results.size === 0 || before.split('.')[0] === node.split('.')[0]) return [];
  return [
    `The results that are kept were graded by Node ${before}; this is Node ${node}. An answer that uses what only one of them has may get another mark.`,
  ];
}
