import path from 'node:path';
import ts from 'typescript';
import type { ExerciseReport } from '../../../grading/report';
import { cutText } from '../../../text/cutText';
import { sanitize, sanitizeLine } from '../../../text/sanitize';

/** Pieces of students' code that are shown to say what an answer does, and not whose it is. */

/** More characters of a line, and more lines, are no excerpt. */
const MAX_LINE = 120;
const MAX_LINES = 14;
/** Characters of a file that is read to find a function. */
const MAX_FILE = 20_000;

export interface Excerpt {
  readonly text: string;
  /** Whether it is the line that goes wrong; else it is the function. */
  readonly isLine: boolean;
}

/** The line of an answer that its report points at, or else the function; null when neither can be shown. */
export function excerptOf(report: ExerciseReport, code: string): Excerpt | null {
  const line = lineInQuestion(report);
  const text = line === null ? null : lineText(code, line);
  if (text !== null) return { text, isLine: true };
  const whole = functionText(code, report.name);
  return whole === null ? null : { text: whole, isLine: false };
}

/** Whether none of a student's names is a word of the text. */
export function namesNobody(text: string, names: readonly string[]): boolean {
  const words = new Set(wordsOf(names.join(' ')).filter((word) => word.length > 2));
  return !wordsOf(text).some((word) => words.has(word));
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u);

/** Where the first wrong step is, an error is thrown, or a trap of the language lies: in the exercise's own file. */
function lineInQuestion({ name, wrongStep, counterexample, checks, traps = [] }: ExerciseReport): number | null {
  const thrown = checks.find(({ status, place }) => status === 'failed' && place !== null)?.place;
  const places = [wrongStep, counterexample?.place, thrown, traps[0]];
  const found = places.find((place) => place != null && path.posix.basename(place.file) === `${name}.ts`);
  return found?.line ?? null;
}

function lineText(code: string, line: number): string | null {
  const lines = code.split('\n');
  // What stands behind it may be a name.
  const text = lines[line - 1]?.replace(/\/\/.*$|\/\*.*?\*\//g, '').trim() ?? '';
  return text === '' ? null : cutText(sanitizeLine(text), MAX_LINE);
}

/** The exported function, without comments, and formatted as all are. */
function functionText(code: string, name: string): string | null {
  if (code.length > MAX_FILE) return null;
  try {
    const file = ts.createSourceFile(`${name}.ts`, code, ts.ScriptTarget.ES2022);
    const statement = file.statements.find((one) => defines(one, name));
    if (statement === undefined) return null;
    const printed = ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, statement, file);
    const lines = sanitize(printed).split('\n');
    const shown = lines.slice(0, MAX_LINES).map((line) => cutText(line, MAX_LINE));
    return [...shown, ...(lines.length > MAX_LINES ? ['…'] : [])].join('\n');
  } catch {
    // Nested deeper than the parser goes.
    return null;
  }
}

function defines(statement: ts.Statement, name: string): boolean {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
}
