import { createHash } from 'node:crypto';
import * as v from 'valibot';

/** The lines of `journal.jsonl`: JSON with a checksum at its end. Their keys are published. */

const text = v.string();
const points = v.pipe(v.number(), v.minValue(0));

const receiptSchema = v.strictObject({
  submission: text,
  fixtures: text,
  seed: text,
  kit: text,
  timeLimit: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const exerciseSchema = v.strictObject({
  name: text,
  score: points,
  maxScore: points,
  status: v.picklist(['passed', 'failed', 'not-started', 'error']),
  error: v.nullable(text),
  misconceptions: v.array(text),
  /** `+` passed, `-` failed, `?` skipped, in the order of the fixture. */
  checks: v.record(text, v.picklist(['+', '-', '?'])),
});

const resultSchema = v.strictObject({
  kind: v.literal('result'),
  student: text,
  receipt: receiptSchema,
  /** Whether the result is final, as `Result` calls it. */
  settled: v.boolean(),
  /** Why the submission could not be graded at all; null when it was. */
  failure: v.nullable(text),
  score: points,
  maxScore: points,
  exercises: v.array(exerciseSchema),
  at: text,
  seconds: points,
  /** What held the learner's code in, as in the report; older journals do not say. */
  isolation: v.optional(v.record(text, v.boolean())),
});

const runSchema = v.strictObject({
  kind: v.literal('run'),
  shard: v.nullable(text),
  /** Submissions that this run is to cover. */
  students: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Version of Node; older journals do not say. */
  node: v.optional(text),
  at: text,
});

/** Results that are not trusted any more, and are to be graded again. */
const voidSchema = v.strictObject({ kind: v.literal('void'), students: v.array(text), reason: text, at: text });

const lineSchema = v.variant('kind', [resultSchema, runSchema, voidSchema]);

type PublishedLine = v.InferOutput<typeof lineSchema>;

/** A line of the journal, as the rest of the kit has it. */
export type Line = Result | Exclude<PublishedLine, { readonly kind: 'result' }>;
/** That a run began. */
export type RunLine = v.InferOutput<typeof runSchema>;
/** What one exercise of a submission came to. */
export type ExerciseResult = v.InferOutput<typeof exerciseSchema>;

/** What grading one submission came to. */
export interface Result extends Omit<v.InferOutput<typeof resultSchema>, 'settled'> {
  /** False when a guest was lost, which load may explain: it is graded again alone before it counts. */
  readonly final: boolean;
}

/** The end of a line; one that went through Windows may have a carriage return. */
const SUM = /,"sum":"([0-9a-f]{8})"\}\r?$/;

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 8);
}

/** A line with its checksum, as it is written. */
export function lineText(line: Line): string {
  const json = JSON.stringify(published(line));
  return `${json.slice(0, -1)},"sum":"${sumOf(json)}"}\n`;
}

function published(line: Line): PublishedLine {
  if (line.kind !== 'result') return line;
  const { kind, student, receipt, final, ...rest } = line;
  return { kind, student, receipt, settled: final, ...rest };
}

/** The line that `written` is; null when it is damaged. */
export function parseLine(written: string): Line | null {
  const sum = SUM.exec(written)?.[1];
  if (sum === undefined) return null;
  const json = written.replace(SUM, '}');
  if (sumOf(json) !== sum) return null;
  try {
    const line = v.parse(lineSchema, JSON.parse(json));
    if (line.kind !== 'result') return line;
    const { settled, ...rest } = line;
    return { ...rest, final: settled };
  } catch {
    return null;
  }
}
