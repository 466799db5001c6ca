import type { Code, Sighting } from './code';
import type { Rule } from './rule';

/** What Python writes and TypeScript cannot read: looked for on the lines around the place where its parser stops. */
const HABITS: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /[\w)\]]\s*@\s*[\w(]/,
    '@ multiplies no matrices in TypeScript: work out each entry with loops or map and reduce, or import { multiply } from "mathjs" and write multiply(X, W)',
  ],
  [/^\s*#|[;})]\s*#|\s#\s/, 'A comment begins with // in TypeScript, not with #'],
  [
    /^\s*(?:import\s+[\w.]+(?:\s+as\s+\w+)?\s*;?\s*$|from\s+[\w.]+\s+import\b)/,
    'TypeScript imports by import { name } from "./file", and there is no NumPy here: use arrays with map and reduce, or functions of "mathjs"',
  ],
  [
    /^\s*def\s+\w+\s*\(/,
    'TypeScript has no def: write export function name(Z: Matrix): Matrix { ... }, with braces around the body',
  ],
  [/\blambda\b/, 'TypeScript has no lambda: write an arrow function, such as (z) => Math.max(0, z)'],
  [
    /^\s*for\s+\w+(?:\s*,\s*\w+)*\s+in\b/,
    'A loop over rows is for (const row of Z) { ... } in TypeScript, one that counts for (let i = 0; i < n; i++) { ... }',
  ],
  [
    /\b(?:for|while|if|else)\b.*:\s*$/,
    'TypeScript puts the condition in parentheses and the body in braces: if (z < 0) { ... }',
  ],
  [
    /\bfor\s*\(\s*(?:let|var|const)\s+\w+\s*=[^;]*,[^;]*,[^;]*\)/,
    'The three parts of a for are kept apart by semicolons: for (let i = 0; i < n; i++)',
  ],
  [/\belif\b/, 'TypeScript writes else if, not elif'],
  [/\bfor\s+\w+\s+in\b.*\]/, 'TypeScript has no list comprehensions: write row.map((z) => ...)'],
  [/\)\s*(?:if|else)\b|\w\s+if\s+.*\belse\b/, 'TypeScript writes condition ? a : b, not a if condition else b'],
  [/\w\s+(?:and|or)\s+\w|\bnot\s+\w/, 'TypeScript writes && for and, || for or, and ! for not'],
  [
    /\[\s*[^\][]*:[^\][?]*\]/,
    'TypeScript has no slices: write row.slice(from, to), and Z.map((row) => row[j]) for a column',
  ],
];

/** So many lines before the one on which the parser gives up may be to blame. */
const LINES_BEFORE = 1;

export const python: Rule = {
  id: 'python-syntax',
  find(code, { problem }) {
    if (problem?.kind !== 'syntax' || !('id' in problem) || problem.id !== code.id || problem.line === undefined)
      return [];
    for (let line = problem.line; line >= Math.max(1, problem.line - LINES_BEFORE); line--) {
      const found = habitOn(code, line);
      if (found !== null) return [found];
    }
    return [];
  },
};

function habitOn(code: Code, line: number): Sighting | null {
  const text = code.bareLine(line);
  const found = HABITS.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { line, sentence: found[1] };
}
