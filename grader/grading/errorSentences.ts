import type { LoadProblem, LossReason } from '../sandbox/host/outcome';
import { HEAP_MIB, SUBMISSION_LIMIT_MS } from '../sandbox/protocol/limits';
import type { ProgramProblem } from '../submission/submission';
import { formatShape } from '../text/formatNumber';
import { formatList } from '../text/lists';
import type { GradingError } from './report';
import type { Attempt, CameBack } from './run';

/** Why an exercise could not be graded to its end, in a sentence: what is wrong, and what to do next. */

/**
 * @param shown how a file of the submission is called
 * @param overrunsIn an imported answer that takes too long by itself
 */
export function attemptError(
  problem: NonNullable<Attempt['problem']>,
  name: string,
  shown: (id: string) => string,
  timeLimit: number,
  overrunsIn: string | null = null,
): GradingError {
  const file = shown(`${name}.ts`);
  if (problem.kind === 'lost-call') {
    const { reason, call, cameBack } = problem;
    return lostError(reason, file, name, call.caseName, timeLimit, slowWords(cameBack, overrunsIn));
  }
  if (problem.kind === 'stub-left') {
    const { line, column } = problem.place;
    const message = 'This throw is left over from the stub. Delete the line, so that your own code counts.';
    return { kind: 'load', message, file, line, column };
  }
  if ('id' in problem) return problemError(problem, shown(problem.id), name);
  return loadError(problem, name, file, shown, timeLimit);
}

/** A problem found before any of the submission's code ran. */
function problemError(problem: ProgramProblem, file: string, name: string): GradingError {
  const { kind, message, line = null, column = null } = problem;
  const advice = kind === 'missing-file' ? ` ${missingAdvice(problem, file, name)}` : '';
  return { kind, message: message + advice, file, line, column };
}

/** What to do where the file of exercise `name` is missing. */
function missingAdvice({ calledInstead }: ProgramProblem, file: string, name: string): string {
  if (calledInstead !== undefined) return `There is one called ${calledInstead}: rename it to ${name}.ts.`;
  // The learner's own folder, whose stubs are kept.
  if (file === `exercises/${name}.ts`) return `To get it back, with its comment: npm run reset -- ${name}`;
  return `Create ${file} with: export function ${name}(…) { … }`;
}

/** A problem met while the submission's file was evaluated. */
function loadError(
  problem: LoadProblem,
  name: string,
  file: string,
  shown: (id: string) => string,
  timeLimit: number,
): GradingError {
  if (problem.kind === 'lost') return lostError(problem.reason, file, name, null, timeLimit);
  if (problem.kind === 'missing-export') {
    const { exports } = problem;
    const found = exports.length === 0 ? 'nothing is exported' : `exported: ${exports.join(', ')}`;
    const message = `There is no exported function ${name} (${found}). Write: export function ${name}(…) { … }`;
    return { kind: 'missing-export', message, file, line: null, column: null };
  }
  const { kind, message, place } = problem;
  const doing =
    kind === 'syntax' ? 'JavaScript cannot read this file' : 'An error was thrown while the file was loaded';
  return {
    kind,
    message: `${doing}: ${message}`,
    file: place === null ? file : shown(place.id),
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

/** The guest was lost. `caseName` is null when that happened while loading, and empty for inputs of a person's own. */
function lostError(
  reason: LossReason,
  file: string,
  name: string,
  caseName: string | null,
  timeLimit: number,
  slow = slowWords(null, null),
): GradingError {
  const on = caseName === '' ? '' : ` on case "${caseName}"`;
  const doing = caseName === null ? `Loading ${file}` : `The call of ${name}${on}`;
  const messages = {
    timeout: `${doing} took longer than ${timeLimit} ms and was stopped. ${slow}`,
    memory: `${doing} needed more than ${HEAP_MIB} MB of memory and was stopped. Is there an array that grows without end?`,
    exit: `${doing} ended the process that runs your code.`,
    'used-up': `${doing} was cut off: this submission has used up the ${SUBMISSION_LIMIT_MS / 1000} s that each has in a class. Is there a loop that never ends?`,
  };
  return {
    kind: reason === 'used-up' ? 'timeout' : reason,
    message: messages[reason],
    file,
    line: null,
    column: null,
  };
}

/** What is known of a call that took too long. */
function slowWords(cameBack: CameBack | null, overrunsIn: string | null): string {
  if (overrunsIn !== null)
    return `${overrunsIn}, which it imports, takes too long by itself as well: get that one right first.`;
  if (cameBack === null) return 'Is there a loop that never ends?';
  const { calls, argument } = cameBack;
  const before = calls === 1 ? 'The call before it' : `All ${calls} calls before it`;
  return `${before}, with far smaller inputs, came back; here ${argument.name} has shape ${formatShape(argument.shape)}: what is worked out more often than it must be?`;
}

/** Why a check was not judged. */
export function skippedSentence(name: string, { status, waitsFor }: Attempt, error: GradingError | null): string {
  if (waitsFor !== undefined) return waitingSentence(name, waitsFor);
  if (status === 'not-started') return 'not started yet';
  return error === null ? 'not judged' : `not judged: ${error.message}`;
}

/** Why a handout does not judge, or try, an answer yet, and when it will. */
export function waitingSentence(name: string, waitsFor: readonly string[]): string {
  return `${name} is handed your ${formatList(waitsFor)}: get all the points for ${waitsFor.length === 1 ? 'that' : 'these'} first.`;
}
