import fs from 'node:fs';
import path from 'node:path';
import { inputsAsText } from '../../../authoring/given';
import type { Input } from '../../../authoring/values';
import type { Workbook } from '../../../workbook/workbook';
import { loadOwnProgram, type OwnProgram } from './ownProgram';
import type { Trace } from './trace';

/** A right answer of an exercise: the reference, the solution, or a variant. */
export interface RightAnswer {
  readonly name: string;
  /**
   * What it goes through on some inputs. In a handout it is recorded, for the inputs that grading comes to; for others
   * nothing is kept (`more`). Its sites say there what a step does and which are its parts, and have no code.
   */
  trace(inputs: readonly Input[]): Trace;
}

const known = new WeakMap<Workbook, Map<string, Promise<readonly RightAnswer[]>>>();

/**
 * All right answers of an exercise. Read once a process, as a class asks for them again and again; so is what they go
 * through on the same inputs.
 */
export function rightAnswers(workbook: Workbook, exercise: string): Promise<readonly RightAnswer[]> {
  const ofWorkbook = known.get(workbook) ?? new Map<string, Promise<readonly RightAnswer[]>>();
  known.set(workbook, ofWorkbook);
  const before = ofWorkbook.get(exercise);
  if (before !== undefined) return before;
  const answers = load(workbook, exercise);
  ofWorkbook.set(exercise, answers);
  return answers;
}

async function load(workbook: Workbook, exercise: string): Promise<readonly RightAnswer[]> {
  const answers: RightAnswer[] = [];
  for (const folder of ['reference', 'solutions']) {
    const program = await loaded(workbook, path.join(workbook.root, folder, `${exercise}.ts`));
    if (program !== null) answers.push(answerOf(program, folder, program.exports[exercise]));
  }
  const program = await loaded(workbook, path.join(workbook.root, 'fixtures', exercise, 'variants.ts'));
  const variants = (program?.exports.variants ?? {}) as Readonly<Record<string, unknown>>;
  if (program !== null)
    answers.push(...Object.entries(variants).map(([name, answer]) => answerOf(program, name, answer)));
  return answers;
}

async function loaded(workbook: Workbook, file: string): Promise<OwnProgram | null> {
  return fs.existsSync(file) ? loadOwnProgram(workbook, file) : null;
}

/** Inputs whose traces are kept of each answer. */
const MAX_KEPT = 50;

function answerOf(program: OwnProgram, name: string, answer: unknown): RightAnswer {
  const traces = new Map<string, Trace>();
  return {
    name,
    trace(inputs) {
      const key = inputsAsText(inputs);
      const before = traces.get(key);
      if (before !== undefined) return before;
      if (traces.size === MAX_KEPT) traces.clear();
      const trace = program.trace(answer as (...inputs: Input[]) => unknown, inputs);
      traces.set(key, trace);
      return trace;
    },
  };
}
