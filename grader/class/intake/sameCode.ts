import { createHash } from 'node:crypto';
import path from 'node:path';
import { readPlainFile } from '../../submission/plainFile';
import { sourceText } from '../../submission/sourceText';
import type { Workbook } from '../../workbook/workbook';
import { normalForm } from './normalForm';

/** A longer file is no answer that two people would write alike. */
const MAX_BYTES = 100_000;
/** So little code of one's own, as in a relu of one line, is the same in many heads. */
const MIN_TOKENS = 60;

/** Tells submissions by their code, whatever its formatting, comments and names of variables. */
export class SameCode {
  private readonly names: readonly string[];
  private readonly kept: ReadonlySet<string>;
  /** The normal forms of stubs and model answers, which everybody may have. */
  private readonly given = new Set<string>();

  constructor({ root, exercises }: Workbook) {
    this.names = exercises.map(({ name }) => name);
    this.kept = new Set(this.names);
    for (const folder of ['exercises', 'solutions'])
      for (const name of this.names) {
        const form = this.form(path.join(root, folder, `${name}.ts`));
        if (form !== null) this.given.add(form.join(' '));
      }
  }

  /** What all submissions of the same code share; null for one with too little of its own. */
  fingerprint(folder: string, files: readonly string[]): string | null {
    const own: string[] = [];
    let tokens = 0;
    const exercises = files.filter((file) => this.kept.has(file.replace(/\.ts$/, '')) && file.endsWith('.ts'));
    for (const file of [...exercises, ...this.helpers(folder, files, exercises)]) {
      const form = this.form(path.join(folder, file));
      if (form === null) continue;
      const text = form.join(' ');
      if (this.given.has(text)) continue;
      tokens += form.length;
      own.push(exercises.includes(file) ? `${file} ${text}` : text);
    }
    return tokens < MIN_TOKENS ? null : createHash('sha256').update(own.sort().join('\n')).digest('hex').slice(0, 16);
  }

  /** Files beside the exercises that one of them imports. */
  private helpers(folder: string, files: readonly string[], exercises: readonly string[]): readonly string[] {
    const others = files.filter((file) => /\.[jt]s$/.test(file) && !exercises.includes(file));
    if (others.length === 0) return [];
    const texts = exercises.map((file) => textOf(path.join(folder, file)) ?? '').join('\n');
    return others.filter((file) => texts.includes(`./${file.replace(/\.[jt]s$/, '')}`));
  }

  private form(file: string): readonly string[] | null {
    const text = textOf(file);
    return text === null ? null : normalForm(text, this.kept);
  }
}

function textOf(file: string): string | null {
  const content = readPlainFile(file, MAX_BYTES);
  return Buffer.isBuffer(content) ? sourceText(content) : null;
}

/** Students whose submissions are the same code, group by group. One folder of several students is the work of all of them. */
export function identicalGroups(
  submissions: readonly { readonly student: string; readonly folder: string; readonly code: string | null }[],
): readonly (readonly string[])[] {
  const groups = new Map<string, { student: string; folder: string }[]>();
  for (const { student, folder, code } of submissions)
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), { student, folder }]);
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ folder }) => folder)).size > 1)
    .map((group) => group.map(({ student }) => student));
}
