import { caseInputs } from '../authoring/caseInputs';
import type { Misfit } from '../authoring/domain';
import type { Exercise } from '../authoring/exercise';
import { type Functions, givenCalled } from '../authoring/given';
import type { Input } from '../authoring/values';
import { UserError } from '../errors';
import { formatShape } from '../text/formatNumber';
import { formatList } from '../text/lists';
import { FunctionName, parseArguments, type Typed } from './parseArguments';

/** Inputs of a person's own: what was typed, as a call's arguments, or one sentence that says why that cannot be. */

type Kind = 'number' | 'array' | 'matrix' | 'record' | 'function';

const KINDS: Readonly<Record<Kind, string>> = {
  number: 'a number',
  array: 'an array of numbers, as in [1, 2]',
  matrix: 'a matrix, an array of rows, as in [[1, 2], [3, 4]]',
  record: 'matrices by name, as in {W: [[1]], b: [[0]]}',
  function: 'the name of a function',
};

/**
 * The arguments that `words` spell, for a call of the exercise's function.
 *
 * @throws UserError
 */
export function typedInputs(
  exercise: Exercise,
  words: readonly string[],
  seed: string,
  functions: Functions,
): readonly Input[] {
  const typed = parseArguments(words);
  const examples = exampleInputs(exercise, seed);
  checkCount(exercise, typed.length, Math.min(...Object.values(examples.lengths)));
  const inputs = typed.map((value, i) => inputOf(value, exercise.parameters[i], kindOf(examples.inputs[i]), functions));
  const misfit = misfitOf(exercise, inputs);
  if (misfit !== null) throw new UserError(misfitSentence(misfit, exercise, examples.inputs));
  return inputs;
}

/** An argument for each parameter, as the exercise's cases have them, and how many each case hands over. */
function exampleInputs(exercise: Exercise, seed: string) {
  const all = Object.keys(exercise.cases).map((name) => caseInputs(exercise, name, seed));
  const inputs = exercise.parameters.map((_, i) => all.find((one) => one.length > i)?.[i] ?? 0);
  return { inputs, lengths: all.map(({ length }) => length) };
}

function checkCount({ name, parameters }: Exercise, count: number, least: number): void {
  const most = parameters.length;
  if (count >= least && count <= most) return;
  const many = least === most ? `${most}` : `${least} to ${most}`;
  const noun = many === '1' ? 'argument' : 'arguments';
  throw new UserError(`${name} takes ${many} ${noun} (${parameters.join(', ')}), not ${count}.`);
}

function inputOf(value: Typed, name: string, kind: Kind, functions: Functions): Input {
  if (value instanceof FunctionName) {
    if (kind !== 'function') throw new UserError(`${name} is ${KINDS[kind]}, not ${value.name}.`);
    return functionOf(value, name, functions);
  }
  const problem = dataProblem(value, name);
  if (problem !== null) throw new UserError(problem);
  const input = value as Input;
  if (kindOf(input) !== kind) throw new UserError(`${name} is ${KINDS[kind]}, not ${kindWords(input)}.`);
  return input;
}

function functionOf({ name, of }: FunctionName, parameter: string, functions: Functions): Input {
  const found = givenCalled({ name, of }, functions);
  if (found !== null) return found;
  const names = Object.keys(functions);
  const advice = names.length === 0 ? 'This workbook has none.' : `There are ${formatList(names)}.`;
  throw new UserError(`${parameter} is the name of a function, and there is none called ${name}. ${advice}`);
}

function kindOf(input: Input): Kind {
  if (typeof input === 'number' || typeof input === 'function') return typeof input as Kind;
  if (!Array.isArray(input)) return 'record';
  return Array.isArray(input[0]) ? 'matrix' : 'array';
}

function kindWords(input: Input): string {
  return { ...KINDS, array: 'a flat array' }[kindOf(input)].replace(/,.*/, '');
}

/** Why `value` is no argument, as a sentence; null for numbers, arrays of them, matrices and records of these. */
function dataProblem(value: Typed, name: string): string | null {
  if (typeof value === 'number') return null;
  if (value instanceof FunctionName) return `${name} holds ${value.name} where a number should be.`;
  if (!Array.isArray(value)) {
    const problems = Object.entries(value).map(([key, item]) => dataProblem(item, `${name}.${key}`));
    return problems.find((problem) => problem !== null) ?? null;
  }
  const rows: readonly Typed[] = value;
  if (rows.length === 0) return `${name} is empty: give it at least one number.`;
  if (rows.every((row) => typeof row === 'number')) return null;
  const [first] = rows;
  if (!Array.isArray(first) || !rows.every(Array.isArray)) return `${name} mixes numbers and rows.`;
  if (first.length === 0) return `${name} has empty rows: give it at least one number.`;
  const odd = rows.findIndex((row) => row.length !== first.length);
  if (odd !== -1)
    return `${name} is ragged: row 0 has ${count(first.length)}, row ${odd} has ${(rows[odd] as readonly Typed[]).length}.`;
  const entry = rows.flat().find((item) => typeof item !== 'number');
  return entry === undefined ? null : `${name} has rows that hold more than numbers.`;
}

const count = (entries: number) => (entries === 1 ? '1 entry' : `${entries} entries`);

/** Where sizes contradict each other in every domain of the exercise; null where they fit one, or there is none. */
function misfitOf({ domains }: Exercise, inputs: readonly Input[]): Misfit | null {
  const misfits = [...domains.values()].map((domain) => domain.misfit(inputs));
  return misfits.includes(null) ? null : (misfits[0] ?? null);
}

function misfitSentence({ argument, size }: Misfit, { parameters }: Exercise, examples: readonly Input[]): string {
  if (size === null) {
    const example = examples[parameters.indexOf(argument)];
    const shape = Array.isArray(example) && Array.isArray(example[0]) ? [example.length, example[0].length] : null;
    const such = shape === null ? '' : ` A case of the exercise has the shape ${formatShape(shape)} there.`;
    return `${argument} has not the shape that goes with the other arguments.${such}`;
  }
  const { name, length, other, otherLength } = size;
  const where =
    other === argument
      ? `both ${otherLength} and ${length} in ${argument}`
      : `${otherLength} in ${other} and ${length} in ${argument}`;
  return `The shapes do not go together: the size "${name}" is ${where}.`;
}
