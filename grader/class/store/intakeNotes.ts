import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { OutputFolder } from './outputFolder';

/** `intake.json`: what the last run found of each student, for whoever joins parts or explains a mark. */

/** Kinds of what is left to a person, in the order in which they are told. */
export const DECISIONS = [
  'copies',
  'folders',
  'together',
  'near names',
  'typed',
  'archive',
  'other files',
  'earlier attempt',
  'problem',
] as const;

const decisionSchema = v.object({ kind: v.picklist(DECISIONS), words: v.string() });

/** Something to decide of a submission, or to look at. */
export type Decision = Readonly<v.InferOutput<typeof decisionSchema>>;

const noteSchema = v.object({
  student: v.string(),
  /** Where the exercise files are, for as long as nobody moves them. */
  folder: v.string(),
  shownFolder: v.string(),
  /** What was found, in words. */
  found: v.string(),
  /** Null when nothing tells. */
  late: v.nullable(v.boolean()),
  /** Whether what counts is what a person put right; earlier versions of the kit do not say. */
  corrected: v.optional(v.boolean(), false),
  /** What the student is told whose mark is withheld, perhaps nothing; null where it is not. */
  withheld: v.optional(v.nullable(v.string()), null),
  handedInAs: v.record(v.string(), v.string()),
  /** Folders that hold exercise files, too, and do not count. */
  otherFolders: v.optional(v.array(v.string()), []),
  /** The folders whose files were put together; none where one folder has all. */
  together: v.optional(v.array(v.string()), []),
  /** Files that were handed in again, such as `relu-1.ts`, in Canvas. */
  again: v.optional(v.array(v.string()), []),
  /** Where exercise files are missing: what there is instead, as the student is told. */
  handedIn: v.optional(v.array(v.string()), []),
  /** Files that were not graded, as they have nearly an exercise's name. */
  nearNames: v.array(v.object({ file: v.string(), exercise: v.string() })),
  /** What is left to a person; earlier versions of the kit do not say. */
  decide: v.optional(v.array(decisionSchema), []),
  /** What Canvas knows the submission by; null when it does not come from there. */
  canvas: v.nullable(v.string()),
  /** What all submissions of the same code share; null for one with hardly any of its own. */
  code: v.nullable(v.string()),
});

/** What is known of a student's submission besides its result. */
export type IntakeNote = Readonly<v.InferOutput<typeof noteSchema>>;

/** What was found, and whether a person put it right. */
export function foundText({ found, corrected }: IntakeNote): string {
  return corrected ? `corrected: ${found}` : found;
}

const fileSchema = v.object({ students: v.array(noteSchema) });

const NAME = 'intake.json';

/** Keeps what was found. */
export async function writeIntakeNotes(output: OutputFolder, students: readonly IntakeNote[]): Promise<void> {
  await output.write(NAME, `${JSON.stringify({ students }, null, 1)}\n`);
}

/** What was found by the last run on a folder of results; nothing when that was by an earlier version of the kit. */
export function readIntakeNotes({ folder }: Pick<OutputFolder, 'folder'>): readonly IntakeNote[] {
  try {
    return v.parse(fileSchema, JSON.parse(fs.readFileSync(path.join(folder, NAME), 'utf8'))).students;
  } catch {
    return [];
  }
}

/** What the parts of a class found, a note for each student: of several the last, but one that withholds the mark before all. */
export function joinedNotes(parts: readonly Pick<OutputFolder, 'folder'>[]): readonly IntakeNote[] {
  const notes = new Map<string, IntakeNote>();
  for (const note of parts.flatMap(readIntakeNotes))
    if ((notes.get(note.student)?.withheld ?? null) === null) notes.set(note.student, note);
  return [...notes.values()];
}
