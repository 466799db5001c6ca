import path from 'node:path';
import ts from 'typescript';
import type { ExerciseReport } from '../../../grading/report';
import { cutText } from '../../../text/cutText';
import { sanitize, sanitizeLine } from '../../../text/sanitize';

/** Pieces of students' code that are shown to say what an answer does, and not whose it is. */

/** More characters of a line, and more lines, are no excerpt. */
const MAX_LINE = 120;
const MAX_LINES = 14;
/** So many lines of a file, comments among them, are read to find as many. */
const MAX_READ = 60;

/** A piece of a student's code. */
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
  const whole = functionText(code, report);
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

/**
 * The function that the report is on, without comments. The text is only split into tokens, which takes time in proportion to
 * its length whatever it holds; a parser may take for ever.
 */
function functionText(code: string, { place }: ExerciseReport): string | null {
  if (place === null) return null;
  const text = code
    .split('\n')
    .slice(place.line - 1, place.line - 1 + MAX_READ)
    .join('\n');
  const lines = sanitize(withoutRest(text))
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const shown = lines.slice(0, MAX_LINES).map((line) => cutText(line, MAX_LINE));
  return shown.length === 0 ? null : [...shown, ...(lines.length > MAX_LINES ? ['…'] : [])].join('\n');
}

/** The first statement of a text, as far as brackets tell where it ends, without its comments. */
function withoutRest(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  let kept = '';
  let depth = 0;
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const token = scanner.getTokenText();
    if (kind !== ts.SyntaxKind.SingleLineCommentTrivia && kind !== ts.SyntaxKind.MultiLineCommentTrivia) kept += token;
    if (['(', '[', '{'].includes(token)) depth += 1;
    else if ([')', ']', '}'].includes(token)) depth -= 1;
    if (depth <= 0 && (token === '}' || token === ';')) break;
  }
  return kept;
}
