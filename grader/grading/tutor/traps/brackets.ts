import ts from 'typescript';
import type { Code } from './code';
import type { Rule } from './rule';

const CLOSING: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.OpenBraceToken, ts.SyntaxKind.CloseBraceToken],
  [ts.SyntaxKind.OpenParenToken, ts.SyntaxKind.CloseParenToken],
  [ts.SyntaxKind.OpenBracketToken, ts.SyntaxKind.CloseBracketToken],
]);
const CLOSES = new Set(CLOSING.values());

interface Bracket {
  readonly kind: ts.SyntaxKind;
  readonly text: string;
  readonly offset: number;
}

/** A bracket that is never closed, or closes nothing. */
export const unclosed: Rule = {
  id: 'unclosed-bracket',
  find(code, { problem }) {
    if (problem?.kind !== 'syntax' || !('id' in problem) || problem.id !== code.id) return [];
    const found = firstUnmatched(code);
    if (found === null) return [];
    const line = code.lineAt(found.offset);
    const opens = CLOSING.has(found.kind);
    const sentence = opens
      ? `This ${found.text} is never closed: add the ${ts.tokenToString(CLOSING.get(found.kind) as ts.SyntaxKind)} that belongs to it`
      : `This ${found.text} closes nothing: take it away, or add the bracket that it should close`;
    return [{ line, sentence }];
  },
};

/** The first bracket without its other half, as far as indentation tells which of several it is; null when all match. */
function firstUnmatched(code: Code): Bracket | null {
  const open: Bracket[] = [];
  for (const bracket of bracketsOf(code)) {
    if (CLOSING.has(bracket.kind)) {
      open.push(bracket);
      continue;
    }
    const last = open.pop();
    if (last === undefined) return bracket;
    if (CLOSING.get(last.kind) !== bracket.kind) return last;
    // Its own bracket stands at the beginning of a line: one further to the left is that of an outer one.
    if (startsLine(code, bracket) && indentation(code, bracket) < indentation(code, last)) return last;
  }
  return open[0] ?? null;
}

function bracketsOf(code: Code): readonly Bracket[] {
  const brackets: Bracket[] = [];
  function visit(node: ts.Node): void {
    const { kind } = node;
    // A missing token has a place, but no text.
    if ((CLOSING.has(kind) || CLOSES.has(kind)) && node.end > node.pos)
      brackets.push({ kind, text: node.getText(code.file), offset: node.getStart(code.file) });
    for (const child of node.getChildren(code.file)) visit(child);
  }
  visit(code.file);
  return brackets.filter(({ text }) => text !== '');
}

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
