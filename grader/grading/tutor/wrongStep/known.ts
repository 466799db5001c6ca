import type { Site } from '../../../submission/instrument';
import type { Step } from '../trace/trace';
import { same, sameAll } from './numbers';
import { isTrivial, type Run } from './run';

/** What is known of a value: a right answer has it; or has all its numbers, but not in this order; or does not have it. */
export type Standing = 'right' | 'doubtful' | 'unknown';

/** Kinds of values that hold no numbers, and of which nothing is held against an answer. */
const WITHOUT_NUMBERS = new Set(['boolean', 'function', 'null', 'other', 'large']);

/** All values that some right answers go through, whatever they are called there. */
export class Known {
  /** In order, each once; a NaN at the end. */
  private readonly numbers: Float64Array;
  private readonly kinds = new Set<string>();
  /** By how many numbers they have, and whether these are in rows. */
  private readonly arrays = new Map<string, Float64Array[]>();
  /** The numbers that come at one place, one after the other. */
  private readonly sequences: Float64Array[] = [];
  /** What right answers give a name to. */
  private readonly named = new Map<string, Step[]>();

  /** @param given the numbers among the inputs */
  constructor(rights: readonly Run[], given: ReadonlySet<number>) {
    const all = new Set(given);
    for (const right of rights) {
      const sequences = new Map<Site, number[]>();
      for (const step of right.steps) {
        const { site, value } = step;
        const { kind, numbers } = value;
        if (site.name !== null) this.addNamed(site.name, step);
        this.kinds.add(kind);
        // What is no number is NaN in a nested array.
        for (const number of numbers) if (kind !== 'nested' || !Number.isNaN(number)) all.add(number);
        if (kind !== 'number') this.addArray(value.numbers, value.shape);
        else if (sequences.has(site)) sequences.get(site)?.push(numbers[0]);
        else sequences.set(site, [numbers[0]]);
      }
      for (const sequence of sequences.values())
        if (sequence.length > 1) this.sequences.push(Float64Array.from(sequence));
    }
    this.numbers = Float64Array.from(all).sort();
  }

  /** How a step stands to right answers. A count, or what holds no numbers, stands right: nothing speaks against it. */
  standing({ site, value: { kind, numbers } }: Step): Standing {
    if (kind === 'string') return this.kinds.has(kind) ? 'right' : 'unknown';
    if (kind === 'undefined') {
      const unused = site.parent === null && site.name === null && !site.returned;
      return unused || this.kinds.has(kind) ? 'right' : 'unknown';
    }
    if (WITHOUT_NUMBERS.has(kind) || numbers.every(isTrivial)) return 'right';
    const holes = kind === 'nested' && numbers.some(Number.isNaN);
    if (!numbers.every((number) => (holes && Number.isNaN(number)) || this.has(number))) return 'unknown';
    if (kind === 'number') return 'right';
    const alike = this.arrays.get(keyOf(kind === 'matrix', numbers)) ?? [];
    const whole = alike.some((one) => sameAll(one, numbers));
    return whole || this.sequences.some((one) => holds(one, numbers)) ? 'right' : 'doubtful';
  }

  /** Whether a value has a name that right answers give to other values only: a `mean` that is a sum. */
  isMisnamed(step: Step): boolean {
    const namesakes = step.site.name === null ? undefined : this.named.get(step.site.name);
    return namesakes !== undefined && !namesakes.some((one) => sameAll(one.value.numbers, step.value.numbers));
  }

  private has(number: number): boolean {
    if (isTrivial(number)) return true;
    const { numbers } = this;
    if (Number.isNaN(number)) return Number.isNaN(numbers[numbers.length - 1]);
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < number && !same(numbers[middle], number)) low = middle + 1;
      else high = middle;
    }
    return low < numbers.length && same(numbers[low], number);
  }

  private addNamed(name: string, step: Step): void {
    const namesakes = this.named.get(name);
    if (namesakes === undefined) this.named.set(name, [step]);
    else namesakes.push(step);
  }

  /** With its rows and columns, as some work on one of them at a time. */
  private addArray(numbers: Float64Array, shape: readonly number[]): void {
    this.add(shape.length === 2, numbers);
    if (shape.length !== 2) return;
    const [rows, columns] = shape;
    const turned = numbers.map((_, k) => numbers[(k % rows) * columns + Math.floor(k / rows)]);
    this.add(true, turned);
    for (let i = 0; i < rows; i++) this.add(false, numbers.subarray(i * columns, (i + 1) * columns));
    for (let j = 0; j < columns; j++) this.add(false, turned.subarray(j * rows, (j + 1) * rows));
  }

  private add(inRows: boolean, numbers: Float64Array): void {
    const key = keyOf(inRows, numbers);
    const alike = this.arrays.get(key);
    if (alike === undefined) this.arrays.set(key, [numbers]);
    else if (!alike.some((one) => sameAll(one, numbers))) alike.push(numbers);
  }
}

const keyOf = (inRows: boolean, { length }: Float64Array) => `${length}${inRows ? ' in rows' : ''}`;

/** Whether `part` stands in `whole` in one piece. */
function holds(whole: Float64Array, part: Float64Array): boolean {
  const last = whole.length - part.length;
  for (let at = 0; at <= last; at++) if (part.every((number, i) => same(whole[at + i], number))) return true;
  return false;
}
