import fs from 'node:fs';
import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../sandbox/protocol/limits';
import { closest } from '../text/closest';
import { type NotPlain, readPlainFile } from './plainFile';
import type { ProgramProblem } from './programProblem';
import { sourceText } from './sourceText';
import { TrueNames } from './trueNames';

/** No name of a file is longer. */
const MAX_TYPED = 200;
/** A folder may hold a million files. */
const MAX_BESIDE = 1000;
const EXTENSIONS = ['.ts', '.js', '/index.ts', '/index.js'];

/** The folder of a submission's source files, by their paths in it. Whatever else lies there is no obstacle. */
export class SourceFolder {
  private readonly root: string;
  private readonly names: TrueNames;
  /** What is a plain file: one file may be imported by ten thousand spellings. */
  private readonly files = new Map<string, boolean>();

  constructor(folder: string) {
    this.root = fs.realpathSync(folder);
    this.names = new TrueNames(this.root);
  }

  /** The text of a file, or why there is none. */
  text(id: string): string | ProgramProblem {
    const bytes = this.bytes(id);
    if (!Buffer.isBuffer(bytes)) return bytes;
    return (
      sourceText(bytes) ?? { kind: 'load', message: 'This file is not text in UTF-8. Save it again as UTF-8.', id }
    );
  }

  /** The bytes of a plain file in the folder, or why there are none. */
  bytes(id: string): Buffer | ProgramProblem {
    const file = path.join(this.root, id);
    if (!this.names.has(id)) {
      const calledInstead = this.names.ignoringCase(id) ?? undefined;
      return { kind: 'missing-file', message: 'This file does not exist.', id, calledInstead };
    }
    const content = readPlainFile(file, MAX_SOURCE_BYTES);
    if (!Buffer.isBuffer(content)) return notPlain(content, id);
    // A link may lead out of the submission; what it leads to is not shown to anybody.
    if (!this.leadsInside(file)) {
      return { kind: 'load', message: 'This is a link to a file outside the submission. Copy the file in.', id };
    }
    return content;
  }

  private leadsInside(file: string): boolean {
    try {
      return fs.realpathSync(file).startsWith(this.root + path.sep);
    } catch {
      return false;
    }
  }

  /**
   * The file that `specifier` means in file `from`, or null.
   *
   * @param standIns files that count as there
   */
  resolve(from: string, specifier: string, standIns: ReadonlyMap<string, unknown> = new Map()): string | null {
    return candidates(from, specifier).find((id) => standIns.has(id) || this.isFile(id)) ?? null;
  }

  /** What to say of a specifier that finds no file; null where it means none of the submission's. */
  notFound(from: string, specifier: string): string | null {
    const files = candidates(from, specifier);
    const [file] = files.flatMap((id) => this.names.ignoringCase(id) ?? []);
    if (file !== undefined) return `This file is called ${file}: import it as "${specifierOf(from, file)}".`;
    if (files.length === 0) {
      const beside = this.resolve(from, `./${specifier}`);
      return beside === null
        ? null
        : `Import your own ${beside} as "${specifierOf(from, beside)}", not "${specifier}".`;
    }
    const typed = path.posix.join(path.posix.dirname(from), specifier);
    // Something else lies there, such as data.
    if (this.names.has(typed) || typed.length > MAX_TYPED) return null;
    const meant = closest(stem(typed), this.names.beside(typed, MAX_BESIDE).filter(isSource).map(stem));
    const advice = meant === null ? 'Create it, or change this import.' : `Did you mean "${specifierOf(from, meant)}"?`;
    return `There is no file ${stem(typed)}.ts. ${advice}`;
  }

  private isFile(id: string): boolean {
    const known = this.files.get(id);
    if (known !== undefined) return known;
    const found = this.looksUp(id);
    this.files.set(id, found);
    return found;
  }

  private looksUp(id: string): boolean {
    const file = path.join(this.root, id);
    try {
      return this.names.has(id) && fs.statSync(file).isFile() && this.leadsInside(file);
    } catch {
      return false;
    }
  }
}

/** The files inside the submission that `specifier` may mean in file `from`, the likeliest first. */
function candidates(from: string, specifier: string): readonly string[] {
  if (!/^\.\.?\//.test(specifier)) return [];
  const base = path.posix.join(path.posix.dirname(from), specifier);
  if (base.startsWith('..')) return [];
  const files = [base, ...EXTENSIONS.map((extension) => path.posix.normalize(stem(base) + extension))];
  return files.filter(isSource);
}

const isSource = (id: string) => /\.(?:js|ts)$/.test(id);
const stem = (id: string) => id.replace(/\.(?:js|ts)$/, '');

/** How file `from` imports `file`. */
function specifierOf(from: string, file: string): string {
  const right = path.posix.relative(path.posix.dirname(from), file).replace(/(?:\/index)?\.(?:js|ts)$/, '');
  return right.startsWith('.') ? right : `./${right}`;
}

function notPlain(content: NotPlain, id: string): ProgramProblem {
  switch (content.why) {
    case 'folder':
      return { kind: 'load', message: 'This is a folder, not a file.', id };
    case 'special':
      return { kind: 'load', message: 'This is not a plain file.', id };
    case 'too-large': {
      const size = `${(content.size / 1024 ** 2).toFixed(0)} MB`;
      return { kind: 'load', message: `This file is too large to be an exercise (${size}, at most 1 MB).`, id };
    }
    case 'error': {
      const isMissing = content.code === 'ENOENT' || content.code === 'ENOTDIR';
      if (isMissing) return { kind: 'missing-file', message: 'This file does not exist.', id };
      return { kind: 'load', message: `This file cannot be read (${content.code}).`, id };
    }
  }
}
