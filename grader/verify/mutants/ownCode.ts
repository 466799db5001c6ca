import ts from 'typescript';
import { identifiersIn } from '../../submission/identifiers';

/**
 * A file of variants with one of them alone: what neither is its property in `export const variants = { ... }` nor is
 * used by it, directly or by way of other declarations, becomes blanks. All else stays at its line and column. The
 * file as it is where its variants are not written as one object.
 */
export function ownCode(source: string, variant: string): string {
  const file = ts.createSourceFile('variants.ts', source, ts.ScriptTarget.ES2022, true);
  const properties = propertiesOf(file);
  const own = properties.find(({ name }) => name !== undefined && nameOf(name) === variant);
  if (own === undefined) return source;
  const declarations = declarationsOf(file);
  const used = new Set<ts.Node>([own]);
  // A set hands out what is added meanwhile.
  for (const node of used) {
    for (const name of identifiersIn(node)) {
      const declaration = declarations.get(name);
      if (declaration !== undefined) used.add(declaration);
    }
  }
  const others = [...properties, ...declarations.values()].filter((node) => !used.has(node));
  return others.reduce((text, node) => blanked(text, node.getStart(), endWithComma(node, source)), source);
}

function propertiesOf(file: ts.SourceFile): readonly ts.ObjectLiteralElementLike[] {
  const variants = variablesOf(file).find(({ name }) => name.getText() === 'variants')?.initializer;
  return variants !== undefined && ts.isObjectLiteralExpression(variants) ? variants.properties : [];
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

/** The statements that declare something at the file's top level, by its name, but for the variants themselves. */
function declarationsOf(file: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const functions = file.statements
    .filter(ts.isFunctionDeclaration)
    .map((node) => [node.name?.text ?? '', node] as const);
  const variables = variablesOf(file).map((node) => [node.name.getText(), node.parent.parent] as const);
  return new Map<string, ts.Node>([...functions, ...variables].filter(([name]) => name !== 'variants'));
}

function variablesOf(file: ts.SourceFile): readonly ts.VariableDeclaration[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
}

/** Where a property ends, with the comma after it. */
function endWithComma({ end }: ts.Node, source: string): number {
  return source[end] === ',' ? end + 1 : end;
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
