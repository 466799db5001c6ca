import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../errors';
import { formatList } from '../../text/lists';
import { sanitizeLine } from '../../text/sanitize';
import { parseShard } from '../intake/shard';
import { counted } from '../listing';
import { readIntakeNotes } from './intakeNotes';
import type { Result } from './journalLine';
import type { OutputFolder } from './outputFolder';
import { sameReceipt } from './receipt';

/** Parts of a class joined: one result for each student, and what to tell about it. */
export interface Merged {
  /** By student, in the order of their names, with the part that each comes from. */
  readonly results: ReadonlyMap<string, { readonly result: Result; readonly part: OutputFolder }>;
  readonly remarks: readonly string[];
  /** Whether every part is there and finished. */
  readonly complete: boolean;
}

/** At most this many conflicts are named in the refusal. */
const MAX_NAMED = 5;

/**
 * Joins the results of parts. The same result twice is one result; two different ones for a student are refused.
 *
 * @throws UserError when parts contradict each other, or were graded with different fixtures
 */
export function mergeParts(parts: readonly OutputFolder[]): Merged {
  const found = parts.map((part) => ({ part, current: currentResults(part) }));
  refuseMixedTerms(found);
  const results = new Map<string, { result: Result; part: OutputFolder }>();
  const conflicts: string[] = [];
  let overlaps = 0;
  for (const { part, current } of found)
    for (const result of current.filter(({ final }) => final)) {
      const known = results.get(result.student);
      if (known === undefined) results.set(result.student, { result, part });
      else if (sameResult(known.result, result)) overlaps += 1;
      else conflicts.push(conflictWords(result, known, part));
    }
  if (conflicts.length > 0) throw new UserError(conflictsWords(conflicts));
  const gaps = [...missingParts(parts), ...unfinishedParts(found)];
  const versions = nodeRemarks(parts);
  const doubled =
    overlaps === 0 ? [] : [`${counted(overlaps, 'result')} in several parts, with equal receipts, counted once.`];
  const sorted = new Map([...results].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { results: sorted, remarks: [...doubled, ...versions, ...gaps], complete: gaps.length === 0 };
}

/** A part, with its results of those whom its last run found. */
interface Found {
  readonly part: OutputFolder;
  readonly current: readonly Result[];
}

/** Without notes, which earlier versions of the kit did not write, all results are taken. */
function currentResults(part: OutputFolder): readonly Result[] {
  const there = new Set(readIntakeNotes(part).map(({ student }) => student));
  const all = [...part.results.values()];
  return there.size === 0 ? all : all.filter(({ student }) => there.has(student));
}

/** The folders that `merge` joins: those named, or the `shard-…` folders in the one that is named. */
export function partFolders(folders: readonly string[], shown: (folder: string) => string): readonly string[] {
  const parts = folders.flatMap((folder) => {
    if (fs.existsSync(path.join(folder, 'journal.jsonl')) && folders.length > 1) return [folder];
    const below = shardFolders(folder);
    if (below.length > 0) return below;
    if (fs.existsSync(path.join(folder, 'journal.jsonl'))) return [folder];
    throw new UserError(`${shown(folder)} is not part of a class: it has no journal.jsonl and no shard-… folders.`);
  });
  return [...new Set(parts)];
}

function shardFolders(folder: string): readonly string[] {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) return [];
  const order = (name: string) => Number(/\d+/.exec(name)?.[0]);
  return fs
    .readdirSync(folder)
    .filter((name) => /^shard-\d+-of-\d+$/.test(name))
    .sort((a, b) => order(a) - order(b))
    .map((name) => path.join(folder, name));
}

function refuseMixedTerms(found: readonly Found[]): void {
  const seen = new Map<string, OutputFolder>();
  for (const { part, current } of found)
    for (const { receipt } of current) seen.set(`${receipt.fixtures} ${receipt.timeLimit}`, part);
  if (seen.size < 2) return;
  const where = formatList([...new Set([...seen.values()].map(({ shown }) => shown))]);
  throw new UserError(
    `Not all results were graded with the same fixtures, grader and time limit (see ${where}). Bring the older ones up to date with --regrade --yes, then merge again.`,
  );
}

/** Equal but for when they were graded, and how fast. */
function sameResult(a: Result, b: Result): boolean {
  const bare = (result: Result) => JSON.stringify({ ...result, at: '', seconds: 0 });
  return sameReceipt(a.receipt, b.receipt) && bare(a) === bare(b);
}

function conflictWords(
  { student, receipt, score }: Result,
  known: { result: Result; part: OutputFolder },
  part: OutputFolder,
): string {
  const what =
    known.result.receipt.submission !== receipt.submission
      ? 'different submissions'
      : known.result.receipt.seed !== receipt.seed
        ? 'different seeds'
        : `different marks (${known.result.score} and ${score})`;
  return `${sanitizeLine(student)} is in ${known.part.shown} and in ${part.shown} with ${what}`;
}

function conflictsWords(conflicts: readonly string[]): string {
  const more = conflicts.length > MAX_NAMED ? `; and ${conflicts.length - MAX_NAMED} more` : '';
  return `The parts contradict each other: ${conflicts.slice(0, MAX_NAMED).join('; ')}${more}. Leave one of them out, or grade it again.`;
}

function missingParts(parts: readonly OutputFolder[]): readonly string[] {
  const shards = parts.flatMap(({ lastRun }) => parseShard(lastRun?.shard ?? '') ?? []);
  const counts = new Set(shards.map(({ count }) => count));
  if (counts.size > 1) return [`The parts are of different divisions: of ${[...counts].join(' and of ')}.`];
  const [count] = counts;
  if (count === undefined) return [];
  const there = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !there.has(index));
  return missing.length === 0 ? [] : [`Missing: part ${missing.map((index) => `${index}/${count}`).join(', ')}.`];
}

function unfinishedParts(found: readonly Found[]): readonly string[] {
  return found.flatMap(({ part: { shown, lastRun }, current }) => {
    const graded = current.filter(({ final }) => final).length;
    if (lastRun === null || graded >= lastRun.students) return [];
    return [`${shown} is not finished: ${graded} of ${lastRun.students} are graded; run its command again.`];
  });
}

/** A newer Node may have functions that an older one lacks. */
function nodeRemarks(parts: readonly OutputFolder[]): readonly string[] {
  const majors = new Set(parts.flatMap(({ lastRun }) => lastRun?.node?.split('.')[0] ?? []));
  if (majors.size < 2) return [];
  return [
    `The parts were graded by different versions of Node (${[...majors].join(', ')}): an answer that uses what only one of them has may get another mark.`,
  ];
}
