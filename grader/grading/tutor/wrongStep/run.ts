import type { Site } from '../../../submission/instrument';
import type { Step, Trace, TracedValue } from '../trace/trace';

/** Values that can be held against others: numbers, and what holds nothing else. */
export function isNumeric({ kind }: TracedValue): boolean {
  return kind === 'number' || kind === 'vector' || kind === 'matrix' || kind === 'nested';
}

/** What stands in a sequence for a value that is no number: no program works with these. */
const MARKS = {
  undefined: -1.1e300,
  null: -1.2e300,
  string: -1.3e300,
  function: -1.4e300,
  other: -1.5e300,
  large: -1.6e300,
};

function sequenceOf({ kind, numbers }: TracedValue): ArrayLike<number> {
  return kind in MARKS ? [MARKS[kind as keyof typeof MARKS]] : numbers;
}

/** The values of a site, one after another. */
export interface Sequence {
  readonly site: Site;
  readonly numbers: Float64Array;
  /** Of each step there: its index in the trace, and where its numbers begin. */
  readonly steps: readonly { readonly at: number; readonly start: number; readonly end: number }[];
}

/** A step of the learner's that right answers have another value for. */
export interface Place {
  readonly sequence: Sequence;
  /** The step's place among those of its site; one too many where the step never came to its end. */
  readonly occurrence: number;
  readonly at: number;
}

/** A trace, by site. */
export class Run {
  readonly steps: readonly Step[];
  private readonly sequences = new Map<number, Sequence>();

  /** @param given the numbers among the inputs */
  constructor(
    readonly trace: Trace,
    private readonly given: ReadonlySet<number>,
  ) {
    this.steps = trace.steps;
    const indices = new Map<number, number[]>();
    for (const [i, { site }] of trace.steps.entries()) {
      const known = indices.get(site.id);
      if (known === undefined) indices.set(site.id, [i]);
      else known.push(i);
    }
    for (const [id, at] of indices) {
      const { site } = this.steps[at[0]];
      this.sequences.set(id, this.sequence(site, at));
    }
  }

  private sequence(site: Site, indices: readonly number[]): Sequence {
    const values = indices.map((at) => sequenceOf(this.steps[at].value));
    const numbers = new Float64Array(values.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    const steps = values.map((value, i) => {
      const start = end;
      numbers.set(value, start);
      end += value.length;
      return { at: indices[i], start, end };
    });
    return { site, numbers, steps };
  }

  get all(): Iterable<Sequence> {
    return this.sequences.values();
  }

  of(site: number): Sequence | undefined {
    return this.sequences.get(site);
  }

  /** The site above one in its expression; without steps when it never came to its end. */
  above({ parent }: Site): Sequence | undefined {
    return parent === null ? undefined : this.sequenceAt(parent);
  }

  private sequenceAt(id: number): Sequence {
    return this.sequences.get(id) ?? { site: this.trace.sites[id], numbers: new Float64Array(0), steps: [] };
  }

  /** The sites below one in its expression, at any depth. */
  below({ parts }: Site): readonly Sequence[] {
    return parts.flatMap((part) => {
      const sequence = this.sequences.get(part);
      return sequence === undefined ? [] : [sequence, ...this.below(sequence.site)];
    });
  }

  /** The step that was under way when `last` had come and nothing came after it; null when that is not known. */
  pending(last: Site): Place | null {
    const above = this.above(last) ?? this.pendingCall(last);
    if (above === undefined) return null;
    return { sequence: above, occurrence: above.steps.length, at: this.steps.length };
  }

  private pendingCall({ returned, within }: Site): Sequence | undefined {
    return returned ? this.calling(within) : undefined;
  }

  private calling(within: number): Sequence | undefined {
    const site = this.trace.sites.find(({ callbacks }) => callbacks.includes(within));
    return site === undefined ? undefined : this.sequenceAt(site.id);
  }

  /** Whether there is a number that neither was given nor is a count or an index: such are the same by chance. */
  carries(numbers: Float64Array): boolean {
    return numbers.some(
      (value) => !(Number.isInteger(value) && Math.abs(value) <= 20) && !this.given.has(value) && value > -1e300,
    );
  }

  /** What the call returned, as a step; null when it did not. */
  get result(): Place | null {
    const at = this.steps.length - 1;
    const last = this.steps[at] as Step | undefined;
    if (last === undefined || this.trace.threw || !last.site.returned) return null;
    const sequence = this.sequenceAt(last.site.id);
    return { sequence, occurrence: sequence.steps.length - 1, at };
  }

  /** The calls that a function is handed to, or that call it by its name. */
  callers({ within }: Site): readonly Sequence[] {
    return this.trace.sites.filter(({ callbacks }) => callbacks.includes(within)).map(({ id }) => this.sequenceAt(id));
  }
}
