import ts from 'typescript';
import type { Code } from './code';
import type { Rule } from './rule';

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);
const OPENING: ReadonlyMap<string, string> = new Map([...CLOSING].map(([opening, closing]) => [closing, opening]));

interface Bracket {
  readonly text: string;
  readonly offset: number;
}

/** A bracket without its other half, and the one after which that should have come, when it is known. */
interface Unmatched {
  readonly bracket: Bracket;
  readonly after: Bracket | null;
}

/** A bracket that is never closed, or closes nothing. */
export const unclosed: Rule = {
  id: 'unclosed-bracket',
  find(code, { problem }) {
    if (problem?.kind !== 'syntax' || !('id' in problem) || problem.id !== code.id) return [];
    const { brackets, comments } = tokensOf(code.text);
    const found = firstUnmatched(code, brackets);
    if (found === null) return [];
    const swallowed = comments.find((comment) => isBalanced([...brackets, ...comment.brackets]));
    if (swallowed !== undefined) {
      const sentence = '// begins a comment, and the brackets after it are not read: to divide write a single /';
      return [{ line: code.lineAt(swallowed.offset), sentence }];
    }
    return [{ line: code.lineAt(found.bracket.offset), sentence: sentenceFor(found, code) }];
  },
};

function sentenceFor({ bracket: { text, offset }, after }: Unmatched, code: Code): string {
  const closing = CLOSING.get(text);
  if (closing === undefined) {
    const column = code.file.getLineAndCharacterOfPosition(offset).character + 1;
    return `The ${text} in column ${column} closes nothing: take it away, or add the bracket that it should close`;
  }
  const where = after === null ? '' : `, after the ${after.text} on line ${code.lineAt(after.offset)}`;
  return `This ${text} is never closed: add the ${closing} that belongs to it${where}`;
}

/** How many more brackets there are of a kind than of its other half. */
function excessOf(text: string, brackets: readonly Bracket[]): number {
  const half = CLOSING.get(text) ?? OPENING.get(text);
  const count = (wanted: string | undefined) => brackets.filter((one) => one.text === wanted).length;
  return count(text) - count(half);
}

const isBalanced = (brackets: readonly Bracket[]) =>
  [...CLOSING.keys()].every((opening) => excessOf(opening, brackets) === 0);

/** The first bracket without its other half, as far as indentation tells which of several it is; null when none is sure. */
function firstUnmatched(code: Code, brackets: readonly Bracket[]): Unmatched | null {
  const open: Bracket[] = [];
  for (const [i, bracket] of brackets.entries()) {
    if (CLOSING.has(bracket.text)) {
      open.push(bracket);
      continue;
    }
    const last = open.pop();
    if (last === undefined) return { bracket, after: null };
    const isMissing = excessOf(last.text, brackets) > 0;
    if (CLOSING.get(last.text) !== bracket.text) {
      if (isMissing) return { bracket: last, after: blockOf(code, last, brackets[i - 1]) };
      return excessOf(bracket.text, brackets) > 0 ? { bracket, after: null } : null;
    }
    // Its own bracket stands at the beginning of a line: one further to the left is that of an outer one.
    if (isMissing && startsLine(code, bracket) && indentation(code, bracket) < indentation(code, last))
      return { bracket: last, after: null };
  }
  return open.length === 0 ? null : { bracket: open[0], after: null };
}

/** The end of the function in braces that is all a call is handed: `map((row) => {` and so on to its `}`. */
function blockOf(code: Code, opening: Bracket, end: Bracket): Bracket | null {
  const [line] = code.text.slice(opening.offset).split('\n');
  return opening.text === '(' && end.text === '}' && /^[^{]*=>\s*\{\s*$/.test(line) ? end : null;
}

/** What stands after `//`, on a line that has code before it. */
interface Comment {
  readonly offset: number;
  readonly brackets: readonly Bracket[];
}

interface Tokens {
  readonly brackets: readonly Bracket[];
  readonly comments: readonly Comment[];
}

/** All brackets of a file, those in texts and regular expressions aside. The parser leaves out those it has no use for. */
function tokensOf(text: string): Tokens {
  const brackets: Bracket[] = [];
  const comments: Comment[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  // Of each brace that is open, whether it is that of `${` in a template.
  const braces: boolean[] = [];
  let before: ts.SyntaxKind = ts.SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const offset = scanner.getTokenStart();
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia) {
      const isAfterCode = /\S/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
      if (isAfterCode) comments.push({ offset, brackets: tokensOf(scanner.getTokenText().slice(2)).brackets });
    }
    if (kind <= ts.SyntaxKind.LastTriviaToken) continue;
    if (kind === ts.SyntaxKind.SlashToken && !AFTER_VALUE.has(before)) kind = scanner.reScanSlashToken();
    const isTemplates = kind === ts.SyntaxKind.CloseBraceToken && braces.pop() === true;
    if (isTemplates) kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.TemplateHead || kind === ts.SyntaxKind.TemplateMiddle) braces.push(true);
    if (kind === ts.SyntaxKind.OpenBraceToken) braces.push(false);
    const token = scanner.getTokenText();
    if (!isTemplates && (CLOSING.has(token) || OPENING.has(token))) brackets.push({ text: token, offset });
    before = kind;
  }
  return { brackets, comments };
}

/** After these a slash divides, and begins no regular expression. */
const AFTER_VALUE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.CloseBracketToken,
  ts.SyntaxKind.CloseBraceToken,
]);

function indentation(code: Code, { offset }: Bracket): number {
  return lineBefore(code, offset).search(/\S|$/);
}

function startsLine(code: Code, { offset }: Bracket): boolean {
  return lineBefore(code, offset).trim() === code.text[offset];
}

/** The line of an offset up to and with the character there. */
function lineBefore(code: Code, offset: number): string {
  return code.text.slice(code.text.lastIndexOf('\n', offset - 1) + 1, offset + 1);
}
