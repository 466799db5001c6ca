import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { PACKED, unpackFile } from '../grading/recorded/encode';
import type { Workbook } from '../workbook/workbook';

/** Code as short as this is said anywhere. */
const LONGEST_COMMON = 20;

/** `binaryCrossEntropy(A,y)` says no more than the contract. */
const NAMES_ALONE = /^\w+\((?:\w+,)*\w+\)$/;

/** A piece of code that no handout may hold. */
export interface Secret {
  /** Where it stands, as a path inside the workbook. */
  readonly file: string;
  readonly line: number;
  /** Without formatting, types and comments. */
  readonly code: string;
}

/** A secret found in a file of a handout. */
export interface Leak extends Secret {
  readonly foundIn: string;
}

/** Every statement and expression of the workbook's answers, right or wrong. */
export function secretsOf({ root }: Workbook): readonly Secret[] {
  const inFolder = (folder: string) =>
    fs.existsSync(path.join(root, folder))
      ? fs
          .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((file) => `${folder}/${file}`)
      : [];
  const files = [...inFolder('solutions'), ...inFolder('reference'), ...inFolder('fixtures')]
    .map((file) => file.split(path.sep).join('/'))
    .filter(
      (file) =>
        file.endsWith('.ts') && !/(?:\.test|\/fixture|reference\/(?:matrix|functions)|fixtures\/index)\.ts$/.test(file),
    );
  return files.flatMap((file) => secretsIn(file, fs.readFileSync(path.join(root, file), 'utf8')));
}

function secretsIn(file: string, text: string): readonly Secret[] {
  const source = parse(withoutTypes(text));
  const secrets: Secret[] = [];
  function visit(node: ts.Node): void {
    if (isCode(node)) {
      const code = normalised(node.getText(source));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (code.length > LONGEST_COMMON && !NAMES_ALONE.test(code)) secrets.push({ file, line: line + 1, code });
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return secrets;
}

/** Statements and expressions, but for imports, and for texts such as questions and names of cases, which learners are to read. */
function isCode(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isStringLiteralLike(node)) return false;
  if (ts.isArrayLiteralExpression(node) && node.elements.every(ts.isStringLiteralLike)) return false;
  return ts.isStatement(node) || ts.isExpression(node);
}

/** The secrets that `files` hold. Hints are left aside, as they are meant for learners. */
export function leaksIn(secrets: readonly Secret[], files: ReadonlyMap<string, string | Buffer>): readonly Leak[] {
  const leaks: Leak[] = [];
  for (const [foundIn, content] of files) {
    const texts = textsOf(foundIn, content);
    for (const secret of secrets)
      if (texts.some((text) => text.includes(secret.code))) leaks.push({ ...secret, foundIn });
  }
  return leaks;
}

/** What a file says: as it is, and as code without formatting. */
function textsOf(file: string, content: string | Buffer): readonly string[] {
  const text = file.endsWith(PACKED) ? JSON.stringify(unpackFile(content as Buffer)) : content.toString();
  // A stub's comment is for learners, in the copy that is kept of it as well.
  if (!/\.[cm]?[jt]s$|\/stub\.txt$/.test(file)) return [normalised(text)];
  return [normalised(withoutTypes(withoutHints(text)))];
}

/** JavaScript, without comments. */
function withoutTypes(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  return outputText;
}

/** `text` with a fixture's hints taken out. */
export function withoutHints(text: string, instead = '[]'): string {
  const source = parse(text);
  let result = text;
  function visit(node: ts.Node): void {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'hints') {
      const { initializer } = node;
      result = result.slice(0, initializer.getStart(source)) + instead + result.slice(initializer.end);
    } else ts.forEachChild(node, visit);
  }
  if (text.includes('hints:')) visit(source);
  return result;
}

const parse = (text: string) => ts.createSourceFile('leak.ts', text, ts.ScriptTarget.ESNext, true);

/** Code without formatting: spaces and final commas matter to nobody, nor which quotation marks are used. */
function normalised(code: string): string {
  return code
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[\])}])/g, '')
    .replaceAll(/["`]/g, "'")
    .replace(/;$/, '');
}
