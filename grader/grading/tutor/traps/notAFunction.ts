import ts from 'typescript';
import { closest } from '../../../text/closest';
import { type Code, quoted } from './code';
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
      const sentence = isThrown(call, expression, code, evidence) ? sentenceFor(expression, code, evidence) : null;
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
  { expression, name: { text } }: ts.PropertyAccessExpression,
  code: Code,
  { exercise, exercises }: Evidence,
): string | null {
  const owner = quoted(expression);
  if (exercises.includes(text) && text !== exercise)
    return `${text} is no method of numbers or arrays: import { ${text} } from './${text}', and write ${text}(...) of a whole matrix`;
  if (owner === 'Math') return mathHas(text);
  if (text === 'length') return `length is no function: write ${owner}.length, without parentheses`;
  if (OF_ARRAYS.includes(text)) return insteadOfArray(expression, text, code);
  if (Object.hasOwn(OF_NUMPY, text)) return `Arrays of JavaScript have no ${text}: ${OF_NUMPY[text]}`;
  if (OF_MATH.includes(text)) return `A number of JavaScript has no ${text}: write Math.${text}(${owner})`;
  const meant = closest(text, OF_ARRAYS, 0.34);
  return meant === null ? null : `Arrays have no ${text}: did you mean ${meant}?`;
}

function mathHas(name: string): string {
  if (Object.hasOwn(OF_NUMPY, name)) return `Math has no ${name}: ${OF_NUMPY[name]}`;
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
