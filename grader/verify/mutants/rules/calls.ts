import ts from 'typescript';
import { type Edit, neighboursSwapped, oneRemoved, replaced } from './edit';
import { grouped } from './grouped';
import { mathjsImport } from './mathjsImport';

/** Functions and methods that are mistaken for one another, of the language and of mathjs. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  max: ['min'],
  min: ['max'],
  floor: ['ceil'],
  ceil: ['floor'],
  round: ['floor'],
  log: ['log2', 'log10'],
  log2: ['log'],
  exp: ['expm1'],
  sqrt: ['cbrt'],
  every: ['some'],
  some: ['every'],
  push: ['unshift'],
  multiply: ['dotMultiply'],
  dotMultiply: ['multiply'],
  add: ['subtract'],
  subtract: ['add'],
  divide: ['multiply'],
  mean: ['sum', 'median'],
  sum: ['mean'],
  std: ['variance'],
};

/** Another function, none at all, or other arguments; callbacks whose parameters are the wrong way round. */
export function calls(node: ts.Node): readonly Edit[] {
  if (ts.isCallExpression(node)) return [...withoutCall(node), ...withSibling(node.expression), ...argumentsOf(node)];
  if (ts.isNewExpression(node)) return argumentsOf(node);
  if (ts.isSpreadElement(node)) return [replaced('spread', node, node.expression.getText())];
  if (ts.isSpreadAssignment(node)) return [replaced('spread', node, '')];
  if (ts.isArrayLiteralExpression(node)) return elements(node);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return parameters(node);
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return parameters(node);
  return [];
}

/** An argument, or what the method is called on, in place of what the call returns. */
function withoutCall(call: ts.CallExpression): readonly Edit[] {
  const { expression: callee, arguments: given } = call;
  if (ts.isPropertyAccessExpression(callee) && !isNamespace(callee.expression))
    return [replaced('call', call, callee.expression.getText())];
  const [first] = given;
  return first === undefined || ts.isSpreadElement(first) ? [] : [replaced('call', call, grouped(first))];
}

/** `Math`, `Array`, `Object`: what holds functions and is not a value by itself. */
function isNamespace(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) && /^(?:[A-Z]\w{2,}|math|mathjs)$/.test(expression.text);
}

function withSibling(callee: ts.Expression): readonly Edit[] {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (!ts.isIdentifier(name)) return [];
  if (name !== callee) return siblingsOf(name.text).map((other) => replaced('call', name, other));
  const imported = mathjsImport(name);
  return imported === null
    ? []
    : siblingsOf(imported.name).map((other) => {
        const { local, needs } = imported.as(other);
        return { ...replaced('call', name, local), needs };
      });
}

function siblingsOf(name: string): readonly string[] {
  return Object.hasOwn(SIBLINGS, name) ? SIBLINGS[name] : [];
}

function argumentsOf({ arguments: given = [] }: { readonly arguments?: readonly ts.Expression[] }): readonly Edit[] {
  return [...neighboursSwapped('argument', given), ...oneRemoved('argument', given)];
}

/** `[...row]` that is not a copy, and elements in the wrong order. */
function elements(array: ts.ArrayLiteralExpression): readonly Edit[] {
  const { elements: items } = array;
  const [first] = items;
  const copied = items.length === 1 && ts.isSpreadElement(first) ? first.expression : null;
  return [
    ...(copied === null ? [] : [replaced('spread', array, grouped(copied))]),
    ...neighboursSwapped('argument', items),
  ];
}

function parameters({ parameters: list }: ts.FunctionLikeDeclaration): readonly Edit[] {
  return neighboursSwapped(
    'argument',
    list.map(({ name }) => name),
  );
}
