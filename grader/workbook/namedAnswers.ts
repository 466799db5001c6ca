import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { AuthoringError } from '../authoring/authored';
import { writeWhole } from './files';

/**
 * `fixtures/<name>/named.json`: wrong answers that an instructor met and wrote a question for. They are recorded as what
 * they came to on some inputs, which is data: nobody's code is kept, and none is run to recognise them.
 */

/** What is recorded of an answer: as in a report, with texts for what JSON lacks. */
export type Recorded = number | string | readonly Recorded[] | { readonly [name: string]: Recorded };

/** What is recorded of an argument; a function by its name in `reference/functions.ts`, and what it is made of. */
export type RecordedInput =
  | number
  | 'NaN'
  | 'Infinity'
  | '-Infinity'
  | readonly RecordedInput[]
  | RecordedFunction
  | { readonly [name: string]: RecordedInput };
export interface RecordedFunction {
  readonly function: string;
  readonly of: readonly number[] | null;
}

const answerSchema: v.GenericSchema<Recorded> = v.lazy(() =>
  v.union([v.number(), v.string(), v.array(answerSchema), v.record(v.string(), answerSchema)]),
);
const inputSchema: v.GenericSchema<RecordedInput> = v.lazy(() =>
  v.union([
    v.number(),
    v.picklist(['NaN', 'Infinity', '-Infinity']),
    v.array(inputSchema),
    v.strictObject({ function: v.string(), of: v.nullable(v.array(v.number())) }),
    v.record(v.string(), inputSchema),
  ]),
);

const namedSchema = v.object({
  /** As its group was called on the page of the class. */
  name: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]*$/)),
  question: v.pipe(v.string(), v.minLength(1)),
  answers: v.pipe(
    v.array(
      v.object({
        inputs: v.array(inputSchema),
        /** What came back; null when an error was thrown. */
        got: v.nullable(answerSchema),
        /** The kind of error that was thrown; null when none was. */
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
  await writeWhole(fileOf(root, exercise), fileText([...others, named]));
}

/** Questions to be read and edited; below each, a line for each answer. */
function fileText(all: readonly NamedAnswer[]): string {
  const items = all.map(({ name, question, answers }) => {
    const lines = answers.map((answer) => `   ${JSON.stringify(answer)}`);
    return ` {\n  "name": ${JSON.stringify(name)},\n  "question": ${JSON.stringify(question)},\n  "answers": [\n${lines.join(',\n')}\n  ]\n }`;
  });
  return `[\n${items.join(',\n')}\n]\n`;
}
