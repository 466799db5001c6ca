import fs from 'node:fs';
import path from 'node:path';
import { extent } from 'simple-statistics';
import { UserError } from '../../errors';
import { chooseExerciseFolder, type ExerciseFolder, type Place } from '../../submission/find';
import { formatList } from '../../text/lists';
import { sanitizeLine } from '../../text/sanitize';
import { type Collected, collect } from './collect';
import { findCorrected } from './corrected';
import { canvasName } from './downloadNames';
import { isKnown } from './fileKinds';
import { isLate } from './late';
import { type NearName, nearNames, nearPlace } from './nearNames';
import type { Origin } from './origin';
import { settle } from './parts';
import { copyRenamed } from './renamed';
import type { SameCode } from './sameCode';
import { type Content, type FoundSources, findSources, type Source } from './sources';
import { isLink, LINK, typedCode } from './typedCode';
import { downloadAllowance, original, SOURCE, unzip } from './unzip';
import type { StudentSpace, Workspace } from './workspace';

/** One student's folder. */
export interface StudentFolder {
  /** What stands for the student everywhere: the name of the folder or zip, or what a platform's names begin with. */
  readonly student: string;
  /** Where the exercise files are. */
  readonly folder: string;
  /** What that is called in reports: as the student knows it, the same on every machine. */
  readonly shownFolder: string;
  /** By exercise that is graded from a file of another name: that name. */
  readonly handedInAs?: Readonly<Record<string, string>>;
}

/** What a student handed in, and where it was found. */
export interface Submission extends Required<StudentFolder> {
  /** How many exercise files there are. */
  readonly count: number;
  /** Their folder, from the student's own; empty for that one itself. */
  readonly below: string;
  readonly others: ExerciseFolder['others'];
  readonly because: ExerciseFolder['because'];
  /** The folders whose files were put together, as no exercise is in two of them; none where one folder has all. */
  readonly together: readonly string[];
  /** Files of nearly an exercise's name, where there is none of just that name; graded if the person accepts them. */
  readonly nearNames: readonly NearName[];
  /** Where exercise files are missing, and none of a near name is there: what there is, or what people write answers into. */
  readonly instead: readonly string[];
  /** Null when nothing tells. */
  readonly isLate: boolean | null;
  /** Whether a person put right what counts. */
  readonly isCorrected: boolean;
  /** What the student is told whose mark a person withholds, perhaps nothing; null where it is not withheld. */
  readonly withheld: string | null;
  readonly problems: readonly string[];
  /** Files that were handed in again, such as `relu-1.ts`, in Canvas. */
  readonly again: readonly string[];
  /** Where code lies that was typed as text. */
  readonly typed: readonly string[];
  /** What Canvas knows the submission by; null when it does not come from there. */
  readonly canvas: string | null;
  /** What all submissions of the same code share; null for one with hardly any of its own. */
  readonly code: string | null;
}

/** What a folder, or zip, of submissions holds. */
export interface Intake extends Omit<FoundSources, 'sources'> {
  /** Those that are wanted. */
  readonly submissions: readonly Submission[];
  /** What of a whole class' zip could not be unpacked. */
  readonly problems: readonly string[];
}

/** What submissions are wanted, and where they are unpacked. */
export interface IntakeOptions {
  /** Names of the workbook's exercises, by which the place that counts is chosen. */
  readonly exercises: readonly string[];
  /** Names of those that are graded. */
  readonly graded: readonly string[];
  /** Whether files of near names are graded. */
  readonly acceptNearNames: boolean;
  /** What is handed in later is late: in ms since 1970; null when only the platform tells. */
  readonly due: number | null;
  /** Whose submissions are wanted: in this part of the class. */
  readonly isWanted: (student: string) => boolean;
  readonly workspace: Workspace;
  readonly sameCode: SameCode;
  readonly signal: AbortSignal;
}

/**
 * The submissions that are to be had at `origin`, by student, with all zips unpacked.
 *
 * @throws UserError when it cannot be read or holds no submission
 */
export async function takeIn(
  { file, shown, isZip, results, corrected }: Origin,
  options: IntakeOptions,
): Promise<Intake> {
  const download = isZip ? await unpackDownload(file, options) : null;
  const { sources, ...found } = findSources(download?.folder ?? file, shown, options.exercises, results);
  if (sources.length === 0) {
    const expected = 'it should have one folder or zip for each student, or the files of a download from Canvas';
    throw new UserError(`${shown} holds no submissions: ${download?.problems[0] ?? expected}.`);
  }
  const students = sources.map(({ student }) => student);
  const right = corrected === null ? null : findCorrected(corrected.folder, corrected.shown, students);
  const submissions: Submission[] = [];
  for (const source of sources.filter(({ student }) => options.isWanted(student))) {
    const { content = null, withheld = null } = right?.get(source.student) ?? {};
    const one = content === null ? source : { ...source, corrected: content };
    submissions.push({ ...(await takeOne(one, download, options)), withheld });
  }
  return { ...found, submissions, problems: download?.problems ?? [] };
}

