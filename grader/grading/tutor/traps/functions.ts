import ts from 'typescript';
import { rootName } from '../../../submission/expressions';
import { around, bare } from './code';
import { type Declared, declarationAround, declarationOf } from './declarations';

/** What functions return, and to whom they are handed. */

/** The function that a method of an array is handed, and the method's name; null when the call is none of that. */
export function callbackOf(call: ts.CallExpression): Callback | null {
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText();
  const callback = call.arguments.find(isFunction);
  return callback === undefined ? null : { method, callback };
}

export interface Callback {
  readonly method: string;
  readonly callback: ts.ArrowFunction | ts.FunctionExpression;
}

export function isFunction(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** The statements that leave a function, not those of functions within it. */
export function returnsOf(body: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  function visit(node: ts.Node): void {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) found.push(node);
    ts.forEachChild(node, visit);
  }
  ts.forEachChild(body, visit);
  return found;
}

/** Whether a function has braces and never returns a value; what throws returns nothing either. */
export function returnsNothing({ body }: { readonly body?: ts.Node }): boolean {
  if (body === undefined || !ts.isBlock(body) || body.statements.some(ts.isThrowStatement)) return false;
  return !returnsOf(body).some(({ expression }) => expression !== undefined);
}

/** The value at the end of a function's braces that only lacks its return; null when there is none. */
export function lastValue({ body }: { readonly body?: ts.Node }): ts.ExpressionStatement | null {
  const last = body !== undefined && ts.isBlock(body) ? body.statements.at(-1) : undefined;
  return last !== undefined && ts.isExpressionStatement(last) && isValue(last.expression) ? last : null;
}

const FOR_EFFECT = new Set([
  'push',
  'pop',
  'splice',
  'forEach',
  'fill',
  'set',
  'sort',
  'reverse',
  'log',
  'unshift',
  'shift',
]);

/** Whether an expression seems to be there for its value: it sets nothing, and calls nothing that does. */
function isValue(node: ts.Expression): boolean {
  if (ts.isPostfixUnaryExpression(node)) return false;
  if (ts.isPrefixUnaryExpression(node)) return !node.getText().startsWith('++') && !node.getText().startsWith('--');
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment;
  }
  if (!ts.isCallExpression(node)) return true;
  const { expression } = node;
  return !ts.isPropertyAccessExpression(expression) || !FOR_EFFECT.has(expression.name.text);
}

/** Whether a function without a return sets variables of its own and nothing else, so that calling it is of no use. */
export function isPointless(made: ts.FunctionLikeDeclaration): boolean {
  const targets = targetsIn(made);
  return targets.length > 0 && targets.every((target) => isOwn(target, made));
}

/** The one array that a function fills: a parameter, or a variable of its own; null when there is none, or several. */
export function filledBy(made: ts.FunctionLikeDeclaration): string | null {
  const isArray = (declared: Declared | null) =>
    declared !== null &&
    (ts.isParameter(declared)
      ? declared.parent === made
      : ts.isVariableDeclaration(declared) &&
        declared.parent.parent.parent === made.body &&
        declared.initializer !== undefined &&
        (ts.isArrayLiteralExpression(declared.initializer) || ts.isCallExpression(declared.initializer)));
  const names = targetsIn(made).flatMap((target) => {
    const name = rootName(target);
    return name !== null && isArray(declarationAround(name, target)) ? [name] : [];
  });
  return new Set(names).size === 1 ? names[0] : null;
}

/** What a function sets, or calls something of that changes it. */
function targetsIn({ body }: { readonly body?: ts.Node }): readonly ts.Expression[] {
  const targets: ts.Expression[] = [];
  function visit(node: ts.Node): void {
    if (ts.isBinaryExpression(node) && isAssigning(node.operatorToken.kind)) targets.push(node.left);
    else if (ts.isPostfixUnaryExpression(node) || isStep(node)) targets.push(node.operand);
    else if (ts.isCallExpression(node)) {
      const { expression } = node;
      if (ts.isPropertyAccessExpression(expression) && FOR_EFFECT.has(expression.name.text))
        targets.push(expression.expression);
    }
    ts.forEachChild(node, visit);
  }
  if (body !== undefined) visit(body);
  return targets;
}

/** `++i` or `--i`. */
function isStep(node: ts.Node): node is ts.PrefixUnaryExpression {
  if (!ts.isPrefixUnaryExpression(node)) return false;
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}

/** The names of functions whose result is used: handed over, kept, returned, or looked into. */
export function wantedIn(files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && isUsed(node)) names.add(node.expression.text);
    ts.forEachChild(node, visit);
  }
  for (const file of files) visit(file);
  return names;
}

function isUsed(call: ts.CallExpression): boolean {
  const user = around(call);
  if (ts.isCallExpression(user)) return user.arguments.some((argument) => bare(argument) === call);
  if (ts.isBinaryExpression(user)) return isAssigning(user.operatorToken.kind) && bare(user.right) === call;
  return (
    ts.isVariableDeclaration(user) ||
    ts.isReturnStatement(user) ||
    ts.isPropertyAccessExpression(user) ||
    ts.isElementAccessExpression(user)
  );
}

const isAssigning = (kind: ts.SyntaxKind) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** Whether what is set is a variable of the function, made inside it. */
function isOwn(target: ts.Expression, { body }: ts.FunctionLikeDeclaration): boolean {
  if (ts.isElementAccessExpression(target) || ts.isPropertyAccessExpression(target))
    return isOwn(target.expression, { body } as ts.FunctionLikeDeclaration);
  const declared = ts.isIdentifier(target) ? declarationOf(target) : null;
  if (declared === null || !ts.isVariableDeclaration(declared))
    return !ts.isIdentifier(target) && ts.isLiteralExpression(target);
  const isInside = body !== undefined && declared.pos >= body.pos && declared.end <= body.end;
  // `const row = C[i]` is a part of something else.
  const { initializer } = declared;
  return (
    isInside &&
    (initializer === undefined ||
      !(
        ts.isIdentifier(initializer) ||
        ts.isElementAccessExpression(initializer) ||
        (ts.isPropertyAccessExpression(initializer) && initializer.name.text !== 'length')
      ))
  );
}
