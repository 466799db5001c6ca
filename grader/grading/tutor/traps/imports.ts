import ts from 'typescript';
import { type Code, quoted, type Sighting } from './code';
import type { Evidence } from './evidence';
import type { Rule } from './rule';

/** Imports that find nothing, or nothing of that name. */
export const imports: Rule = {
  id: 'wrong-import',
  find(code, evidence) {
    return code.all(ts.isImportDeclaration).flatMap((declaration) => lookAt(declaration, code, evidence));
  },
};

function lookAt(declaration: ts.ImportDeclaration, code: Code, evidence: Evidence): readonly Sighting[] {
  const { moduleSpecifier, importClause } = declaration;
  if (!ts.isStringLiteral(moduleSpecifier) || importClause?.isTypeOnly === true) return [];
  const sentence =
    evidence.problem?.kind === 'import'
      ? notFound(moduleSpecifier.text, evidence, code)
      : notExported(moduleSpecifier.text, importClause, evidence);
  return sentence === null ? [] : [code.sighting(declaration, sentence)];
}

function notFound(specifier: string, { problem }: Evidence, code: Code): string | null {
  if (problem === null || !('id' in problem) || problem.id !== code.id || !problem.message.includes(`"${specifier}"`))
    return null;
  if (/^(?:@tensorflow|tensorflow|@tfjs)/.test(specifier))
    return 'There is no TensorFlow here: a matrix is an array of rows, so write loops or map and reduce, or import functions from "mathjs"';
  if (/^(?:numpy|np)\b|^(?:numjs|numpy-ts|ndarray)/.test(specifier))
    return 'There is no NumPy here: a matrix is an array of rows, so write loops or map and reduce, or import functions from "mathjs"';
  if (/^math(?:\.js|js-.*)?$/i.test(specifier)) return 'The library is called "mathjs"; Math itself needs no import';
  return null;
}

/** An import that came out as undefined, and was called. */
function notExported(specifier: string, clause: ts.ImportClause | undefined, evidence: Evidence): string | null {
  const called = evidence.thrown.flatMap(({ message }) => /(\w+) is not a function$/.exec(message)?.[1] ?? []);
  const from = specifier.replace(/^.*\//, '').replace(/\.[jt]s$/, '');
  if (
    clause?.name !== undefined &&
    evidence.thrown.some(({ message }) => message.includes(`the default export of ${from} is not`)) &&
    evidence.exercises.includes(from)
  )
    return `${from}.ts has no default export: write import { ${from} } from './${from}', with braces`;
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return null;
  for (const { name, propertyName = name } of bindings.elements) {
    if (!called.includes(propertyName.text)) continue;
    if (evidence.exercises.includes(from) && from !== propertyName.text)
      return `${specifier} exports no ${quoted(propertyName)}: did you mean ${from}?`;
    if (specifier === 'mathjs') return mathjsHas(propertyName.text);
  }
  return null;
}

/** What NumPy has and mathjs calls by another name. */
const MATHJS: Readonly<Record<string, string>> = {
  maximum: 'map(Z, (z) => max(0, z))',
  argmax: 'row.indexOf(max(row))',
  power: 'pow or dotPow',
  average: 'mean',
  matmul: 'multiply',
  outer: 'multiply(column, row)',
  var: 'variance',
};

function mathjsHas(name: string): string {
  const other = Object.hasOwn(MATHJS, name) ? `: write ${MATHJS[name]}` : '';
  return `mathjs has no function ${name}${other}`;
}
