import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { AuthoringError } from '../authoring/authored';
import { loadModule } from '../workbook/loadModule';
import type { Workbook } from '../workbook/workbook';
import { joined } from './fixtureFiles';

/**
 * What a handout has in place of `reference/MODULE.ts`: exports of the same names and types, whose functions look up
 * what the real ones returned.
 *
 * @throws AuthoringError where an export is neither a function nor data
 */
export async function referenceStub({ root }: Workbook, module: string): Promise<string> {
  const file = path.join(root, 'reference', `${module}.ts`);
  const exported = await loadModule(root, file);
  const declared = ts.transpileDeclaration(fs.readFileSync(file, 'utf8'), {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const { types, typeOf } = declarations(declared);
  const values = Object.entries(exported).map(([name, value]) => {
    const type = typeOf.get(name);
    if (typeof value === 'function')
      return `export const ${name} = recorded('${name}') as ${type ?? '(...inputs: readonly unknown[]) => never'};\n`;
    return `export const ${name}${type === undefined ? '' : `: ${type}`} = ${dataText(module, name, value)};\n`;
  });
  const text = `import { recordedFunctions } from '../grader/grading/recorded/answers';
${types.map((type) => `${type}\n`).join('')}
/** Looks up what your instructor's functions returned on the inputs that grading uses. */
const recorded = recordedFunctions(__dirname, '${module}');

${values.join('')}`;
  return joined(root, `reference/${module}.ts`, text);
}

/** The types in the declarations of a module, as they are, and those of its functions and constants by name. */
function declarations(text: string) {
  const source = ts.createSourceFile('declared.d.ts', text, ts.ScriptTarget.ES2022, true);
  const types: string[] = [];
  const typeOf = new Map<string, string>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      typeOf.set(statement.name.text, functionType(statement));
    else if (ts.isVariableStatement(statement)) {
      for (const { name, type } of statement.declarationList.declarations)
        if (type !== undefined) typeOf.set(name.getText(), type.getText());
    } else if (ts.isImportDeclaration(statement))
      types.push(statement.getText().replace(/^import (?!type )/, 'import type '));
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      types.push(statement.getText());
  }
  return { types, typeOf };
}

/** `(Z: Matrix) => Matrix` of `function softmax(Z: Matrix): Matrix`. */
function functionType({ parameters, type, typeParameters }: ts.FunctionDeclaration): string {
  const names = parameters.map((parameter) => parameter.getText()).join(', ');
  const own = typeParameters === undefined ? '' : `<${typeParameters.map((one) => one.getText()).join(', ')}>`;
  return `${own}(${names}) => ${type?.getText() ?? 'never'}`;
}

function dataText(module: string, name: string, value: unknown): string {
  const text = JSON.stringify(value);
  if (text !== undefined) return text;
  throw new AuthoringError(
    `reference/${module}.ts: ${name} is neither a function nor data, so a handout cannot hold it. Move it out of what fixtures import.`,
  );
}
