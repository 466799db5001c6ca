import ts from 'typescript';
import { closest } from '../../../text/closest';
import { type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { type Evidence, thrownOn } from './evidence';
import type { Rule } from './rule';

/** Methods of NumPy's arrays, and what an array of JavaScript does instead. */
const OF_NUMPY: Readonly<Record<string, string>> = {
  dot: 'add up the products with reduce, or use multiply from "mathjs"',
  matmul: 'add up the products with reduce, or use multiply from "mathjs"',
  sum: 'write row.reduce((a, b) => a + b, 0), or sum(row) with sum from "mathjs"',
  mean: 'divide the sum by row.length, or use mean from "mathjs"',
  max: 'write Math.max(...row)',
  min: 'write Math.min(...row)',
  argmax: 'write row.indexOf(Math.max(...row))',
  std: 'work it out with reduce, or write std(row, "uncorrected") with std from "mathjs"',
  exp: 'write row.map((z) => Math.exp(z))',
  clip: 'write row.map((z) => Math.min(Math.max(z, low), high))',
  transpose: 'write Z[0].map((_, j) => Z.map((row) => row[j])), or use transpose from "mathjs"',
  reshape: 'build the rows with slice or map',
  flatten: 'write Z.flat()',
  ravel: 'write Z.flat()',
  copy: 'write Z.map((row) => [...row])',
  append: 'write push',
  extend: 'write push(...others)',
  tolist: 'an array is a list already',
  astype: 'all numbers are floating-point numbers already',
  toArray: 'an array is one already: only matrices of mathjs have it',
  get: 'write Z[i][j]',
  size: 'write Z.length, the number of rows',
  items: 'write Object.entries(params)',
  keys: 'write Object.keys(params)',
  values: 'write Object.values(params)',
};

const OF_ARRAYS = Object.getOwnPropertyNames(Array.prototype);
const OF_MATH = Object.getOwnPropertyNames(Math);

/** Calls of what is no function. */
export const notAFunction: Rule = {
  id: 'not-a-function',
  find(code, evidence) {
    for (const call of code.all(ts.isCallExpression)) {
      const { expression } = call;
      if (!ts.isPropertyAccessExpression(expression)) continue;
      const sentence = isThrown(call, expression, code, evidence)
        ? sentenceFor(call, expression, code, evidence)
        : null;
      if (sentence !== null) return [{ line: code.lineOf(expression.name), sentence }];
    }
    return [];
  },
};

function isThrown(
  call: ts.CallExpression,
  { name }: ts.PropertyAccessExpression,
  code: Code,
  evidence: Evidence,
): boolean {
  const message = new RegExp(`\\b${name.text} is not a function`);
  const lines = new Set([code.lineOf(call), code.lineOf(name)]);
  return [...lines].some((line) => thrownOn(evidence, code.id, line).some((thrown) => message.test(thrown.message)));
}

function sentenceFor(
  call: ts.CallExpression,
  { expression, name: { text } }: ts.PropertyAccessExpression,
  code: Code,
  { exercise, exercises }: Evidence,
): string | null {
  const owner = quoted(expression);
  if (exercises.includes(text) && text !== exercise)
    return `${text} is no method of numbers or arrays: import { ${text} } from './${text}', and write ${text}(...) of a whole matrix`;
  if (owner === 'Math') return mathHas(text, call, code);
  if (text === 'length') return `length is no function: write ${owner}.length, without parentheses`;
  if (OF_ARRAYS.includes(text)) return insteadOfArray(expression, text, code);
  if (Object.hasOwn(OF_NUMPY, text) && isEntry(expression, code))
    return `${owner} is a number, ${insteadForNumber(text, owner)}`;
  if (Object.hasOwn(OF_NUMPY, text))
    return `Arrays of JavaScript have no ${text}: ${insteadOfNumpy(text, expression, code)}`;
  if (OF_MATH.includes(text)) return `A number of JavaScript has no ${text}: write Math.${text}(${owner})`;
  const meant = closest(text, OF_ARRAYS, 0.34);
  return meant === null ? null : `Arrays have no ${text}: did you mean ${meant}?`;
}

/** Whether a name is that of a number which a method of an array hands over; others may only have become a number. */
function isEntry(node: ts.Expression, code: Code): boolean {
  const declared = ts.isIdentifier(node) ? declarationOf(node) : null;
  return declared !== null && ts.isParameter(declared) && code.ranks.of(node) === 0;
}

function insteadForNumber(name: string, number: string): string {
  if (OF_MATH.includes(name)) return `and has no ${name}: write Math.${name}(${number})`;
  return `and has no ${name}${name === 'clip' ? `: write Math.min(Math.max(${number}, low), high)` : ''}`;
}

/** What to write for a function of NumPy, of the learner's own row where it is known to be one. */
function insteadOfNumpy(name: string, array: ts.Expression | undefined, code: Code): string {
  const isRow = array !== undefined && code.ranks.of(array) === 1;
  // A constant of that name would hide what is imported.
  const isTaken = code.all(ts.isVariableDeclaration).some((made) => made.name.getText() === name);
  const words = isTaken ? OF_NUMPY[name].replace(/, or .*"mathjs"$/, '') : OF_NUMPY[name];
  return isRow ? words.replace(/\brow\b/g, quoted(array)) : words;
}

function mathHas(name: string, { arguments: [first] }: ts.CallExpression, code: Code): string {
  if (Object.hasOwn(OF_NUMPY, name)) return `Math has no ${name}: ${insteadOfNumpy(name, first, code)}`;
  const meant = closest(name, OF_MATH, 0.34);
  return meant === null ? `Math has no function ${name}` : `Math has no ${name}: did you mean Math.${meant}?`;
}

/** An array's method of something that is none: a number, say. */
function insteadOfArray(owner: ts.Expression, method: string, code: Code): string | null {
  const isNumber = code.ranks.of(owner) === 0;
  return isNumber
    ? `${quoted(owner)} is a number, and only arrays have ${method}: is it called on the right one?`
    : null;
}
