import { identifiers, type Roster, type RosterEntry } from './roster';

/** One line of the gradebook: a folder, a roster entry, or both. */
export interface Match {
  /** The name of the student's folder; null when there is none. */
  readonly student: string | null;
  /** Null for a folder that the roster does not know. */
  readonly entry: RosterEntry | null;
  /** Several folders that seem to be of one student go to nobody, until a person decides. */
  readonly contested: boolean;
}

/** Students by roster order, then folders that belong to nobody on it. Without a roster, just the folders. */
export function matchRoster(students: readonly string[], roster: Roster | null): readonly Match[] {
  if (roster === null) return students.map((student) => ({ student, entry: null, contested: false }));
  const keys = keysOf(roster.entries);
  const byEntry = new Map<RosterEntry, string[]>();
  const unknown: string[] = [];
  for (const student of students) {
    const entry = entryFor(student, keys);
    if (entry === null) unknown.push(student);
    else byEntry.set(entry, [...(byEntry.get(entry) ?? []), student]);
  }
  return [
    ...roster.entries.flatMap((entry) => matchesOf(entry, byEntry.get(entry) ?? [])),
    ...unknown.map((student) => ({ student, entry: null, contested: false })),
  ];
}

function matchesOf(entry: RosterEntry, students: readonly string[]): readonly Match[] {
  if (students.length === 0) return [{ student: null, entry, contested: false }];
  return students.map((student) => ({ student, entry, contested: students.length > 1 }));
}

/** What a folder may be called for each entry; null where two entries claim the same. */
function keysOf(entries: readonly RosterEntry[]): ReadonlyMap<string, RosterEntry | null> {
  const keys = new Map<string, RosterEntry | null>();
  for (const entry of entries) for (const value of identifiers(entry)) keys.set(normal(value), entry);
  // Names and the front of an address are weaker: they never take the place of an identifier.
  const weak = new Map<string, RosterEntry | null>();
  for (const entry of entries) {
    const { name, email, username } = entry;
    // Canvas has no column for the address, which often is the login.
    const fronts = [email, username].map((address) => address.split('@')[0]);
    for (const value of new Set([name, reversed(name), ...fronts].map(normal))) {
      if (value !== '') weak.set(value, weak.has(value) && weak.get(value) !== entry ? null : entry);
    }
  }
  for (const [value, entry] of weak) if (!keys.has(value)) keys.set(value, entry);
  return keys;
}

/** "Lovelace, Ada" for "Ada Lovelace", and back. */
function reversed(name: string): string {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma !== null) return `${comma[2]} ${comma[1]}`;
  const space = /^(.+)\s+(\S+)$/.exec(name);
  return space === null ? '' : `${space[2]}, ${space[1]}`;
}

/** Moodle calls a downloaded submission "Ada Lovelace_1234567_assignsubmission_file". */
const MOODLE = /^(.+)_(\d+)_assignsubmission_\w*$/;

/** Canvas calls one "lovelaceada_1001_55555_exercises": a name, the student's id, the submission's, the file's name. */
const CANVAS = /^[^_]+(?:_late)?_(\d+)_\d+(?:_.*)?$/i;

function entryFor(student: string, keys: ReadonlyMap<string, RosterEntry | null>): RosterEntry | null {
  const moodle = MOODLE.exec(student);
  const canvas = CANVAS.exec(student);
  const names = [student, ...(moodle === null ? (canvas?.slice(1) ?? []) : [`Participant ${moodle[2]}`, moodle[1]])];
  for (const name of names) {
    const entry = keys.get(normal(name));
    if (entry !== undefined && entry !== null) return entry;
  }
  return null;
}

function normal(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
