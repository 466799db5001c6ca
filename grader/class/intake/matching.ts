import { type IdentifierKind, identifierKinds } from './identifierKinds';
import type { Roster, RosterEntry } from './roster';

/** One line of the gradebook: a folder, a roster entry, or both. */
export interface Match {
  /** The name of the student's folder; null when there is none. */
  readonly student: string | null;
  /** Null for a folder that the roster does not know, or where it is not clear whose it is. */
  readonly entry: RosterEntry | null;
  /** Of a folder without an entry: whom its name could mean, and by which kind of identifier. */
  readonly candidates: readonly Candidate[];
}

/** Somebody whom the name of a folder could mean. */
export interface Candidate {
  readonly entry: RosterEntry;
  /** The kind of identifier by which the name is theirs. */
  readonly by: string;
}

/** Whose each folder is. */
export interface Matching {
  /** Students by roster order, then folders that belong to nobody on it. Without a roster, just the folders. */
  readonly matches: readonly Match[];
  /** What folders are named by: several kinds when as many folders match each; none when no folder matches any. */
  readonly namedBy: readonly string[];
}

/**
 * Finds out whose each folder is.
 *
 * Kinds of identifiers never mix: 1001 may be the Canvas id of one student and the SIS id of another. So the kind that
 * most folders match is what folders are named by. A folder goes to a student only if that kind says so, and no other
 * kind that is nearly as likely says that it is somebody else's.
 */
export function matchRoster(students: readonly string[], roster: Roster | null): Matching {
  if (roster === null)
    return { matches: students.map((student) => ({ student, entry: null, candidates: [] })), namedBy: [] };
  const kinds = identifierKinds(roster, students);
  const votes = new Map(kinds.map((kind) => [kind, students.filter((one) => kind.owners(one).length > 0).length]));
  const most = Math.max(1, ...votes.values());
  const likely = kinds.filter((kind) => 2 * (votes.get(kind) ?? 0) >= most);
  const likeliest = kinds.filter((kind) => votes.get(kind) === most);
  const byEntry = new Map<RosterEntry, string[]>();
  const others: Match[] = [];
  for (const student of students) {
    const entry = ownerOf(student, likeliest, likely);
    if (entry !== null) byEntry.set(entry, [...(byEntry.get(entry) ?? []), student]);
    else others.push({ student, entry, candidates: candidatesFor(student, kinds) });
  }
  const known = roster.entries.flatMap((entry) =>
    (byEntry.get(entry) ?? [null]).map((student) => ({ student, entry, candidates: [] })),
  );
  return { matches: [...known, ...others], namedBy: likeliest.map(({ label }) => label) };
}

/** The one student whom all of the likeliest kinds name, and whom no likely kind contradicts. */
function ownerOf(
  folder: string,
  likeliest: readonly IdentifierKind[],
  likely: readonly IdentifierKind[],
): RosterEntry | null {
  const [first, ...rest] = likeliest.map((kind) => kind.owners(folder));
  const named = (first ?? []).filter((entry) => rest.every((owners) => owners.includes(entry)));
  if (named.length !== 1) return null;
  const [entry] = named;
  const contradicted = likely.some((kind) => {
    const owners = kind.owners(folder);
    return owners.length > 0 && !owners.includes(entry);
  });
  return contradicted ? null : entry;
}

function candidatesFor(folder: string, kinds: readonly IdentifierKind[]): readonly Candidate[] {
  const found = kinds.flatMap(({ label, owners }) => owners(folder).map((entry) => ({ entry, by: label })));
  return found.filter(({ entry }, i) => found.findIndex((other) => other.entry === entry) === i);
}
