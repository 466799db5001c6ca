import fs from 'node:fs';
import { parse } from 'yaml';
import { UserError } from '../../errors';

/** What Gradescope puts beside the folders of an export, to say whose they are. */
export const GRADESCOPE_METADATA = 'submission_metadata.yml';

/** A submission of an export: one of a group has several owners. */
export interface GradescopeSubmission {
  /** By e-mail address, else id, else name. */
  readonly owners: readonly string[];
  /** When it was handed in, in ms since 1970; null when the file does not say. */
  readonly submitted: number | null;
}

/**
 * Whose each folder of a Gradescope export is.
 *
 * @returns by the folder's name, such as `submission_12345678`
 * @throws UserError when the file is not what Gradescope writes
 */
export function readGradescope(file: string, shown: string): ReadonlyMap<string, GradescopeSubmission> {
  const submissions = new Map<string, GradescopeSubmission>();
  try {
    const text = fs.readFileSync(file, 'utf8');
    // Histories may repeat an object by reference, but owners are few.
    const metadata: unknown = parse(text, { maxAliasCount: 10_000 });
    for (const [folder, about] of Object.entries(metadata ?? {})) {
      const owners = listOf(field(about, 'submitters')).flatMap((one) => {
        const name = ['email', 'sid', 'name'].map((key) => field(one, key)).find(isName);
        return name === undefined ? [] : [String(name)];
      });
      const created = new Date(String(field(about, 'created_at'))).getTime();
      submissions.set(folder, { owners, submitted: Number.isNaN(created) ? null : created });
    }
  } catch (error) {
    throw new UserError(`${shown} cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : error}.`);
  }
  return submissions;
}

/** Gradescope's keys are Ruby's symbols, `:email`. */
function field(of: unknown, key: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  const fields = of as Readonly<Record<string, unknown>>;
  return fields[`:${key}`] ?? fields[key];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether it can stand for a student, also as the name of a file. */
function isName(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u.test(value));
}
