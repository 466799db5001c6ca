import { identifiers, type RosterEntry } from '../intake/roster';
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
