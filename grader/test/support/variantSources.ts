import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ownCode } from '../../verify/mutants/ownCode';
import { KIT_ROOT } from '../../workbook/paths';
import { loadVariants, type Workbook } from '../../workbook/workbook';

/** A right answer as a learner would hand it in. */
export interface RightAnswer {
  readonly exercise: string;
  readonly name: string;
  readonly source: string;
}

/** The model answers and variants of a workbook as files of a submission; variants that use words of authors are left out. */
export async function rightAnswers(workbook: Workbook): Promise<readonly RightAnswer[]> {
  const answers: RightAnswer[] = [];
  for (const { name: exercise } of workbook.exercises) {
    answers.push({ exercise, name: 'solution', source: read('solutions', `${exercise}.ts`) });
    const text = read('fixtures', exercise, 'variants.ts');
    for (const name of Object.keys(await loadVariants(workbook, exercise))) {
      const source = asExercise(ownCode(text, name), name, exercise);
      if (source !== null) answers.push({ exercise, name, source });
    }
  }
  return answers;
}

const read = (...parts: string[]) => fs.readFileSync(path.join(KIT_ROOT, ...parts), 'utf8');

/** A file of one variant as an exercise's file; null when it cannot stand by itself. */
function asExercise(text: string, variant: string, exercise: string): string | null {
  const file = ts.createSourceFile('variants.ts', text, ts.ScriptTarget.ES2022, true);
  const statements: string[] = [];
  const others = file.statements
    .filter((one) => !ts.isImportDeclaration(one))
    .map((one) => one.getText())
    .join('\n');
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const kept = importOf(statement, others);
      if (kept === null) return null;
      statements.push(kept);
    } else statements.push(exported(statement, variant, exercise));
  }
  return `${statements.filter((one) => one !== '').join('\n')}\n`;
}

/** What authors have at hand, as a learner would write it. */
const HELPERS: Readonly<Record<string, string>> = {
  sum: 'const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);',
  mean: 'const mean = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0) / numbers.length;',
  affine:
    'const affine = (X: number[][], W: number[][], b: number[][]) => X.map((x) => W[0].map((_, j) => x.reduce((z, v, k) => z + v * W[k][j], b[0][j])));',
  transposed: 'const transposed = (A: number[][]) => A[0].map((_, j) => A.map((row) => row[j]));',
};

/** An import as an exercise may have it; empty for one that is not needed, null for one that it cannot have. */
function importOf({ moduleSpecifier, importClause }: ts.ImportDeclaration, others: string): string | null {
  const bindings = importClause?.namedBindings;
  if (importClause?.isTypeOnly === true || bindings === undefined || !ts.isNamedImports(bindings)) return '';
  const used = bindings.elements.filter(
    ({ name, isTypeOnly }) => !isTypeOnly && new RegExp(`\\b${name.text}\\b`).test(others),
  );
  if (used.length === 0) return '';
  const specifier = moduleSpecifier.getText().slice(1, -1);
  const from = specifier.startsWith('../../reference/') ? `./${path.basename(specifier)}` : specifier;
  if (from === 'mathjs' || (from.startsWith('./') && from !== './affine'))
    return `import { ${used.map((one) => one.getText()).join(', ')} } from '${from}';`;
  return used.every(({ name }) => Object.hasOwn(HELPERS, name.text))
    ? used.map(({ name }) => HELPERS[name.text]).join('\n')
    : null;
}

/** A statement, with the variant in place of the object of all variants. */
function exported(statement: ts.Statement, variant: string, exercise: string): string {
  if (!ts.isVariableStatement(statement)) return statement.getText();
  const [{ name, initializer }] = statement.declarationList.declarations;
  if (name.getText() !== 'variants' || initializer === undefined || !ts.isObjectLiteralExpression(initializer))
    return statement.getText();
  const own = initializer.properties.find((one) => one.name?.getText().replace(/['"]/g, '') === variant);
  if (own === undefined) return '';
  if (ts.isPropertyAssignment(own)) return `export const ${exercise} = ${dedented(own.initializer.getText())};`;
  return `export function ${exercise}${dedented(own.getText().slice(own.name?.getText().length))}`;
}

/** Lines that stood two characters into an object. */
const dedented = (text: string) => text.replace(/\n {2}/g, '\n');
