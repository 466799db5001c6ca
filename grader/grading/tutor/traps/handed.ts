import ts from 'typescript';
import { bare, quoted } from './code';
import { declarationOf } from './declarations';

/** Functions by name, handed to methods of arrays. */

const EACH = new Set(['map', 'forEach', 'filter', 'flatMap', 'some', 'every', 'find', 'findIndex']);

/** `row.map(f(x))`, where `row.map(f)` is meant; null where the call is none of that. */
export function handedCall(call: ts.CallExpression): string | null {
  const { parent, expression } = call;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== call || !ts.isIdentifier(expression)) return null;
  const method = ts.isPropertyAccessExpression(parent.expression) ? parent.expression.name.text : '';
  if (!EACH.has(method) || !givesNoFunction(expression)) return null;
  return `${method} calls ${expression.text} itself, for each entry: hand over ${expression.text} alone, as in ${quoted(parent.expression)}(${expression.text})`;
}

/** Whether a name is that of a function of the file that makes something else than a function. */
function givesNoFunction(name: ts.Identifier): boolean {
  const declared = declarationOf(name);
  const made = declared !== null && ts.isVariableDeclaration(declared) ? declared.initializer : declared;
  if (made === null || made === undefined || !ts.isFunctionLike(made) || !('body' in made)) return false;
  const { body } = made;
  return body !== undefined && !ts.isFunctionLike(bare(body)) && !/=>|\bfunction\b/.test(body.getText());
}
