import ts from 'typescript';

/** A function that a file imports from mathjs by name. */
export interface MathjsImport {
  /** What mathjs calls it. */
  readonly name: string;
  /** What another function of mathjs is called there, and what has to be imported for it, if anything. */
  as(other: string): { readonly local: string; readonly needs?: string };
}

/** What `identifier` is imported as from mathjs; null when it is not. */
export function mathjsImport(identifier: ts.Identifier): MathjsImport | null {
  const file = identifier.getSourceFile();
  const names = namedImports(file)?.elements ?? [];
  const found = names.find(({ name }) => name.text === identifier.text);
  if (found === undefined) return null;
  return {
    name: (found.propertyName ?? found.name).text,
    as(other) {
      const known = names.find(({ name, propertyName = name }) => propertyName.text === other);
      if (known !== undefined) return { local: known.name.text };
      const taken = new RegExp(`\\b${other}\\b`).test(file.text);
      return taken
        ? { local: `mathjs_${other}`, needs: `${other} as mathjs_${other}` }
        : { local: other, needs: other };
    },
  };
}

/** Where a further name can be imported from mathjs: the end of the list of names. */
export function namedImports(file: ts.SourceFile): ts.NamedImports | null {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || statement.moduleSpecifier.getText(file).slice(1, -1) !== 'mathjs')
      continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings !== undefined && ts.isNamedImports(bindings)) return bindings;
  }
  return null;
}
