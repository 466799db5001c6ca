import MagicString from 'magic-string';
import ts from 'typescript';
import { blankSourceFile } from './blankSpace';

/** JavaScript with the source's own lines and spaces, and how to make its source map. */
export interface Stripped {
  readonly code: string;
  readonly map: () => string;
}

/** What begins or ends a comment in a script, and does not in TypeScript. */
const HTML_COMMENT = /<!--|-->/;

/** What only the compiler makes JavaScript of, or keeps from being one file's alone. */
const NOT_HERE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.ModuleDeclaration,
  ts.SyntaxKind.ImportEqualsDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.DeclareKeyword,
  ts.SyntaxKind.DefaultKeyword,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.ExpressionWithTypeArguments,
]);

/** A source that is left to the compiler. */
class LeftToCompiler extends Error {}

/**
 * What the compiler would make of a file, in a quarter of the time: types become spaces, and imports and exports are
 * rewritten where they stand, into the same expressions. Made for what nearly all answers are: functions and constants.
 *
 * @param file without syntax errors
 * @returns null for a file with anything else in it, such as a class or a default export: that is left to the compiler
 */
export function stripTypes(file: ts.SourceFile): Stripped | null {
  if (file.text.startsWith('#!') || HTML_COMMENT.test(file.text)) return null;
  try {
    const blanked = blankSourceFile(file, leave);
    const text = new MagicString(blanked);
    const exported = rewriteExports(file, text);
    rewriteImports(file, text);
    text.prepend(`"use strict"; ${ts.isExternalModule(file) ? exportsOf(exported) : ''}`);
    return { code: text.toString(), map: () => text.generateMap({ hires: true }).toString() };
  } catch (error) {
    if (error instanceof LeftToCompiler) return null;
    throw error;
  }
}

function leave(): never {
  throw new LeftToCompiler();
}

interface Exported {
  readonly functions: readonly string[];
  readonly constants: readonly string[];
}

/** What a module begins with: functions are there before anything runs, constants are not. */
function exportsOf({ functions, constants }: Exported): string {
  return [
    'Object.defineProperty(exports, "__esModule", { value: true });',
    ...constants.map((name) => `exports.${name} = void 0;`),
    ...functions.map((name) => `exports.${name} = ${name};`),
    '',
  ].join(' ');
}

function rewriteExports(file: ts.SourceFile, text: MagicString): Exported {
  const functions: string[] = [];
  const constants: string[] = [];
  for (const statement of file.statements) {
    if (!ts.isFunctionDeclaration(statement) && !ts.isVariableStatement(statement)) continue;
    const keyword = statement.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (keyword === undefined) continue;
    if (ts.isFunctionDeclaration(statement)) {
      // One without a body only declares a type, and is gone.
      if (statement.body === undefined) continue;
      functions.push(statement.name?.text ?? leave());
    } else {
      const names = statement.declarationList.declarations.map(constantName);
      if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) leave();
      text.appendLeft(statement.end, `;${names.map((name) => ` exports.${name} = ${name};`).join('')}`);
      constants.push(...names);
    }
    text.remove(keyword.getStart(file), keyword.end);
  }
  return { functions, constants };
}

function constantName({ name, initializer }: ts.VariableDeclaration): string {
  return ts.isIdentifier(name) && initializer !== undefined ? name.text : leave();
}

/** An imported name that its file has another word for. */
interface Imported {
  /** What the name stands for, such as `softmax_1.softmax`. */
  readonly expression: string;
  readonly declaration: ts.ImportDeclaration;
}

function rewriteImports(file: ts.SourceFile, text: MagicString): void {
  const declarations = file.statements.filter(ts.isImportDeclaration);
  const moduleOf = new Map<ts.ImportDeclaration, string>();
  const imported = new Map<string, Imported>();
  for (const declaration of declarations) {
    if (declaration.importClause?.isTypeOnly === true) continue;
    const module = moduleName(declaration, file, [...moduleOf.values()]);
    moduleOf.set(declaration, module);
    for (const { name, original } of namesOf(declaration))
      imported.set(name, { expression: `${module}.${original}`, declaration });
  }
  const used = rewriteNames(file, text, imported);
  for (const [declaration, module] of moduleOf) {
    const [start, end] = [declaration.getStart(file), declaration.end];
    const specifier = JSON.stringify((declaration.moduleSpecifier as ts.StringLiteral).text);
    // Of what is only used as a type nothing is loaded.
    if (used.has(declaration)) text.overwrite(start, end, `const ${module} = require(${specifier});`);
    else text.overwrite(start, end, ';');
  }
}

/** What the compiler calls a module, as messages of errors name it: `softmax_1` for `./softmax`. */
function moduleName(declaration: ts.ImportDeclaration, file: ts.SourceFile, taken: readonly string[]): string {
  const { moduleSpecifier, attributes } = declaration;
  if (!ts.isStringLiteral(moduleSpecifier) || attributes !== undefined) return leave();
  const base = (moduleSpecifier.text.split('/').at(-1) ?? '').replace(/^(\d)/, '_$1').replace(/\W/g, '_');
  for (let number = 1; ; number++) {
    const name = `${base}_${number}`;
    if (file.text.includes(name)) return leave();
    if (!taken.includes(name)) return name;
  }
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly { name: string; original: string }[] {
  const bindings = importClause?.namedBindings;
  if (importClause?.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return leave();
  const values = bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
  return values.map(({ name, propertyName = name }) => {
    if (!ts.isIdentifier(propertyName) || propertyName.text === 'default') return leave();
    return { name: name.text, original: propertyName.text };
  });
}

/** Puts what imported names stand for in their place. @returns the imports that are used */
function rewriteNames(
  file: ts.SourceFile,
  text: MagicString,
  imported: ReadonlyMap<string, Imported>,
): ReadonlySet<ts.ImportDeclaration> {
  const used = new Set<ts.ImportDeclaration>();
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (NOT_HERE.has(node.kind)) leave();
    if (ts.isImportDeclaration(node) || isTypeOnly(node)) return;
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using) leave();
    const known = ts.isIdentifier(node) ? imported.get(node.text) : undefined;
    if (known === undefined) {
      ts.forEachChild(node, (child) => visit(child, node));
      return;
    }
    const form = formOf(node as ts.Identifier, parent);
    if (form === null) return;
    used.add(known.declaration);
    text.overwrite(node.getStart(file), node.end, form(known.expression));
  };
  ts.forEachChild(file, (child) => visit(child, file));
  return used;
}

function isTypeOnly(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isFunctionDeclaration(node) && node.body === undefined)
  );
}

const asItIs = (expression: string) => expression;

/** How an imported name is written where it stands; null where it is only the name of a property or a label. */
function formOf(node: ts.Identifier, parent: ts.Node): ((expression: string) => string) | null {
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return null;
  if (ts.isShorthandPropertyAssignment(parent)) return (expression) => `${node.text}: ${expression}`;
  if (ts.isObjectLiteralElementLike(parent) && parent.name === node) return null;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return null;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return null;
  // Another thing of that name, or a value for one that cannot have any.
  if (isDeclared(node, parent) || isWrapped(parent)) return leave();
  const isCalled =
    (ts.isCallExpression(parent) && parent.expression === node) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === node);
  return isCalled ? (expression) => `(0, ${expression})` : asItIs;
}

function isDeclared(node: ts.Identifier, parent: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent)) &&
    parent.name === node
  );
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return ts.SyntaxKind.FirstAssignment <= kind && kind <= ts.SyntaxKind.LastAssignment;
}

/** `relu!(Z)`: who is called may be further out. */
function isWrapped(parent: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent)
  );
}
