import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { closest, distance } from 'fastest-levenshtein';
import { UserError } from '../errors';
import { reversed } from './intake/identifierKinds';
import { comparable } from './intake/roster';
import type { OutputFolder } from './store/outputFolder';

/** A line of `gradebook.csv`, as far as it tells who somebody is, and what became of the submission. */
export type GradebookLine = Readonly<
  Record<'folder' | 'id' | 'username' | 'name' | 'email' | 'status' | 'late', string>
>;

/**
 * The student with a result who is called so: by the folder, or by what else the gradebook says, as a mail would.
 *
 * @throws UserError when it is nobody, or several
 */
export function findStudent(called: string, output: OutputFolder): { student: string; line: GradebookLine | null } {
  const { results, shown } = output;
  const lines = readGradebook(output.folder).filter(({ folder }) => results.has(folder));
  const lineOf = (student: string) => lines.find(({ folder }) => folder === student) ?? null;
  if (results.has(called)) return { student: called, line: lineOf(called) };
  const wanted = comparable(called);
  const whole = lines.filter(({ id, username, name, email }) =>
    [id, username, name, reversed(name), email].some((one) => comparable(one) === wanted),
  );
  // A mail may be signed by a part of the name.
  const meant =
    whole.length > 0 ? whole : lines.filter(({ name }) => ` ${wordsOf(name)} `.includes(` ${wordsOf(called)} `));
  const [first, ...others] = meant.map(({ folder }) => folder);
  if (first === undefined) throw unknownStudent(called, [...results.keys()], shown);
  if (others.length > 0)
    throw new UserError(`"${called}" is the name of several: give ${[first, ...others].join(' or ')}.`);
  return { student: first, line: lineOf(first) };
}

function wordsOf(name: string): string {
  return comparable(name)
    .split(/[\s,\p{Pd}]+/u)
    .join(' ')
    .trim();
}

/** Nothing when it is not there, or not as it was written. */
function readGradebook(folder: string): readonly GradebookLine[] {
  try {
    const text = fs.readFileSync(path.join(folder, 'gradebook.csv'), 'utf8');
    // What would be a formula is written behind an apostrophe.
    const cast = (value: string) => value.replace(/^'(?=[=+\-@\t\r])/, '');
    return parse(text, { bom: true, columns: true, cast });
  } catch {
    return [];
  }
}

function unknownStudent(student: string, known: readonly string[], shown: string): UserError {
  const near = known.length === 0 ? null : closest(student, known);
  const isNear = near !== null && (near.includes(student) || distance(near, student) <= 2);
  const hint = isNear
    ? `Did you mean "${near}"?`
    : 'Give a name, e-mail address, id or folder that is in gradebook.csv.';
  return new UserError(`There is no result of "${student}" in ${shown}. ${hint}`);
}
