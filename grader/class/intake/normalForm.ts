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

/** Words that TypeScript keeps for itself in places only, and that people choose for results. */
const CHOSEN: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.OutKeyword,
  ts.SyntaxKind.GetKeyword,
  ts.SyntaxKind.SetKeyword,
]);

/** The tokens of a text: the kind of each, and its text as far as that matters. */
interface Tokens {
  readonly kinds: readonly ts.SyntaxKind[];
  readonly texts: readonly string[];
}

/**
 * What stays of a program when formatting, comments and the choice of names are taken away: its tokens, with the first
 * name that is chosen in it as 0, the second as 1. The text is only split into tokens, which takes time in
 * proportion to its length whatever it holds.
 *
 * @param kept further names that are no choice, such as those of the exercises
 */
export function normalForm(text: string, kept: ReadonlySet<string>): readonly string[] {
  const tokens = tokensOf(text);
  const { kinds, texts } = tokens;
  const imported = importedNames(tokens);
  const numbers = new Map<string, string>();
  const form: string[] = [];
  for (let i = 0; i < kinds.length; i++) {
    const word = texts[i];
    if (kinds[i] === ts.SyntaxKind.CommaToken && isClosing(texts[i + 1])) continue;
    const isName = kinds[i] === ts.SyntaxKind.Identifier || CHOSEN.has(kinds[i]);
    const isMember = i > 0 && (texts[i - 1] === '.' || texts[i - 1] === '?.');
    if (!isName || isMember || KEPT.has(word) || kept.has(word) || imported.has(word)) form.push(word);
    else {
      const number = numbers.get(word) ?? `#${numbers.size}`;
      numbers.set(word, number);
      form.push(number);
    }
  }
  return form;
}

/** Semicolons are left out: formatting adds them. */
function tokensOf(text: string): Tokens {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const kinds: ts.SyntaxKind[] = [];
  const texts: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.SemicolonToken) continue;
    kinds.push(kind);
    // A text is the same in whatever quotes.
    texts.push(kind === ts.SyntaxKind.StringLiteral ? `"${scanner.getTokenValue()}"` : scanner.getTokenText());
  }
  return { kinds, texts };
}

/** What the file imports, which keeps its name: `exp` and `log` of mathjs are no choice of names. */
function importedNames({ kinds, texts }: Tokens): ReadonlySet<string> {
  const names = new Set<string>();
  let inside = false;
  kinds.forEach((kind, i) => {
    if (kind === ts.SyntaxKind.ImportKeyword) inside = true;
    else if (kind === ts.SyntaxKind.StringLiteral) inside = false;
    else if (inside && kind === ts.SyntaxKind.Identifier) names.add(texts[i]);
  });
  return names;
}

function isClosing(text: string | undefined): boolean {
  return text === undefined || text === ')' || text === ']' || text === '}';
}
