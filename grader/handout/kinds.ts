import { caseInputs } from '../authoring/caseInputs';
import type { Exercise } from '../authoring/exercise';
import type { Input } from '../authoring/values';
import type { Kind } from '../sandbox/protocol/messages';

/** Draws from each domain that tell which sizes are the same. */
const DRAWS = 20;
/** What sizes are called. */
const LETTERS = 'nmkpqrstuvwxyz';

/** The kinds of an exercise's arguments. Two sizes are the same if they are on every case and on draws; of others only 1 is fixed. */
export function kindsOf(exercise: Exercise, seed: string): readonly Kind[] {
  const { cases, domains } = exercise;
  const drawn = [...domains.keys()].flatMap((kind) => Array.from({ length: DRAWS }, (_, i) => `${kind} ${i + 1}`));
  const all = [...Object.keys(cases), ...drawn].map((name) => caseInputs(exercise, name, seed));
  // The last of them may be left out.
  const most = Math.max(...all.map(({ length }) => length));
  const calls = all.filter(({ length }) => length === most);
  const sizes: string[] = [];
  function sizeOf(arrays: readonly (readonly unknown[])[]): number | string {
    if (arrays.every(({ length }) => length === 1)) return 1;
    const lengths = arrays.map(({ length }) => length).join();
    if (!sizes.includes(lengths)) sizes.push(lengths);
    return LETTERS[sizes.indexOf(lengths)];
  }
  return Array.from({ length: most }, (_, i) => {
    const inputs = calls.map((call) => call[i]);
    return kindOf(inputs, sizeOf);
  });
}

/** The kind of one argument, as all calls have it. */
function kindOf(inputs: readonly Input[], sizeOf: (arrays: readonly (readonly unknown[])[]) => number | string): Kind {
  const [first] = inputs;
  if (typeof first === 'number' || typeof first === 'function') return typeof first as 'number' | 'function';
  if (Array.isArray(first)) {
    const arrays = inputs as readonly (readonly unknown[])[];
    const rows = arrays.map((array) => array[0]).filter(Array.isArray);
    return rows.length < arrays.length ? [sizeOf(arrays)] : [sizeOf(arrays), sizeOf(rows)];
  }
  const objects = inputs as readonly Readonly<Record<string, Input>>[];
  const parts = Object.keys(first).filter((name) => objects.every((object) => Object.hasOwn(object, name)));
  return Object.fromEntries(
    parts.map((name) => [
      name,
      kindOf(
        objects.map((object) => object[name]),
        sizeOf,
      ),
    ]),
  );
}
