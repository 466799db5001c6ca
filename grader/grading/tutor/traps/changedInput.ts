import ts from 'typescript';
import { type Code, quoted, type Sighting } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import type { Rule } from './rule';

/** Methods of arrays that change the array itself. */
const CHANGING = new Set(['sort', 'reverse', 'splice', 'push', 'pop', 'shift', 'unshift', 'fill', 'copyWithin']);
/** Methods that hand the array's own items to their callback. */
const HANDING = new Set(['map', 'forEach', 'filter', 'some', 'every', 'find', 'flatMap']);

/** `row[j] -= max` and `row.sort()`, where `row` is a row of the caller's. */
export const changedArgument: Rule = {
  id: 'writes-into-argument',
  find(code, evidence) {
    if (!shows(evidence, 'changed-input')) return [];
    return [...written(code), ...changedByMethod(code)].flatMap(({ at, array, how }) => {
      const owner = ownerOf(array, evidence.exercise);
      return owner === null ? [] : [sighting(code, at, array, owner, how)];
    });
  },
};

interface Change {
  readonly at: ts.Node;
  readonly array: ts.Expression;
  /** The method that changes the array; null for an entry that is set. */
  readonly how: string | null;
}

function sighting(code: Code, at: ts.Node, array: ts.Expression, owner: string, how: string | null): Sighting {
  const text = quoted(array);
  const whose = text === owner ? `${owner}, which is the caller's` : `${text}, which is part of the caller's ${owner}`;
  const what = how === null ? `This writes into ${whose}` : `${how} changes ${whose}, in place`;
  return code.sighting(at, `${what}: go on with a copy, such as ${copyOf(text, array, code)}`);
}

function copyOf(text: string, array: ts.Expression, code: Code): string {
  const rank = code.ranks.of(array);
  return rank === 1 ? `[...${text}]` : rank === 2 ? `${text}.map((row) => [...row])` : `structuredClone(${text})`;
}

function written(code: Code): readonly Change[] {
  const set = code
    .all(ts.isBinaryExpression)
    .filter(
      ({ operatorToken: { kind } }) => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment,
    )
    .map(({ left }) => left);
  const counted = [...code.all(ts.isPrefixUnaryExpression), ...code.all(ts.isPostfixUnaryExpression)]
    .filter(({ operator }) => operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken)
    .map(({ operand }) => operand);
  const targets = [...set, ...counted].filter(ts.isElementAccessExpression);
  // An entry that is set twice may be moved to be put back: then it is not the writing that is wrong.
  const isSetOnce = (target: ts.Node) => targets.filter((other) => quoted(other) === quoted(target)).length === 1;
  return targets.filter(isSetOnce).map((target) => ({ at: target, array: target.expression, how: null }));
}

function changedByMethod(code: Code): readonly Change[] {
  return code.all(ts.isCallExpression).flatMap(({ expression }) => {
    if (!ts.isPropertyAccessExpression(expression) || !CHANGING.has(expression.name.text)) return [];
    return [{ at: expression.name, array: expression.expression, how: expression.name.text }];
  });
}

/** The parameter of the exercise's own function that an array is, or is part of; null where it is not for sure. */
function ownerOf(node: ts.Expression, exercise: string): string | null {
  if (ts.isElementAccessExpression(node)) return ownerOf(node.expression, exercise);
  if (!ts.isIdentifier(node)) return null;
  const declared = declarationOf(node);
  if (declared === null) return null;
  if (ts.isParameter(declared)) return ownerOfParameter(declared, exercise);
  if (ts.isBindingElement(declared)) {
    // `for (const [i, row] of Z.entries())`
    const whole = declared.parent.parent;
    const isItem = ts.isArrayBindingPattern(declared.parent) && declared.parent.elements.indexOf(declared) === 1;
    return isItem && ts.isVariableDeclaration(whole) ? ownerOfItem(whole, exercise, true) : null;
  }
  if (!ts.isVariableDeclaration(declared)) return null;
  return declared.initializer === undefined
    ? ownerOfItem(declared, exercise, false)
    : ownerOf(declared.initializer, exercise);
}

/** Whose item the variable of a loop is. */
function ownerOfItem({ parent }: ts.VariableDeclaration, exercise: string, byEntries: boolean): string | null {
  const loop = parent.parent;
  if (!ts.isForOfStatement(loop)) return null;
  const { expression } = loop;
  if (!byEntries) return ownerOf(expression, exercise);
  const isEntries =
    ts.isCallExpression(expression) &&
    ts.isPropertyAccessExpression(expression.expression) &&
    expression.expression.name.text === 'entries';
  return isEntries ? ownerOf((expression.expression as ts.PropertyAccessExpression).expression, exercise) : null;
}

function ownerOfParameter(parameter: ts.ParameterDeclaration, exercise: string): string | null {
  const owner = parameter.parent;
  const named = (ts.isFunctionDeclaration(owner) ? owner : owner.parent) as { readonly name?: ts.Node };
  if (named.name?.getText() === exercise) return parameter.name.getText();
  const call = owner.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== owner || owner.parameters[0] !== parameter) return null;
  const { expression } = call;
  const isHanded = ts.isPropertyAccessExpression(expression) && HANDING.has(expression.name.text);
  return isHanded ? ownerOf(expression.expression, exercise) : null;
}
