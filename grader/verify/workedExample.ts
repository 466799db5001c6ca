import ts from 'typescript';

/**
 * Runs the `@example` of a contract: JavaScript whose last statement is an expression, with what it gives in the comment
 * behind it: `softmax([[0, 0]])   // [[0.5, 0.5]]`. Words may follow the value.
 *
 * @param functions what the example may call, by name
 * @returns what is wrong with it, as the end of a sentence that begins with the file; null when it holds
 */
export function exampleProblem(example: string, functions: Readonly<Record<string, unknown>>): string | null {
  const source = ts.createSourceFile('example.ts', example, ts.ScriptTarget.Latest, true);
  const last = source.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return 'does not end in a call.';
  const call = last.expression.getText(source);
  const promised = literalOf(/\/\/(.*)/.exec(example.slice(last.end))?.[1] ?? '');
  if (promised === null) return `does not say what comes out: write it behind the call, as in ${call}   // [[0, 1]].`;
  let got: unknown;
  try {
    got = evaluate(`${example.slice(0, last.getStart(source))}return (${call});`, functions);
  } catch (error) {
    return `cannot be run: ${(error as Error).message}.`;
  }
  if (isAsPromised(got, promised)) return null;
  return `does not hold: ${call} gives ${JSON.stringify(got)}, not ${promised.getText()}.`;
}

/** A number, an array or an object at the beginning of `text`; null when there is none. */
function literalOf(text: string): ts.Expression | null {
  // What follows the value makes no expression with it, or a longer one that is not of these kinds.
  for (let end = text.length; end > 0; end--) {
    const source = ts.createSourceFile('value.ts', `(${text.slice(0, end)})`, ts.ScriptTarget.Latest, true);
    const [statement] = source.statements;
    const { parseDiagnostics } = source as unknown as { readonly parseDiagnostics: readonly unknown[] };
    if (parseDiagnostics.length > 0 || source.statements.length !== 1 || !ts.isExpressionStatement(statement)) continue;
    const { expression } = statement.expression as ts.ParenthesizedExpression;
    if (isLiteral(expression)) return expression;
  }
  return null;
}

function isLiteral(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node) || numberOf(node) !== null;
}

/** A number as it is written; null for anything else. */
function numberOf(node: ts.Expression): string | null {
  if (ts.isNumericLiteral(node)) return node.getText();
  const negative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  return negative && ts.isNumericLiteral(node.operand) ? `-${node.operand.getText()}` : null;
}

function evaluate(body: string, functions: Readonly<Record<string, unknown>>): unknown {
  const { outputText } = ts.transpileModule(`function example() {${body}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return new Function(...Object.keys(functions), `${outputText}\nreturn example();`)(...Object.values(functions));
}

/** Whether `got` is what is written: to the digits shown where three or more follow the point, else exactly. */
function isAsPromised(got: unknown, node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements;
    return Array.isArray(got) && got.length === items.length && items.every((item, i) => isAsPromised(got[i], item));
  }
  if (ts.isObjectLiteralExpression(node)) {
    const fields = node.properties.filter(ts.isPropertyAssignment);
    if (typeof got !== 'object' || got === null || Object.keys(got).length !== fields.length) return false;
    const values = got as Readonly<Record<string, unknown>>;
    return fields.every(({ name, initializer }) => isAsPromised(values[name.getText()], initializer));
  }
  const written = numberOf(node);
  if (written === null || typeof got !== 'number') return false;
  const decimals = written.split('.')[1]?.length ?? 0;
  return Math.abs(got - Number(written)) <= (decimals >= 3 ? 0.5001 * 10 ** -decimals : 1e-9);
}
