import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** An import of another file: what it says, where that stands in the text, and the file that it means. */
export interface FileImport {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
  /** Full path. */
  readonly target: string;
}

const ENDINGS = ['', '.ts', '/index.ts', '.json'];

/** The imports of other files in `text`, which stands in `file`; packages are left out. */
export function fileImports(file: string, text: string): readonly FileImport[] {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName: specifier, pos, end }) => {
    if (!specifier.startsWith('.') && !path.isAbsolute(specifier)) return [];
    const meant = path.resolve(path.dirname(file), specifier);
    const ending = ENDINGS.find((one) => fs.statSync(meant + one, { throwIfNoEntry: false })?.isFile());
    // The position is that of the quotation mark.
    return ending === undefined ? [] : [{ specifier, start: pos + 1, end: end + 1, target: meant + ending }];
  });
}

/** `text` with other specifiers; `specifierFor` returns null for those that stay. */
export function withImports(file: string, text: string, specifierFor: (found: FileImport) => string | null): string {
  let result = text;
  for (const found of [...fileImports(file, text)].reverse()) {
    const specifier = specifierFor(found);
    if (specifier !== null) result = result.slice(0, found.start) + specifier + result.slice(found.end);
  }
  return result;
}

/** How `file` imports `target`. */
export function specifierFrom(file: string, target: string): string {
  const way = path.relative(path.dirname(file), target.replace(/(?:\/index)?\.ts$/, ''));
  return (way.startsWith('.') ? way : `./${way}`).split(path.sep).join('/');
}
