import ts from 'typescript';
import { type Code, quoted, around as userOf } from './code';
import { thrownOn } from './evidence';
import { handedCall } from './handed';
import type { Rule } from './rule';

/** Names that are used where they are not known, although something in the file tells what is meant. */

/** What to write instead of a name that nothing declares, as far as the place where it stands tells; null if it does not. */
export function insteadOfName(use: ts.Identifier, code: Code): string | null {
  const { text, parent } = use;
  if (isType(text, code)) return `${text} is only a type, and nothing that could be called or read: ${zeros(parent)}`;
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === use)
    return `${text} is never declared: write for (const ${text} ${ts.isForOfStatement(parent) ? 'of' : 'in'} ${quoted(parent.expression)})`;
  const call = ts.isBinaryExpression(parent) && parent.left === use ? userOf(parent) : parent;
  if (!ts.isCallExpression(call)) return null;
  if (call !== parent) return assignedArgument(parent as ts.BinaryExpression, call);
  return call.arguments.includes(use) ? handedCall(call) : null;
}

/** `row.map(x = Math.max(0, x))`, and `max(Z, axis=1)`. */
function assignedArgument(set: ts.BinaryExpression, { expression }: ts.CallExpression): string | null {
  if (set.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null;
  const [name, value] = [quoted(set.left), quoted(set.right)];
  return ts.isPropertyAccessExpression(expression) && CALLING_BACK.has(expression.name.text)
    ? `A single = makes no function: write ${name} => ${value}`
    : `Arguments have no names in JavaScript, and ${name}=${value} sets a variable: hand over values alone, in the order of the parameters`;
}

const CALLING_BACK = new Set(['map', 'forEach', 'filter', 'reduce', 'flatMap', 'some', 'every', 'find', 'findIndex']);

function isType(text: string, code: Code): boolean {
  const named = [...code.all(ts.isTypeAliasDeclaration), ...code.all(ts.isInterfaceDeclaration)];
  const imported = code
    .all(ts.isImportSpecifier)
    .filter(({ isTypeOnly, parent }) => isTypeOnly || parent.parent.phaseModifier === ts.SyntaxKind.TypeKeyword);
  return [...named, ...imported].some(({ name }) => name.text === text);
}

/** How an array of numbers is made, with the sizes that are handed to what does not exist. */
function zeros(made: ts.Node): string {
  const [rows, columns] = ts.isNewExpression(made) || ts.isCallExpression(made) ? (made.arguments ?? []) : [];
  const [n, m] = rows !== undefined && columns !== undefined ? [quoted(rows), quoted(columns)] : ['n', 'm'];
  return `for a matrix of zeros write Array.from({ length: ${n} }, () => Array(${m}).fill(0))`;
}

/** `const max = max(row)`: a name that is its own from the first brace on, and nothing yet where it is called. */
export const usedInItself: Rule = {
  id: 'used-in-itself',
  find: (code, evidence) =>
    code.all(ts.isVariableDeclaration).flatMap((made) => {
      const name = made.name.getText();
      const call = code
        .all(ts.isCallExpression)
        .find(({ expression, pos, end }) => expression.getText() === name && pos >= made.name.end && end <= made.end);
      const message = `ReferenceError: Cannot access '${name}' before initialization`;
      if (call === undefined || !thrownOn(evidence, code.id, code.lineOf(call)).some((one) => one.message === message))
        return [];
      const functions = [...code.all(ts.isImportSpecifier), ...code.all(ts.isFunctionDeclaration)];
      const isOther = functions.some((one) => one.name?.text === name);
      const isOfMath = !isOther && typeof (Math as unknown as Record<string, unknown>)[name] === 'function';
      const instead = isOfMath ? `for the function write Math.${name}` : 'it needs another name than the function';
      return [code.sighting(call, `${name} is the variable itself here, which has no value yet: ${instead}`)];
    }),
};

/** Where a name ends that is declared in the file, out of reach of its use; null where it is not declared. */
export function declaredElsewhere(use: ts.Identifier, code: Code): string | null {
  const { text } = use;
  const made = ts.findAncestor(use, ts.isClassLike);
  const isMember = made?.members.some(
    (member) =>
      member.name?.getText() === text ||
      (ts.isConstructorDeclaration(member) &&
        member.parameters.some((one) => ts.isParameterPropertyDeclaration(one, member) && one.name.getText() === text)),
  );
  if (isMember === true) return `${text} belongs to the object of this class: write this.${text}`;
  const inside = ts.findAncestor(use, ts.isFunctionLike);
  if (inside === undefined) {
    const bare = code.all(ts.isFunctionDeclaration).find(({ body, parameters, end }) => {
      const isParameter = parameters.some(({ name }) => name.getText() === text);
      return body === undefined && isParameter && end <= use.pos + 1;
    });
    return bare === undefined
      ? null
      : `The function ${bare.name?.text ?? ''} on line ${code.lineOf(bare)} has no braces, so this line is not part of it: write { after its signature and } at its end`;
  }
  const around = functionsAround(use);
  const isInReach = code
    .all(ts.isVariableDeclaration)
    .some(
      ({ name, parent }) =>
        name.getText() === text && functionsAround(parent).some((one) => one !== undefined && around.includes(one)),
    );
  return isInReach ? `${text} is not known on this line: it is declared within other braces, where it ends` : null;
}

const functionOf = (node: ts.Node) => ts.findAncestor(node, ts.isFunctionLike);

function functionsAround(node: ts.Node): readonly (ts.Node | undefined)[] {
  const inner = functionOf(node);
  return inner === undefined ? [] : [inner, ...functionsAround(inner.parent)];
}
