import fs from 'node:fs';
import ts from 'typescript';

/** What a file says about its exercise's function: the parameters, and the comment above it. */
export interface Signature {
  readonly parameters: readonly string[];
  /** The names of the comment's `@param` lines, in order. */
  readonly described: readonly string[];
  /** The text of each `@example`. */
  readonly examples: readonly string[];
}

/** The signature of the function `name` that `file` exports; null when it is not written there as a function. */
export function signatureOf(file: string, name: string): Signature | null {
  if (!fs.existsSync(file)) return null;
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = source.statements.flatMap((statement) => functionsOf(statement, name))[0];
  if (found === undefined) return null;
  const tags = ts.getJSDocTags(found.documented);
  return {
    parameters: found.code.parameters.map((parameter) => parameter.name.getText(source)),
    described: tags.filter(ts.isJSDocParameterTag).map((tag) => tag.name.getText(source)),
    examples: tags
      .filter(({ tagName }) => tagName.text === 'example')
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? ''),
  };
}

/** A function and the node that its comment belongs to. */
interface Documented {
  readonly code: ts.SignatureDeclaration;
  readonly documented: ts.Node;
}

function functionsOf(statement: ts.Statement, name: string): readonly Documented[] {
  if (ts.isFunctionDeclaration(statement))
    return statement.name?.text === name ? [{ code: statement, documented: statement }] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name: declared, initializer }) =>
    declared.getText() === name && initializer !== undefined && ts.isFunctionLike(initializer)
      ? [{ code: initializer, documented: statement }]
      : [],
  );
}