/** A class' zip, unpacked. */
interface Download {
  readonly folder: string;
  readonly times: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

/** Files of a class that are all of one time, in ms, have that of the download. */
const ONE_TIME = 10 * 60_000;

async function unpackDownload(file: string, { workspace, signal }: IntakeOptions): Promise<Download> {
  const folder = workspace.download;
  const { times, problems } = await unzip(file, folder, downloadAllowance(), signal);
  const [first, last] = times.size === 0 ? [0, 0] : extent([...times.values()]);
  return { folder, times: last - first > ONE_TIME ? times : new Map(), problems };
}

/** What was put right counts, and all else is as it was handed in. */
async function takeOne(source: Source, download: Download | null, options: IntakeOptions): Promise<Submission> {
  const { student, content, corrected } = source;
  const { workspace } = options;
  const handedIn = await take(source, content, workspace.ofStudent(student, 'students'), download, options);
  if (corrected === undefined) return handedIn;
  const right = await take(source, corrected, workspace.ofStudent(student, 'corrected'), download, options);
  const lost = options.graded.map((name) => `${name}.ts`).filter((file) => isIn(handedIn, file) && !isIn(right, file));
  const problems = lost.length === 0 ? [] : [`corrected without ${formatList(lost)}, which had been handed in`];
  return { ...right, problems: [...right.problems, ...problems], isLate: handedIn.isLate, isCorrected: true };
}

function isIn({ folder }: Submission, file: string): boolean {
  return fs.existsSync(path.join(folder, file));
}

async function take(
  source: Source,
  content: Content,
  { own, joined, renamed }: StudentSpace,
  download: Download | null,
  options: IntakeOptions,
): Promise<Submission> {
  const { exercises, graded, acceptNearNames, signal } = options;
  const { student } = source;
  const collected = await collect(content, own, exercises, download?.times ?? NO_TIMES, signal);
  const { places, changed } = collected;
  // Times in a student's zip are of the student's machine: they are not compared with times of handing in.
  const times = changed.size > 0 ? changed : download?.times;
  const best = chooseExerciseFolder(places, exercises, (file) => times?.get(file));
  const settled = settle(best, places, exercises, joined);
  const place = best.count > 0 ? settled.place : { ...best, ...nearPlace(places, graded) };
  const near = nearNames(place, graded);
  const accepted = acceptNearNames && near.length > 0;
  const folder = accepted ? copyRenamed(place.folder, renamed, near) : place.folder;
  const files = places.flatMap((one) =>
    one.files.map((file) => (isLink(path.join(one.folder, file)) ? LINK : original(file))),
  );
  const parts = settled.parts.length > 1 ? settled.parts : [place];
  const answers = parts.flatMap((one) => answersIn(one, graded, near));
  return {
    student,
    folder,
    shownFolder: sanitizeLine(place.below),
    handedInAs: accepted ? Object.fromEntries(near.map(({ exercise, file }) => [exercise, file])) : {},
    count: place.count,
    below: place.below,
    others: place.others,
    because: place.because,
    together: parts.length > 1 ? parts.map((one) => one.below) : [],
    nearNames: near,
    instead: insteadOf(files, place, near, graded),
    isLate: isLate(dated(source, download), timesOf(collected, answers, download), options.due),
    isCorrected: false,
    withheld: null,
    problems: collected.problems,
    again: collected.again,
    typed: typedCode(places, graded),
    canvas: canvasNameOf(source),
    code: options.sameCode.fingerprint(place.folder, place.files, near),
  };
}

/** Of all files those that may hold what is missing: where there are exercise files, what people write answers into. */
function insteadOf(
  files: readonly string[],
  place: Pick<ExerciseFolder, 'files' | 'count'>,
  near: readonly NearName[],
  graded: readonly string[],
): readonly string[] {
  const missing = graded.filter((name) => !place.files.includes(`${name}.ts`));
  const isNear = missing.some((name) => near.some(({ exercise }) => exercise === name));
  if (missing.length === 0 || isNear) return [];
  return place.count === 0 ? files : files.filter((file) => isKnown(file));
}

/** Paths of the files in `place` that are graded, or may be. */
function answersIn({ folder, files }: Place, graded: readonly string[], near: readonly NearName[]): readonly string[] {
  const wanted = new Set([...graded.map((name) => `${name}.ts`), ...near.map(({ file }) => file)]);
  return files.filter((file) => wanted.has(file)).map((file) => path.join(folder, file));
}

/** When the answers were handed in, in ms since 1970; all files where there are none. */
function timesOf(
  { places, handedIn }: Collected,
  answers: readonly string[],
  download: Download | null,
): readonly number[] {
  const all = places.flatMap(({ folder, files }) => files.map((file) => path.join(folder, original(file))));
  return (answers.length > 0 ? answers : all).flatMap((file) => handedIn.get(file) ?? download?.times.get(file) ?? []);
}

const NO_TIMES: ReadonlyMap<string, number> = new Map();

function canvasNameOf({ content, student }: Source): string | null {
  if (content.kind !== 'files') return canvasName(student);
  // A comment is shown under that file's name: as a text, better not under a zip's.
  const sources = content.files.filter(({ name }) => SOURCE.test(name));
  const [newest] = (sources.length > 0 ? sources : [...content.files]).sort((a, b) => b.fileId - a.fileId);
  return newest === undefined ? null : canvasName(path.basename(newest.path));
}

/** Loose files of a download were handed in at the times that its zip gives them. */
function dated(source: Source, download: Download | null): Source {
  if (download === null || source.content.kind !== 'files' || source.submitted !== null) return source;
  const times = source.content.files.flatMap((file) => download.times.get(file.path) ?? []);
  return times.length === 0 ? source : { ...source, submitted: Math.max(...times) };
}
