import fs from 'node:fs';
import { systemWords, UserError } from '../../errors';
import { type MoodleStatus, moodleStatuses } from './moodleStatus';
import { type Complain, type RosterRow, rosterRows } from './rosterRows';

/** One line of a roster. What the file does not say is empty. */
export interface RosterEntry extends MoodleStatus {
  readonly name: string;
  readonly id: string;
  /** Canvas' "SIS User ID", Moodle's "ID number". */
  readonly idNumber: string;
  /** Canvas' "SIS Login ID", Moodle's "Username". */
  readonly username: string;
  readonly email: string;
  readonly section: string;
  readonly line: number;
}

/** Who should be there, and which kind of file says so: its columns mean different things. */
export interface Roster {
  readonly kind: 'canvas' | 'moodle' | 'simple';
  readonly entries: readonly RosterEntry[];
}

/** By field, the headers that mean it, in small letters. */
const HEADERS = {
  name: ['name', 'student', 'full name', 'fullname'],
  first: ['first name', 'firstname', 'given name'],
  last: ['last name', 'lastname', 'surname', 'family name'],
  id: ['id', 'identifier'],
  idNumber: ['id number', 'idnumber', 'sis user id'],
  username: ['username', 'login', 'sis login id'],
  email: ['email', 'e-mail', 'email address', 'mail'],
  section: ['section', 'group', 'groups'],
  status: ['status'],
} as const;
type Field = keyof typeof HEADERS;

/** What tells students apart. */
const IDENTIFYING = ['id', 'idNumber', 'username', 'email'] as const;

const EXPECTED =
  'the columns of a Canvas gradebook (Student, ID, SIS User ID, SIS Login ID, Section), of a Moodle export (First name, Last name, ID number, Email address), or id,name,email';

/**
 * Reads a roster: a Canvas or Moodle export, or `id,name,email`, as spreadsheets save it.
 *
 * @throws UserError when it cannot be read, has other columns, no students, or a student twice
 */
export function readRoster(file: string, shown: string): Roster {
  const complain = (what: string) => new UserError(`--roster: ${shown} ${what}`);
  const isHeader = (cells: readonly string[]) => identifies(columnsOf(cells));
  const { header, rows } = rosterRows(readBytes(file, complain), isHeader, complain, EXPECTED);
  refuseTwoColumns(header.cells, rows, complain);
  const columns = columnsOf(header.cells);
  const statuses = moodleStatuses(rows.map(({ cells }) => cells[columns.status] ?? ''));
  const entries = rows
    .map(({ cells, line }, i) => ({ ...entryOf(cells, columns, line), ...statuses[i] }))
    .filter(isStudent);
  if (entries.length === 0) throw complain('lists no students.');
  for (const entry of entries)
    if (identifiers(entry).length === 0)
      throw complain(`line ${entry.line} has no id, username or e-mail address for ${entry.name || 'its student'}.`);
  refuseTwice(entries, complain);
  return { kind: kindOf(header.cells), entries };
}

/** What tells a student apart from all others. */
export function identifiers({ id, idNumber, username, email }: RosterEntry): readonly string[] {
  return [...new Set([id, idNumber, username, email].filter((value) => value !== ''))];
}

/** What of an identifier is compared: file systems and people differ in letter case and in how accents are encoded. */
export function comparable(identifier: string): string {
  return identifier.normalize('NFC').trim().toLowerCase();
}

function readBytes(file: string, complain: Complain): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw complain(`cannot be read: ${systemWords(error)}.`);
  }
}

function columnsOf(header: readonly string[]): Record<Field, number> {
  const names = header.map((name) => name.toLowerCase());
  const find = (field: Field) => names.findIndex((name) => (HEADERS[field] as readonly string[]).includes(name));
  return {
    name: find('name'),
    first: find('first'),
    last: find('last'),
    id: find('id'),
    idNumber: find('idNumber'),
    username: find('username'),
    email: find('email'),
    section: find('section'),
    status: find('status'),
  };
}

/** Whether one of the columns tells students apart. */
function identifies({ id, idNumber, username, email }: Record<Field, number>): boolean {
  return Math.max(id, idNumber, username, email) >= 0;
}

function kindOf(header: readonly string[]): Roster['kind'] {
  const names = new Set(header.map((name) => name.toLowerCase()));
  if (names.has('student') && names.has('section')) return 'canvas';
  const isMoodle = ['id number', 'idnumber', 'email address', 'identifier', 'username'].some((name) => names.has(name));
  return isMoodle ? 'moodle' : 'simple';
}

function entryOf(
  record: readonly string[],
  columns: Record<Field, number>,
  line: number,
): Omit<RosterEntry, keyof MoodleStatus> {
  const cell = (field: Field) => record[columns[field]] ?? '';
  return {
    name: cell('name') || [cell('first'), cell('last')].filter((part) => part !== '').join(' '),
    id: cell('id'),
    idNumber: cell('idNumber'),
    username: cell('username'),
    email: cell('email'),
    section: cell('section'),
    line,
  };
}

/** Canvas exports hold rows that are not students: the points possible, notes on posting, and its test student. */
function isStudent(entry: RosterEntry): boolean {
  if (/^(points possible|student, test|test student)$/i.test(entry.name)) return false;
  return entry.name !== '' || identifiers(entry).length > 0;
}

/** Two columns may mean the same, such as `email` and `mail`; where they say different things, nobody knows which is right. */
function refuseTwoColumns(header: readonly string[], rows: readonly RosterRow[], complain: Complain): void {
  for (const field of IDENTIFYING) {
    const [first, ...others] = header.flatMap((name, column) =>
      (HEADERS[field] as readonly string[]).includes(name.toLowerCase()) ? [column] : [],
    );
    for (const other of others) {
      const odd = rows.find(({ cells }) => comparable(cells[first] ?? '') !== comparable(cells[other] ?? ''));
      if (odd !== undefined)
        throw complain(
          `line ${odd.line} has "${odd.cells[first] ?? ''}" in its column "${header[first]}" and "${odd.cells[other] ?? ''}" in another that means the same, "${header[other]}". Delete one of the two columns.`,
        );
    }
  }
}

function refuseTwice(entries: readonly RosterEntry[], complain: Complain): void {
  for (const field of IDENTIFYING) {
    const seen = new Map<string, number>();
    for (const { [field]: value, line } of entries) {
      if (value === '') continue;
      const earlier = seen.get(comparable(value));
      if (earlier !== undefined) throw complain(`has "${value}" twice, on lines ${earlier} and ${line}.`);
      seen.set(comparable(value), line);
    }
  }
}
