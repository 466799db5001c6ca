import { createHash } from 'node:crypto';
import path from 'node:path';
import { readPlainFile } from '../../submission/plainFile';
import { sourceText } from '../../submission/sourceText';
import type { Workbook } from '../../workbook/workbook';
import type { NearName } from './nearNames';
import { normalForm } from './normalForm';

/** A longer file is no answer that two people would write alike. */
const MAX_BYTES = 100_000;
/** So little code of one's own, as in a relu of one line, is the same in many heads. */
const MIN_TOKENS = 60;

/** What submissions share that are the model answers. */
export const MODEL_ANSWERS = 'model answers';

/** Tells submissions by their code, whatever its formatting, comments and names of variables. */
export class SameCode {
  private readonly names: readonly string[];
  private readonly kept: ReadonlySet<string>;
  /** The normal forms of stubs and model answers, which everybody may have. */
  private readonly stubs = new Set<string>();
  private readonly models = new Set<string>();

  constructor({ root, exercises }: Workbook) {
    this.names = exercises.map(({ name }) => name);
    this.kept = new Set(this.names);
    for (const name of this.names)
      for (const [folder, forms] of [['exercises', this.stubs] as const, ['solutions', this.models] as const]) {
        const text = textOf(path.join(root, folder, `${name}.ts`));
        if (text !== null) forms.add(normalForm(text, this.kept).join(' '));
      }
  }

  /**
   * What all submissions of the same code share: `MODEL_ANSWERS` where all that was written is the model answers; null for
   * one with too little of its own.
   *
   * @param near files of nearly an exercise's name, which count as the exercise's
   */
  fingerprint(folder: string, files: readonly string[], near: readonly NearName[]): string | null {
    const own: string[] = [];
    const tokens = { own: 0, model: 0 };
    const exercises = new Map(near.map(({ file, exercise }) => [file, `${exercise}.ts`]));
    for (const file of files)
      if (this.kept.has(file.replace(/\.ts$/, '')) && file.endsWith('.ts')) exercises.set(file, file);
    const sources = this.sources(folder, files, [...exercises.keys()]);
    for (const [file, source] of sources) {
      const form = normalForm(source, this.kept);
      const text = form.join(' ');
      if (this.models.has(text)) tokens.model += form.length;
      else if (!this.stubs.has(text)) {
        tokens.own += form.length;
        own.push(`${exercises.get(file) ?? ''} ${text}`);
      }
    }
    if (own.length === 0) return tokens.model < MIN_TOKENS ? null : MODEL_ANSWERS;
    return tokens.own < MIN_TOKENS
      ? null
      : createHash('sha256').update(own.sort().join('\n')).digest('hex').slice(0, 16);
  }

  /** The texts of the exercises, and of files beside them that one of them imports. */
  private sources(folder: string, files: readonly string[], exercises: readonly string[]): readonly Source[] {
    const read = (file: string): readonly Source[] => {
      const text = textOf(path.join(folder, file));
      return text === null ? [] : [[file, text]];
    };
    const own = exercises.flatMap(read);
    const others = files.filter((file) => /\.[jt]s$/.test(file) && !exercises.includes(file));
    const isImported = (file: string) => own.some(([, text]) => text.includes(`./${file.replace(/\.[jt]s$/, '')}`));
    return [...own, ...others.filter(isImported).flatMap(read)];
  }
}

/** A file's name and its text. */
type Source = readonly [file: string, text: string];

function textOf(file: string): string | null {
  const content = readPlainFile(file, MAX_BYTES);
  return Buffer.isBuffer(content) ? sourceText(content) : null;
}

/** Students all of whose own code is the model answers. */
export function withModelAnswers(
  submissions: readonly { readonly student: string; readonly code: string | null }[],
): readonly string[] {
  return submissions.filter(({ code }) => code === MODEL_ANSWERS).map(({ student }) => student);
}

/** Students whose submissions are the same code, group by group. One folder of several students is the work of all of them. */
export function identicalGroups(
  submissions: readonly { readonly student: string; readonly folder: string; readonly code: string | null }[],
): readonly (readonly string[])[] {
  const groups = new Map<string, { student: string; folder: string }[]>();
  for (const { student, folder, code } of submissions)
    if (code !== null && code !== MODEL_ANSWERS) groups.set(code, [...(groups.get(code) ?? []), { student, folder }]);
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ folder }) => folder)).size > 1)
    .map((group) => group.map(({ student }) => student));
}
