import { comparable, type Roster, type RosterEntry } from './roster';

/** One kind of identifier that folders may be named by. 1001 of one kind and 1001 of another may be two students. */
export interface IdentifierKind {
  /** What it is called, as in "named by SIS id". */
  readonly label: string;
  /**
   * The students whose identifier of this kind is the folder's name, or a part of it: at most one, except for what
   * people may share.
   */
  owners(folder: string): readonly RosterEntry[];
}

/**
 * Canvas calls a downloaded submission "lovelaceada_1001_55555_exercises": a name, Canvas' id, the submission's. Of
 * several files of one student, what they have in common is kept: "lovelaceada_1001".
 */
const CANVAS = /^[^_]+(?:_late)?_(\d+)(?:_\d+(?:_.*)?)?$/i;

/**
 * Moodle calls one "Ada Lovelace_1234567_assignsubmission_file": the name, or "Participant 1234567", and the number,
 * which are kept.
 */
const MOODLE = /^(.+?)_(\d+)(?:_assignsubmission_\w*)?$/;

const canvasId = (folder: string) => CANVAS.exec(folder)?.[1] ?? folder;
const moodleId = (folder: string) => MOODLE.exec(folder)?.[2].replace(/^/, 'Participant ') ?? folder;
const moodleName = (folder: string) => MOODLE.exec(folder)?.[1] ?? folder;
const whole = (folder: string) => folder;

/**
 * The kinds of identifiers that a roster holds.
 *
 * @param folders the names that are to be matched
 */
export function identifierKinds({ kind, entries }: Roster, folders: readonly string[]): readonly IdentifierKind[] {
  const prefix = commonPrefix(folders);
  const afterPrefix = (folder: string) => folder.slice(prefix.length);
  const names = NAMES[kind];
  const inId = { canvas: canvasId, moodle: moodleId, simple: whole }[kind];
  return [
    kindOf(names.id, entries, ({ id }) => id, inId),
    kindOf(names.idNumber, entries, ({ idNumber }) => idNumber, whole),
    kindOf(names.username, entries, ({ username }) => username, whole),
    kindOf('e-mail address', entries, ({ email }) => email, whole),
    kindOf(`first part of the ${names.username}`, entries, ({ username }) => front(username), whole),
    kindOf('first part of the e-mail address', entries, ({ email }) => front(email), whole),
    kindOf('name', entries, ({ name }) => name, moodleName),
    kindOf('name, in the other order', entries, ({ name }) => reversed(name), moodleName),
    ...(prefix === ''
      ? []
      : [
          kindOf(`${names.username} after "${prefix}"`, entries, ({ username }) => username, afterPrefix),
          kindOf(
            `first part of the e-mail address after "${prefix}"`,
            entries,
            ({ email }) => front(email),
            afterPrefix,
          ),
        ]),
  ];
}

const NAMES = {
  canvas: { id: 'Canvas id', idNumber: 'SIS id', username: 'login' },
  moodle: { id: 'identifier', idNumber: 'id number', username: 'user name' },
  simple: { id: 'id', idNumber: 'id number', username: 'user name' },
} as const;

function kindOf(
  label: string,
  entries: readonly RosterEntry[],
  identifierOf: (entry: RosterEntry) => string,
  identifierIn: (folder: string) => string,
): IdentifierKind {
  const owners = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const identifier = comparable(identifierOf(entry));
    if (identifier !== '') owners.set(identifier, [...(owners.get(identifier) ?? []), entry]);
  }
  return { label, owners: (folder) => owners.get(comparable(identifierIn(folder))) ?? [] };
}

/** GitHub Classroom puts the assignment before each student's name: the "forward-pass-" of "forward-pass-ada". */
function commonPrefix(folders: readonly string[]): string {
  if (folders.length < 2) return '';
  const [first, last] = [[...folders].sort()[0], [...folders].sort()[folders.length - 1]];
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return first.slice(0, first.lastIndexOf('-', length - 1) + 1);
}

/** "ada" of "ada@uni.edu". */
function front(address: string): string {
  return address.includes('@') ? address.split('@')[0] : '';
}

/** "Lovelace, Ada" for "Ada Lovelace", and back. */
export function reversed(name: string): string {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma !== null) return `${comma[2]} ${comma[1]}`;
  const space = /^(.+)\s+(\S+)$/.exec(name);
  return space === null ? '' : `${space[2]}, ${space[1]}`;
}
