import ts from 'typescript';

/** Names that mean something by themselves; any other identifier is somebody's choice. */
const KEPT: ReadonlySet<string> = new Set([
  ...['Math', 'Number', 'Array', 'Object', 'JSON', 'Error', 'Infinity', 'NaN', 'undefined', 'console', 'String'],
  ...[
    'Float64Array',
    'Float32Array',
    'Map',
    'Set',
    'isNaN',
    'isFinite',
    'parseFloat',
    'parseInt',
    'BigInt',
    'structuredClone',
  ],
]);

/** Tokens that formatting adds or leaves out. */
const DROPPED: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.SemicolonToken]);

/** Words that TypeScript keeps for itself in places only, and that people choose for results. */
const CHOSEN: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.OutKeyword,
  ts.SyntaxKind.GetKeyword,
  ts.SyntaxKind.SetKeyword,
]);

/** One token of a text: its kind, and its text as far as that matters. */
interface Token {
  readonly kind: ts.SyntaxKind;
  readonly text: string;
}

/**
 * What stays of a program when formatting, comments and the choice of names are taken away: its tokens, with the first
 * name that is chosen in it as 0, the second as 1. The text is only split into tokens, which takes time in
 * proportion to its length whatever it holds.
 *
 * @param kept further names that are no choice, such as those of the exercises
 */
export function normalForm(text: string, kept: ReadonlySet<string>): readonly string[] {
  const tokens = tokensOf(text).filter(({ kind }) => !DROPPED.has(kind));
  const imported = new Set(importedNames(tokens));
  const numbers = new Map<string, number>();
  return tokens.flatMap(({ kind, text: word }, i) => {
    if (kind === ts.SyntaxKind.CommaToken && isClosing(tokens[i + 1])) return [];
    if (kind !== ts.SyntaxKind.Identifier && !CHOSEN.has(kind)) return [word];
    const isMember = tokens[i - 1]?.text === '.' || tokens[i - 1]?.text === '?.';
    if (isMember || KEPT.has(word) || kept.has(word) || imported.has(word)) return [word];
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return [`#${numbers.get(word)}`];
  });
}

function tokensOf(text: string): readonly Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan())
    // A text is the same in whatever quotes.
    tokens.push({
      kind,
      text: kind === ts.SyntaxKind.StringLiteral ? `"${scanner.getTokenValue()}"` : scanner.getTokenText(),
    });
  return tokens;
}

/** What the file imports, which keeps its name: `exp` and `log` of mathjs are no choice of names. */
function importedNames(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let inside = false;
  for (const { kind, text } of tokens) {
    if (kind === ts.SyntaxKind.ImportKeyword) inside = true;
    else if (kind === ts.SyntaxKind.StringLiteral) inside = false;
    else if (inside && kind === ts.SyntaxKind.Identifier) names.push(text);
  }
  return names;
}

function isClosing(token: Token | undefined): boolean {
  return token === undefined || [')', ']', '}'].includes(token.text);
}
