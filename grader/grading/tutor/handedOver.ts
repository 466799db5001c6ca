import { caseInputs } from '../../authoring/caseInputs';
import type { Exercise } from '../../authoring/exercise';
import type { Input } from '../../authoring/values';
import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Place } from '../../submission/positions';
import type { Program } from '../../submission/submission';
import type { Failure } from '../judge';
import type { Runnable } from '../run';
import { askingGuest } from './counterexample/askGuest';

/**
 * An error that was thrown in the answer to another exercise, because of what that was handed; and where it was handed
 * that.
 */
export interface HandedOver {
  /** The file in which the error was thrown. */
  readonly thrownIn: string;
  /** The function that was called there. */
  readonly name: string;
  /** What it got, in words. */
  readonly got: string;
  /** Where from. */
  readonly from: Place;
}

/** What an argument may be, in words; what the guest says is looked up here, and nothing else of it is shown. */
const KINDS = {
  number: 'a number',
  string: 'a string',
  boolean: 'a boolean',
  undefined: 'undefined',
  null: 'null',
  function: 'a function',
  object: 'an object',
  vector: 'a flat array',
  matrix: 'a matrix',
  strings: 'a matrix of strings',
} as const;
type Kind = keyof typeof KINDS;

const MARK = 'handed over: ';

/** Stands between an exercise and what it imports, and says of a call that fails what it was called with. */
const WATCHER = `
const { isArray } = Array;
const kindOf = (value) => {
  if (value === null) return 'null';
  if (!isArray(value)) return typeof value;
  const row = value[0];
  return isArray(row) ? (typeof row[0] === 'string' ? 'strings' : 'matrix') : 'vector';
};
const inner = require('inner');
for (const name of Object.keys(inner)) {
  const value = inner[name];
  exports[name] = typeof value !== 'function' ? value : (...args) => {
    try {
      return value(...args);
    } catch {
      throw new Error('${MARK}' + name + ' ' + args.map(kindOf).join(' '));
    }
  };
}`;

/** Errors of as many other answers are looked into. */
const MAX_ANSWERS = 2;

/**
 * What the functions that threw were called with, when that is not what they are for: one for each file in which anything
 * of `failures` was thrown.
 *
 * @param other finds an exercise by name
 */
export async function findHandedOver(
  ran: Runnable,
  entry: string,
  failures: readonly Failure[],
  seed: string,
  sandbox: Sandbox,
  other: (name: string) => Exercise | undefined,
): Promise<readonly HandedOver[]> {
  const found: HandedOver[] = [];
  const seen = new Set([entry]);
  for (const { call, finding } of failures) {
    if (finding.kind !== 'threw' || seen.size > MAX_ANSWERS) continue;
    const file = finding.place?.id ?? '';
    const exercise = other(file.replace(/\.ts$/, ''));
    if (exercise === undefined || seen.has(file)) continue;
    seen.add(file);
    const watched = { ...ran, program: watching(ran.program, file) };
    const outcome = await askingGuest(sandbox, watched, entry.replace(/\.ts$/, ''), (askAnew) =>
      askAnew((ask) => ask(call.inputs)),
    );
    if (outcome === null || outcome.kind !== 'threw' || outcome.place === null) continue;
    const got = oddKind(outcome.message, exercise, seed);
    if (got !== null) found.push({ thrownIn: file, name: exercise.name, got, from: outcome.place });
  }
  return found;
}

/** The program with the watcher before `file`, wherever that is imported. */
function watching(program: Program, file: string): Program {
  const watcher = { id: `watched:${file}`, code: WATCHER, imports: { inner: file } };
  const modules = program.modules.map((module) => ({
    ...module,
    imports: Object.fromEntries(
      Object.entries(module.imports).map(([specifier, id]) => [specifier, id === file ? watcher.id : id]),
    ),
  }));
  return { ...program, modules: [...modules, watcher] };
}

/** The first argument that is not of the kind that the exercise's own cases hand over. */
function oddKind(message: string, exercise: Exercise, seed: string): string | null {
  const marked = message.indexOf(MARK);
  if (marked === -1) return null;
  const [name, ...kinds] = message.slice(marked + MARK.length).split(' ');
  if (name !== exercise.name) return null;
  const wanted = caseInputs(exercise, Object.keys(exercise.cases)[0], seed).map(kindOf);
  const odd = kinds.find((kind, i) => i < wanted.length && kind !== wanted[i] && Object.hasOwn(KINDS, kind));
  return odd === undefined ? null : KINDS[odd as Kind];
}

function kindOf(input: Input): Kind {
  if (Array.isArray(input)) return Array.isArray(input[0]) ? 'matrix' : 'vector';
  return typeof input === 'object' ? 'object' : typeof input === 'function' ? 'function' : 'number';
}
