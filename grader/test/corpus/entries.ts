import fs from 'node:fs';
import path from 'node:path';
import type { ErrorKind, ExerciseStatus } from '../../grading/report';

/**
 * The corpus: tiny submissions, one attack each. A file of `submissions/` stands in for `relu.ts`, and its first
 * lines say what it tries and what must come of it:
 *
 *     // An endless loop in the call.
 *     // verdict: error timeout
 *     // says: took longer
 *     // time-limit: 2000
 *     // or: error memory
 *
 * A verdict is a status, then the kind of an error or the score (`*`: fewer than all points). `says` is text that
 * the report on the exercise must hold. The other exercises are solved, and must keep all their marks.
 */
export interface Entry {
  readonly name: string;
  /** What it tries, in a sentence. */
  readonly attack: string;
  readonly status: ExerciseStatus;
  readonly error: ErrorKind | null;
  /** null: fewer than all points. */
  readonly score: number | null;
  /** What else may come of it, where Node's versions differ. */
  readonly or: readonly Pick<Entry, 'status' | 'error'>[];
  readonly says: string;
  /** The time limit of one call to grade it with, in ms. */
  readonly timeLimit: number;
  /** Puts the attack into `folder`. */
  readonly write: (folder: string, places: Places) => void;
}

/** What an attack may be aimed at. */
export interface Places {
  /** Port of a listener on 127.0.0.1. */
  readonly port: number;
  /** A folder outside the submission, with a file `secret.ts`. */
  readonly outside: string;
}

const SUBMISSIONS = path.join(__dirname, 'submissions');
const DEFAULT_TIME_LIMIT = 500;

/** The fields of an entry that `verdict` stands for. */
export function verdict(text: string): Pick<Entry, 'status' | 'error' | 'score'> {
  const [status, detail] = text.split(' ') as [ExerciseStatus, string];
  if (status === 'error') return { status, error: detail as ErrorKind, score: 0 };
  return { status, error: null, score: detail === '*' ? null : Number(detail) };
}

function alternatives(text: string | undefined): Entry['or'] {
  if (text === undefined) return [];
  const { status, error } = verdict(text);
  return [{ status, error }];
}

function readEntry(file: string): Entry {
  const source = fs.readFileSync(path.join(SUBMISSIONS, file), 'utf8');
  const [first, ...rest] = source.split('\n');
  const field = (name: string) => rest.find((line) => line.startsWith(`// ${name}: `))?.slice(name.length + 5);
  const expected = field('verdict');
  if (expected === undefined) throw new Error(`${file}: its second line must be: // verdict: …`);
  return {
    name: path.parse(file).name,
    attack: first.slice(3),
    ...verdict(expected),
    says: field('says') ?? '',
    or: alternatives(field('or')),
    timeLimit: Number(field('time-limit') ?? DEFAULT_TIME_LIMIT),
    write(folder, { port }) {
      const text = source.replaceAll('__PORT__', String(port)).replaceAll('__FOLDER__', folder);
      fs.writeFileSync(path.join(folder, 'relu.ts'), text);
    },
  };
}

/** The entries that are files of the corpus, by name. */
export function submittedEntries(): readonly Entry[] {
  return fs.readdirSync(SUBMISSIONS).sort().map(readEntry);
}
