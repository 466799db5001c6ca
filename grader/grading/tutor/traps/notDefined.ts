import ts from 'typescript';
import { closest } from '../../../text/closest';
import type { Code } from './code';
import { namesAround } from './declarations';
import { type Evidence, thrownOn } from './evidence';
import { declaredElsewhere, insteadOfName } from './outOfReach';
import type { Rule } from './rule';

/** Names of Python and NumPy, and what to write instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  np: 'There is no NumPy here: write loops or map and reduce, or import functions from "mathjs"',
  numpy: 'There is no NumPy here: write loops or map and reduce, or import functions from "mathjs"',
  math: 'JavaScript calls it Math, with a capital M: Math.exp, Math.log, Math.max',
  print: 'JavaScript prints with console.log',
  len: 'JavaScript has no len: the length of an array is row.length',
  range: 'JavaScript has no range: write for (let i = 0; i < n; i++), or Array.from({ length: n }, (_, i) => i)',
  enumerate: 'JavaScript has no enumerate: map and forEach hand over the index as well, row.map((z, j) => ...)',
  zip: 'JavaScript has no zip: use the index that map hands over, a.map((x, i) => x * b[i])',
  float: 'JavaScript has no float: all numbers are floating-point numbers already',
  int: 'JavaScript has no int: write Math.trunc(x)',
  list: 'JavaScript has no list: write [...row] for a copy',
  True: 'JavaScript writes true, in small letters',
  False: 'JavaScript writes false, in small letters',
  None: 'JavaScript writes null or undefined for nothing',
  self: 'There is no self here: an exercise is a plain function',
  inf: 'JavaScript writes Infinity',
  nan: 'JavaScript writes NaN',
  zeros:
    'JavaScript has no zeros: write Array.from({ length: n }, () => Array(m).fill(0)), or import zeros from "mathjs"',
};

/** What is a function of Math. */
const OF_MATH = new Set(Object.getOwnPropertyNames(Math));
/** What mathjs has, and an answer may well mean. */
const OF_MATHJS = new Set(
  'sum mean std variance multiply add subtract divide transpose dotMultiply dotDivide map matrix median norm dot'.split(
    ' ',
  ),
);

/** Names that nothing declares. */
export const notDefined: Rule = {
  id: 'not-defined',
  find(code, evidence) {
    for (const use of code.all(ts.isIdentifier)) {
      const line = code.lineOf(use);
      const isThrown = thrownOn(evidence, code.id, line).some(
        ({ message }) => message === `ReferenceError: ${use.text} is not defined`,
      );
      if (!isThrown || isProperty(use)) continue;
      const sentence = sentenceFor(use, code, evidence);
      return sentence === null ? [] : [{ line, sentence }];
    }
    return [];
  },
};

function isProperty({ parent, text }: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.name.text === text && parent.expression.getText() !== text;
}

function sentenceFor(use: ts.Identifier, code: Code, { exercises, exercise }: Evidence): string | null {
  const { text } = use;
  const { parent } = use;
  if (text === 'math' && ts.isPropertyAccessExpression(parent) && !OF_MATH.has(parent.name.text))
    return "math is used here and never imported: write import * as math from 'mathjs' above";
  if (Object.hasOwn(ELSEWHERE, text)) return ELSEWHERE[text];
  const isCalled = ts.isCallExpression(use.parent) && use.parent.expression === use;
  const around = namesAround(use);
  if (exercises.includes(text) && text !== exercise)
    return `${text} is used here and never imported: write import { ${text} } from './${text}' above`;
  if (isCalled && OF_MATH.has(text)) return `JavaScript writes Math.${text}: ${text} alone is not defined`;
  if (isCalled && OF_MATHJS.has(text))
    return `JavaScript itself has no ${text}: write import { ${text} } from 'mathjs' above, or work it out with reduce`;
  const exponent = exponentAfter(use);
  if (exponent !== null)
    return `e-${exponent} is e minus ${exponent}: a number stands before the e, as in 1e-${exponent}`;
  const instead = insteadOfName(use, code);
  if (instead !== null) return instead;
  const inOtherCase = around.find((name) => name !== text && name.toLowerCase() === text.toLowerCase());
  if (inOtherCase !== undefined) return `Nothing called ${text} can be used on this line: did you mean ${inOtherCase}?`;
  if (isAssigned(use)) return `${text} is never declared: write let ${text} = ... where it first gets its value`;
  const elsewhere = declaredElsewhere(use, code);
  if (elsewhere !== null) return elsewhere;
  const meant = closest(text, [...around, ...(isCalled ? exercises : [])], 0.34);
  return meant === null || meant === text
    ? `Nothing called ${text} is known here: is it misspelled, or is an import missing?`
    : `Nothing called ${text} is declared here: did you mean ${meant}?`;
}

/** `15` in `e-15`; null where that is not what stands there. */
function exponentAfter(use: ts.Identifier): string | null {
  if (use.text !== 'e') return null;
  const found = /^\s*-\s*(\d+)\b/.exec(use.getSourceFile().text.slice(use.end));
  return found === null ? null : found[1];
}

function isAssigned(use: ts.Identifier): boolean {
  const { parent } = use;
  return (
    ts.isBinaryExpression(parent) && parent.left === use && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}
