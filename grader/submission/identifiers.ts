import ts from 'typescript';

/** What is named there at run time. */
export function identifiersIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  function visit(inner: ts.Node): void {
    if (ts.isTypeNode(inner)) return;
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  }
  visit(node);
  return names;
}
