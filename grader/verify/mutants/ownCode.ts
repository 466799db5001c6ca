import ts from 'typescript';
import type { Span } from './mutator';

/**
 * The code of one variant in a file of many: its property in `export const variants = { ... }`, and what else of the
 * file that uses, directly or by way of other declarations. The whole file where variants are not written as one
 * object.
 */
export function ownCode(source: string, variant: string): readonly Span[] {
  const file = ts.createSourceFile('variants.ts', source, ts.ScriptTarget.ES2022, true);
  const own = propertiesOf(file).find(({ name }) => name !== undefined && nameOf(name) === variant);
  if (own === undefined) return [{ start: 0, end: source.length }];
  const declarations = declarationsOf(file);
  const spans = new Set<ts.Node>([own]);
  // A set hands out what is added meanwhile.
  for (const node of spans) {
    for (const name of identifiersIn(node)) {
      const declaration = declarations.get(name);
      if (declaration !== undefined) spans.add(declaration);
    }
  }
  return [...spans].map((node) => ({ start: node.getStart(), end: node.end }));
}

function propertiesOf(file: ts.SourceFile): readonly ts.ObjectLiteralElementLike[] {
  const variants = variablesOf(file).find(({ name }) => name.getText() === 'variants')?.initializer;
  return variants !== undefined && ts.isObjectLiteralExpression(variants) ? variants.properties : [];
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

/** What the file declares at its top level, by name, but for the variants themselves. */
function declarationsOf(file: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const functions = file.statements.filter(ts.isFunctionDeclaration);
  const named = [...functions, ...variablesOf(file)].map((node) => [node.name?.getText() ?? '', node] as const);
  return new Map(named.filter(([name]) => name !== 'variants'));
}

function variablesOf(file: ts.SourceFile): readonly ts.VariableDeclaration[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
}

function identifiersIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  function visit(inner: ts.Node): void {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  }
  visit(node);
  return names;
}
