import ts from 'typescript';

/** Where a name comes from. */
export type Declared =
  | ts.ParameterDeclaration
  | ts.VariableDeclaration
  | ts.BindingElement
  | ts.FunctionDeclaration
  | ts.ImportSpecifier;

/** What declares the name that `identifier` uses, in the nearest block around it; null when the file does not. */
export function declarationOf({ text, parent }: ts.Identifier): Declared | null {
  return declarationAround(text, parent);
}

/** What declares `text` for what stands in `node`, or in what is around it. */
export function declarationAround(text: string, node: ts.Node): Declared | null {
  for (let around: ts.Node | undefined = node; around !== undefined; around = around.parent) {
    const found = declaredIn(around).find(({ name }) => name !== undefined && name.getText() === text);
    if (found !== undefined) return found;
  }
  return null;
}

/** The names that can be used at a place, the nearest first. */
export function namesAround(node: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let around: ts.Node | undefined = node; around !== undefined; around = around.parent)
    names.push(...declaredIn(around).flatMap(({ name }) => (name === undefined ? [] : [name.getText()])));
  return names;
}

/** What a node declares for all that stands within it. */
function declaredIn(node: ts.Node): readonly Declared[] {
  if (ts.isFunctionLike(node)) return node.parameters.flatMap((parameter) => inPattern(parameter));
  if (ts.isForOfStatement(node) || ts.isForInStatement(node) || ts.isForStatement(node)) {
    const { initializer } = node;
    return initializer !== undefined && ts.isVariableDeclarationList(initializer) ? inList(initializer) : [];
  }
  if (ts.isBlock(node) || ts.isSourceFile(node)) return node.statements.flatMap(inStatement);
  return [];
}

function inStatement(statement: ts.Statement): readonly Declared[] {
  if (ts.isVariableStatement(statement)) return inList(statement.declarationList);
  if (ts.isFunctionDeclaration(statement)) return [statement];
  if (!ts.isImportDeclaration(statement)) return [];
  const bindings = statement.importClause?.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
}

function inList({ declarations }: ts.VariableDeclarationList): readonly Declared[] {
  return declarations.flatMap(inPattern);
}

function inPattern(
  declared: ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement,
): readonly (ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement)[] {
  const { name } = declared;
  if (ts.isIdentifier(name)) return [declared];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : inPattern(element)));
}
