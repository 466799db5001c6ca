import ts from 'typescript';
import type { Position } from './compile';

/** What an exercise file tells without being run. */

/** The throw of a stub's TODO. */
export interface StubThrow extends Position {
  /** Whether its function does nothing else: that is a stub as it was handed out. */
  readonly isAll: boolean;
  /** Whether its function cannot end before it without an error of another kind. */
  readonly isReached: boolean;
}

/** Every `throw new Error('TODO…')` inside a function of the file. */
export function stubThrows(tree: ts.SourceFile): readonly StubThrow[] {
  const found: StubThrow[] = [];
  const visit = (node: ts.Node): void => {
    const body = ts.isThrowStatement(node) && throwsTodo(node) ? outermostBody(node) : null;
    if (body !== null) {
      const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      const index = body.statements.indexOf(node as ts.Statement);
      found.push({
        line: line + 1,
        column: character + 1,
        isAll: body.statements.length === 1 && index === 0,
        isReached: index >= 0 && !body.statements.slice(0, index).some(mayReturn),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function mayReturn(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return ts.isReturnStatement(node) || (ts.forEachChild(node, mayReturn) ?? false);
}

function throwsTodo({ expression }: ts.ThrowStatement): boolean {
  if (!ts.isNewExpression(expression)) return false;
  const [message] = expression.arguments ?? [];
  return message !== undefined && ts.isStringLiteralLike(message) && /^TODO\b/.test(message.text);
}

/** The body of the function of the file in which a node is; null when it is in none with braces. */
function outermostBody(node: ts.Node): ts.Block | null {
  let body: ts.Block | null = null;
  for (let at = node; at !== undefined; at = at.parent) if (ts.isFunctionLike(at.parent) && ts.isBlock(at)) body = at;
  return body;
}

/** Whether the file may export `name`: whatever is exported in a way that is not read here counts. */
export function mayExport(tree: ts.SourceFile, name: string): boolean {
  return tree.statements.some((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      return (
        exportClause === undefined ||
        !ts.isNamedExports(exportClause) ||
        exportClause.elements.some((element) => element.name.text === name)
      );
    }
    if (ts.isVariableStatement(statement))
      return (
        isExported(statement) &&
        statement.declarationList.declarations.some((one) => !ts.isIdentifier(one.name) || one.name.text === name)
      );
    if (ts.isFunctionDeclaration(statement))
      return isExported(statement) && !isDefault(statement) && statement.name?.text === name;
    // CommonJS, or something as rare.
    return ts.isExpressionStatement(statement) && /\bexports\b/.test(statement.getText(tree));
  });
}

const has = (node: ts.HasModifiers, kind: ts.SyntaxKind) =>
  node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
const isExported = (node: ts.HasModifiers) => has(node, ts.SyntaxKind.ExportKeyword);
const isDefault = (node: ts.HasModifiers) => has(node, ts.SyntaxKind.DefaultKeyword);
