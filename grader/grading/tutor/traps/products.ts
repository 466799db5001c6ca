import ts from 'typescript';
import type { Input } from '../../../authoring/values';
import { formatShape } from '../../../text/formatNumber';
import { type Code, quoted, type Sighting } from './code';
import { declarationOf } from './declarations';
import { type Evidence, shows } from './evidence';
import type { Rule } from './rule';

/** What is called a product of matrices. */
const PRODUCT = /mul|dot|prod|\bmm\b/i;

/** `matmul(W1, X)`, and `matmul(X, W2)`: arguments of the exercise whose sizes do not meet. */
export const productOrder: Rule = {
  id: 'product-order',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'wrong-kind', 'undefined', 'threw')) return [];
    return code
      .all(ts.isCallExpression)
      .flatMap((call) => lookAt(call, code, evidence) ?? [])
      .slice(0, 1);
  },
};

function lookAt(call: ts.CallExpression, code: Code, { exercise, cases }: Evidence): Sighting | null {
  const [first, second, ...others] = call.arguments;
  if (second === undefined || others.length > 0 || !PRODUCT.test(call.expression.getText())) return null;
  const [one, other] = [first, second].map((node) => argumentOf(node, code, exercise));
  if (one === null || other === null || /dotMultiply/.test(call.expression.getText())) return null;
  const pairs = cases.map((inputs) => [shapeOf(inputs[one]), shapeOf(inputs[other])] as const);
  const apart = pairs.find(([a, b]) => a !== null && b !== null && a[1] !== b[0]);
  // Entry by entry, or transposed.
  if (apart === undefined || pairs.some(([a, b]) => a === null || b === null)) return null;
  const [a, b] = apart as readonly [Shape, Shape];
  const meetsTurned = pairs.every(([left, right]) => left !== null && right !== null && right[1] === left[0]);
  const [left, right] = [quoted(first), quoted(second)];
  const instead = meetsTurned ? `write ${quoted(call.expression)}(${right}, ${left})` : 'which two belong together?';
  return code.sighting(
    call,
    `A product of matrices needs as many columns in the first as rows in the second, and where ${left} has shape ${formatShape(a)}, ${right} has ${formatShape(b)}: ${instead}`,
  );
}

type Shape = readonly [rows: number, columns: number];

/** The rows and columns of a matrix; null for anything else. */
export function shapeOf(input: Input | undefined): Shape | null {
  return Array.isArray(input) && Array.isArray(input[0]) ? [input.length, input[0].length] : null;
}

/** Which argument of the exercise's own function a name stands for; null when it is none. */
export function argumentOf(node: ts.Expression, code: Code, exercise: string): number | null {
  const declared = ts.isIdentifier(node) ? declarationOf(node) : null;
  if (declared === null || !ts.isParameter(declared)) return null;
  const [place] = code.own(exercise).map(({ parameters }) => parameters.indexOf(declared));
  return place === undefined || place === -1 ? null : place;
}
