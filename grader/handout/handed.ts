import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { identifiersIn } from '../submission/identifiers';
import type { Workbook } from '../workbook/workbook';
import { fixtureFiles, functionsFile } from './fixtureFiles';
import { fileImports } from './imports';

/**
 * The exercises of which those functions of `reference/functions.ts` are made that a fixture takes from there: in a handout
 * they are made of the learner's answers.
 *
 * @throws UserError where one is made of anything else that a file of `reference/` has
 */
export function handedExercises(workbook: Workbook, { name }: Exercise): readonly Exercise[] {
  const { root, exercises } = workbook;
  const file = functionsFile(root);
  const { origins, uses } = namesIn(file);
  const used = new Set<string>();
  for (const [inside, text] of fixtureFiles(workbook, [name]).files)
    for (const [, { target, imported }] of importsIn(path.join(root, inside), text))
      if (target === file) used.add(imported);
  // A set hands out what is added meanwhile.
  for (const one of used) for (const next of uses.get(one) ?? []) used.add(next);
  const handed = [...used].flatMap((one) => {
    const origin = origins.get(one);
    if (origin === undefined) return [];
    const exercise = exercises.find((other) => path.join(root, `reference/${other.name}.ts`) === origin.target);
    if (exercise?.name === origin.imported) return [exercise];
    throw new UserError(
      `reference/functions.ts takes ${origin.imported} from ${path.basename(origin.target)}, which is no answer to an exercise: a handout cannot hold it. Make its functions of answers to exercises, or write it there.`,
    );
  });
  return exercises.filter((exercise) => handed.includes(exercise));
}

interface Origin {
  /** Full path. */
  readonly target: string;
  readonly imported: string;
}

/** By name, what a module imports, or hands on from another, at run time; and which names each of its own names uses. */
function namesIn(file: string) {
  const text = fs.readFileSync(file, 'utf8');
  const uses = new Map<string, ReadonlySet<string>>();
  for (const statement of parsed(text).statements) {
    if (ts.isFunctionDeclaration(statement)) uses.set(statement.name?.text ?? '', identifiersIn(statement));
    else if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) uses.set(name.getText(), identifiersIn(statement));
    else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined)
      for (const { name, propertyName = name } of namedIn(statement)) uses.set(name.text, new Set([propertyName.text]));
  }
  return { origins: new Map(importsIn(file, text)), uses };
}

/** What `text`, which stands in `file`, imports or hands on from other files at run time, by the name that it has there. */
function importsIn(file: string, text: string): readonly (readonly [name: string, Origin])[] {
  const targets = new Map(fileImports(file, text).map(({ specifier, target }) => [specifier, target]));
  return parsed(text).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    const target =
      moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? targets.get(moduleSpecifier.text) : undefined;
    if (target === undefined) return [];
    return namedIn(statement).map(
      ({ name, propertyName = name }) => [name.text, { target, imported: propertyName.text }] as const,
    );
  });
}

/** What a statement imports or exports by name, but for types. */
function namedIn(statement: ts.ImportDeclaration | ts.ExportDeclaration) {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  return clause !== undefined && 'elements' in clause
    ? [...clause.elements].filter(({ isTypeOnly }) => !isTypeOnly)
    : [];
}

const parsed = (text: string) => ts.createSourceFile('parsed.ts', text, ts.ScriptTarget.ES2022, true);
