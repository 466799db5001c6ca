import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { caseInputs, referenceAnswer } from '../authoring/caseInputs';
import type { Exercise } from '../authoring/exercise';
import { inputsAsText } from '../authoring/given';
import type { Input, Value } from '../authoring/values';
import { UserError } from '../errors';
import { formatList } from '../text/lists';
import { shownPath } from '../workbook/callerPaths';
import { KIT_ROOT } from '../workbook/paths';
import type { Workbook } from '../workbook/workbook';
import { runPython } from './python';

/**
 * What NumPy returns on an exercise's cases, kept in `fixtures/<name>/numpy.json` so that Python is needed only to
 * make it again. The inputs are kept as a digest: they come from the seed.
 */
export interface NumpyValues {
  readonly seed: string;
  readonly numpy: string;
  readonly cases: Readonly<Record<string, { readonly inputs: string; readonly output: Value }>>;
}

const value: v.GenericSchema<Value> = v.lazy(() => v.union([v.number(), v.array(value), v.record(v.string(), value)]));
const schema: v.GenericSchema<NumpyValues> = v.object({
  seed: v.string(),
  numpy: v.string(),
  cases: v.record(v.string(), v.object({ inputs: v.string(), output: value })),
});

/** How far reference and NumPy may differ, relative to the larger of the entry and a thousandth of the largest one. */
const MAX_RELATIVE = 1e-12;

/** The command that asks NumPy again, as its author types it. */
function remedy({ root }: Workbook, name: string): string {
  const where = root === KIT_ROOT ? '' : ` --workbook ${shownPath(root)}`;
  return `Run npm run numpy -- ${name}${where} (it needs Python 3 and NumPy), and look at what changed.`;
}

function digest(inputs: readonly Input[]): string {
  return createHash('sha256').update(inputsAsText(inputs)).digest('hex').slice(0, 16);
}

function fileOf({ root }: Workbook, name: string): string {
  return path.join(root, 'fixtures', name, 'numpy.json');
}

export interface NumpyResult {
  readonly problems: readonly string[];
  /** The largest relative difference; null when the exercise has no NumPy values. */
  readonly worst: number | null;
}

/** Compares the reference with NumPy on the default seed's cases. */
export function compareWithNumpy(workbook: Workbook, exercise: Exercise): NumpyResult {
  const file = fileOf(workbook, exercise.name);
  if (!fs.existsSync(file)) return { problems: [], worst: null };
  const parsed = readValues(file);
  if (parsed === null)
    return { problems: [`numpy.json cannot be read. ${remedy(workbook, exercise.name)}`], worst: null };
  const { numpyDifference = MAX_RELATIVE } = exercise;
  const problems: string[] = [];
  const missing: string[] = [];
  const stale: string[] = [];
  let worst = 0;
  for (const name of Object.keys(exercise.cases)) {
    const inputs = caseInputs(exercise, name, parsed.seed);
    const known = parsed.cases[name];
    if (known?.inputs !== digest(inputs)) {
      (known === undefined ? missing : stale).push(`"${name}"`);
      continue;
    }
    const difference = relativeDifference(referenceAnswer(exercise, name, inputs), known.output);
    worst = Math.max(worst, difference);
    if (difference > numpyDifference) {
      problems.push(
        `the reference differs from NumPy by ${difference.toExponential(1)} (relative) on case "${name}". One of them is wrong.`,
      );
    }
  }
  const outdated = [
    ...(missing.length > 0 ? [`numpy.json has no values for ${casesNamed(missing)}`] : []),
    ...(stale.length > 0 ? [`the inputs of ${casesNamed(stale)} have changed since numpy.json was written`] : []),
  ];
  if (outdated.length > 0) problems.push(`${outdated.join('; ')}. ${remedy(workbook, exercise.name)}`);
  return { problems, worst };
}

/** `the case "tiny"`, `the cases "tiny" and "large"`. */
function casesNamed(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'case' : 'cases'} ${formatList(names)}`;
}

function readValues(file: string): NumpyValues | null {
  try {
    const result = v.safeParse(schema, JSON.parse(fs.readFileSync(file, 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Numbers of a value, part by part. */
function partsOf(item: Value): readonly (readonly number[])[] {
  if (typeof item === 'number') return [[item]];
  if (!Array.isArray(item)) return Object.values(item).flatMap(partsOf);
  const items: readonly Value[] = item;
  const flat = items.flat();
  // Rows of numbers, or numbers, are one part; anything deeper is a list of parts.
  return flat.every((entry) => typeof entry === 'number') ? [flat] : items.flatMap(partsOf);
}

function relativeDifference(got: Value, want: Value): number {
  const [ours, theirs] = [partsOf(got), partsOf(want)];
  const differences = theirs.flatMap((part, i) => {
    const largest = part.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    return part.map((entry, k) => {
      const difference = Math.abs(ours[i]?.[k] - entry);
      // Sums that nearly cancel keep the absolute error of their terms.
      return difference === 0 ? 0 : difference / Math.max(Math.abs(entry), largest / 1000);
    });
  });
  return differences.reduce(
    (worst, difference) => (Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(worst, difference)),
    0,
  );
}

/** Asks NumPy again: one Python process for all the exercises. Returns the `numpy.json` files' contents by name. */
export function askNumpy(
  workbook: Workbook,
  exercises: readonly Exercise[],
  seed: string,
): ReadonlyMap<string, string> {
  const source = path.join(workbook.root, 'reference', 'neural_network.py');
  if (!fs.existsSync(source))
    throw new UserError('There is no reference/neural_network.py: write the functions in NumPy there first.');
  const questions = exercises.map((exercise) => ({
    name: exercise.name,
    cases: Object.fromEntries(Object.keys(exercise.cases).map((name) => [name, caseInputs(exercise, name, seed)])),
  }));
  const script = [path.join(__dirname, 'ask_numpy.py'), path.join(workbook.root, 'reference')];
  const stdout = runPython(script, inputsAsText(questions));
  const { numpy, outputs }: { numpy: string; outputs: Record<string, Record<string, Value>> } = JSON.parse(stdout);
  return new Map(
    questions.map(({ name, cases }) => {
      const lines = Object.entries(cases).map(([id, inputs]) => {
        return `    ${JSON.stringify(id)}: ${JSON.stringify({ inputs: digest(inputs), output: outputs[name][id] })}`;
      });
      const head = `{\n  "seed": ${JSON.stringify(seed)},\n  "numpy": ${JSON.stringify(numpy)},\n  "cases": {\n`;
      return [fileOf(workbook, name), `${head}${lines.join(',\n')}\n  }\n}\n`];
    }),
  );
}
