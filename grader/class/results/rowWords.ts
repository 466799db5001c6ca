import { formatList } from '../../text/lists';
import { identifiers, type RosterEntry } from '../intake/roster';
import type { ExerciseResult, Result } from '../store/journalLine';
import { errorWords } from './comment';
import type { Row } from './gradebook';

/** What students are called in lines for a person. */
export function namesOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ student, entry }) => student ?? nameOf(entry));
}

/** `1001 (Canvas id of Ada Lovelace, SIS id of Bob Smith)`. */
export function withCandidates({ student, candidates }: Row): string {
  return `${student} (${candidates.map(({ entry, by }) => `${by} of ${nameOf(entry)}`).join(', ')})`;
}

/** `Kim Lee_17 (s1026 or s1027)`. */
export function withSharers({ student, candidates }: Row): string {
  return `${student} (${candidates.map(({ entry }) => identifiers(entry)[0]).join(' or ')})`;
}

/** What somebody on the roster is called; empty for nobody. */
export function nameOf(entry: RosterEntry | null): string {
  return entry?.name || entry?.email || entry?.id || '';
}

/** Whether code that does not run may be all right: a function is exported under another name, or an import leads nowhere. */
export function isNearlyRight(error: string | null): boolean {
  return error === 'missing-export' || error === 'import';
}

/** `no file: softmax and forwardMlp`: why the exercises that `about` picks could not be judged; empty where it picks none. */
export function errorsOf({ exercises }: Result, about: (exercise: ExerciseResult) => boolean): string {
  const names = new Map<string, string[]>();
  for (const { name, error } of exercises.filter(about)) {
    const why = errorWords(error ?? '');
    names.set(why, [...(names.get(why) ?? []), name]);
  }
  return [...names].map(([why, which]) => `${why}: ${formatList(which)}`).join(', ');
}
