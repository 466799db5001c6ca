import { AuthoringError, authored } from './authored';
import { domainOfCase } from './draws';
import type { Exercise } from './exercise';
import { type GivenFunction, givenOf } from './given';
import { random } from './inputs';
import type { Input, Names, Value } from './values';

/** What an exercise's author wrote for one case, run so that each mistake is a sentence with its place. */

const FROM_THE_ARGUMENT =
  "With a case's argument come uniform, randn, rand, integers and permutation; all else is imported from the authoring vocabulary.";

/**
 * The inputs of one case: they depend on the seed and on the names of exercise and case, and on nothing else.
 *
 * @throws AuthoringError when the case throws, or makes something that the exercise's function cannot be called with
 */
export function caseInputs(exercise: Exercise, caseName: string, seed: string): readonly Input[] {
  const stream = random(`${seed}/${exercise.name}/${caseName}`);
  const where = `fixtures/${exercise.name}/fixture.ts: case "${caseName}"`;
  const make = domainOfCase(caseName, exercise.domains)?.draw ?? exercise.cases[caseName];
  const inputs = authored(where, () => make(stream), FROM_THE_ARGUMENT);
  const problem = inputsProblem(inputs, exercise.parameters);
  if (problem !== null) throw new AuthoringError(`${where}: ${problem}`);
  return inputs;
}

/**
 * What the reference returns on a case's inputs, or on those of a law's further call.
 *
 * @throws AuthoringError when it throws, or returns what `returns` does not name
 */
export function referenceAnswer(exercise: Exercise, caseName: string, inputs: readonly Input[]): Value {
  const { name, returns, reference } = exercise;
  const where = `reference/${name}.ts on case "${caseName}"`;
  const value = authored(where, () => reference(...inputs));
  const problem = valueProblem(value, returns);
  if (problem !== null) throw new AuthoringError(`${where}: ${problem}`);
  return value;
}

function inputsProblem(inputs: unknown, parameters: readonly string[]): string | null {
  if (!Array.isArray(inputs)) return 'it must return the list of its arguments.';
  if (inputs.length > parameters.length) {
    const named = `parameters names ${parameters.length} (${parameters.join(', ')})`;
    return `it returns ${inputs.length} arguments, but ${named}.`;
  }
  for (const [i, input] of inputs.entries()) {
    if (typeof input === 'function') {
      const problem = functionProblem(input as GivenFunction);
      if (problem !== null) return problem;
    } else if (!isData(input)) {
      return `its argument ${parameters[i]} is neither a number, an array of numbers, a matrix with rows of one length, nor an object of these.`;
    }
  }
  return null;
}

function functionProblem(f: GivenFunction): string | null {
  try {
    givenOf(f);
    return null;
  } catch (error) {
    return `${(error as Error).message}.`;
  }
}

/** A number, a vector, a matrix, or a record of these. */
function isData(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null && Object.values(value).every(isData);
  const rows: readonly (readonly unknown[])[] = value.filter(Array.isArray);
  if (rows.length === 0) return value.every(isNumber);
  return rows.length === value.length && rows.every((row) => holdsNumbers(row) && row.length === rows[0].length);
}

const isNumber = (value: unknown) => typeof value === 'number';

/**
 * With a plain loop, as a large layer has 200,000 entries. For rows alone: where one place in the code reads rows and
 * matrices, V8 makes objects of the rows' numbers, and all that reads them later takes several times as long.
 */
function holdsNumbers(row: readonly unknown[]): boolean {
  for (let j = 0; j < row.length; j++) if (typeof row[j] !== 'number') return false;
  return true;
}

function valueProblem(value: unknown, returns: Names): string | null {
  if (typeof returns === 'string') return isData(value) ? null : `it returns ${wordsFor(value)} as ${returns}.`;
  const list = `[${returns.join(', ')}]`;
  if (!Array.isArray(value) || value.length !== returns.length) return `it returns ${wordsFor(value)}, not ${list}.`;
  const odd = returns.find((_, i) => !isData(value[i]));
  return odd === undefined ? null : `in ${list} it returns no value for ${odd}.`;
}

function wordsFor(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
