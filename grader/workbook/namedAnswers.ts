import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { AuthoringError } from '../authoring/authored';
import { writeWhole } from './files';

/**
 * `fixtures/<name>/named.json`: wrong answers that an instructor met and wrote a question for. They are recorded as what
 * they came to on some inputs, which is data: nobody's code is kept, and none is run to recognise them.
 */

/** A number as JSON has it, with `"NaN"` and the infinities, or rows of them. */
const valueSchema: v.GenericSchema<Recorded> = v.lazy(() =>
  v.union([v.number(), v.picklist(['NaN', 'Infinity', '-Infinity']), v.array(valueSchema)]),
);

/** What is recorded of an argument or an answer. */
export type Recorded = number | 'NaN' | 'Infinity' | '-Infinity' | readonly Recorded[];

const namedSchema = v.object({
  /** As its group was called on the page of the class. */
  name: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]*$/)),
  question: v.pipe(v.string(), v.minLength(1)),
  answers: v.pipe(
    v.array(
      v.object({
        inputs: v.array(valueSchema),
        /** What came back; null when an error was thrown. */
        got: v.nullable(valueSchema),
        threw: v.nullable(v.string()),
      }),
    ),
    v.minLength(1),
  ),
});

/** A wrong answer with a question, recognised by what it comes to. */
export type NamedAnswer = Readonly<v.InferOutput<typeof namedSchema>>;
export type RecordedAnswer = NamedAnswer['answers'][number];

const fileOf = (root: string, exercise: string) => path.join(root, 'fixtures', exercise, 'named.json');

/** The wrong answers that were named for an exercise. */
export function readNamedAnswers(root: string, exercise: string): readonly NamedAnswer[] {
  const file = fileOf(root, exercise);
  if (!fs.existsSync(file)) return [];
  try {
    return v.parse(v.array(namedSchema), JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AuthoringError(
      `fixtures/${exercise}/named.json is not as "class -- name" writes it (${why}). Restore it, or name the group again.`,
    );
  }
}

/** Adds a named answer to those of its exercise, in place of one of the same name. */
export async function writeNamedAnswer(root: string, exercise: string, named: NamedAnswer): Promise<void> {
  const others = readNamedAnswers(root, exercise).filter(({ name }) => name !== named.name);
  await writeWhole(fileOf(root, exercise), `${JSON.stringify([...others, named], null, 1)}\n`);
}
