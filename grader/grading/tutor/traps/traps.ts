import type ts from 'typescript';
import type { Input } from '../../../authoring/values';
import { withinTime } from '../../../sandbox/protocol/withinTime';
import type { Submission } from '../../../submission/submission';
import type { Plan } from '../../plan';
import type { Attempt } from '../../run';
import { Code } from './code';
import { type Evidence, evidenceOf } from './evidence';
import { wantedIn } from './functions';
import { type Rank, Ranks } from './ranks';
import { RULES } from './registry';
import type { Trap } from './rule';

/** In ms: a hundred times what a file of ordinary length takes. */
const LIMIT_MS = 500;
/** More than these nobody reads: the first two or three explain the others. */
const MAX_TRAPS = 4;

/**
 * The traps of the language that an answer fell into, as far as its source shows them and what came of it agrees. Those
 * on a line that threw come first.
 *
 * @param exercises the names of all exercises of the workbook
 */
export function findTraps(
  plan: Plan,
  attempt: Attempt,
  submission: Submission,
  exercises: readonly string[],
): readonly Trap[] {
  const files = filesOf(attempt, plan.exercise.name, exercises).flatMap((id) => submission.parsed(id) ?? []);
  try {
    return withinTime(LIMIT_MS, () => lookFor(files, evidenceOf(plan, attempt, exercises, wantedIn(files))));
  } catch (error) {
    // A file of many thousand lines, or nested as deeply, is no learner's.
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof RangeError || code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return [];
    throw error;
  }
}

function lookFor(files: readonly ts.SourceFile[], evidence: Evidence): readonly Trap[] {
  const threw = ({ file, line }: Trap) =>
    evidence.thrown.some(({ place }) => place?.id === file && place.line === line) ? 0 : 1;
  const found = files.flatMap((file) => trapsIn(file, evidence));
  return [...found].sort((a, b) => threw(a) - threw(b)).slice(0, MAX_TRAPS);
}

/** The exercise's own file and its helpers: what is wrong in the answer to another exercise is said there. */
function filesOf({ ran, problem }: Attempt, exercise: string, exercises: readonly string[]): readonly string[] {
  const entry = `${exercise}.ts`;
  if (problem !== null && 'id' in problem) return [problem.id];
  const others = new Set(exercises.map((name) => `${name}.ts`));
  const helpers = (ran?.program.modules ?? [])
    .filter(({ id, sealed }) => sealed !== true && id !== entry && !others.has(id))
    .map(({ id }) => id);
  return [entry, ...helpers];
}

function trapsIn(file: ts.SourceFile, evidence: Evidence): readonly Trap[] {
  const { exercise, exercises, inputs } = evidence;
  const code = new Code(file, new Ranks({ exercise, exercises, parameters: inputs.map(rankOf) }));
  const traps: Trap[] = [];
  for (const rule of RULES) {
    for (const { line, sentence } of rule.find(code, evidence)) {
      const isFirst = !traps.some((trap) => trap.line === line || trap.id === rule.id);
      if (isFirst) traps.push({ id: rule.id, file: code.id, line, sentence });
    }
  }
  return traps;
}

function rankOf(input: Input): Rank | 'record' {
  if (typeof input === 'number') return 0;
  if (!Array.isArray(input)) return Object.values(input).every((one) => rankOf(one) === 2) ? 'record' : null;
  return Array.isArray(input[0]) ? 2 : 1;
}
