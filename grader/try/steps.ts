import type { Exercise } from '../authoring/exercise';
import type { Call } from '../grading/plan';
import { functionsFor } from '../grading/recorded/ownFunctions';
import { withFunctions } from '../grading/run';
import type { Step, Trace } from '../grading/tutor/trace/trace';
import { tracing } from '../grading/tutor/trace/traceOf';
import type { Site } from '../submission/instrument';
import type { Bench } from './tryOut';

/** What a learner's function goes through on some inputs, as it would be told line by line. */

/** The values of a call, in the order in which they were worked out; null when they cannot be followed. */
export async function stepsOf(bench: Bench, exercise: Exercise, call: Call): Promise<readonly Step[] | null> {
  const { submission, sandbox, workbook } = bench;
  const { name } = exercise;
  const program = submission.program(name);
  if ('kind' in program) return null;
  const handsOver = call.inputs.some((input) => typeof input === 'function');
  const whole = withFunctions(program, handsOver ? functionsFor(workbook, submission, name) : []);
  const ran = {
    program: whole,
    sourceMaps: (id: string) => submission.sourceMap(id),
    recorded: (isWhole: (id: string) => boolean) => submission.recorded(whole, isWhole),
  };
  // Answers to other exercises are one step.
  const isOther = (id: string) => id !== `${name}.ts` && workbook.exercises.some((one) => `${one.name}.ts` === id);
  const trace = await tracing(sandbox, ran, name, isOther, (traceOf) => traceOf(call.inputs));
  return trace === null ? null : tellingSteps(trace);
}

/** Of all values those that a line is about: what it names, returns, or works out as a whole. */
function tellingSteps({ sites, steps }: Trace): readonly Step[] {
  const whole = sites.filter(isWhole);
  const telling = new Set(whole.filter((site) => !whole.some((other) => other !== site && holds(other, site))));
  return steps.filter(({ site, value }) => telling.has(site) && (value.kind !== 'undefined' || hasUse(site)));
}

/** Whether a site is no part of another, and more than a look at what is known already. */
function isWhole({ parent, name, reads, returned, condition }: Site): boolean {
  return parent === null && !condition && (reads === null || name !== null || returned);
}

/** Whether something comes of a value, unlike that of `console.log(...)`. */
const hasUse = ({ name, returned }: Site) => name !== null || returned;

/** Whether a line that begins with `outer` has `inner` in it, such as in a callback. */
function holds(outer: Site, inner: Site): boolean {
  return outer.file === inner.file && outer.line === inner.line && outer.start <= inner.start && outer.end >= inner.end;
}
