import type { Outcome } from '../../sandbox/host/outcome';
import type { Answer } from '../../sandbox/host/pack';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';

/** An answer in a pool: parts that are equal are kept once, as the answers of many mistakes have parts in common. */
export type PooledAnswer =
  | Exclude<Answer, { readonly kind: 'list' | 'record' }>
  | { readonly kind: 'list'; readonly items: readonly number[] }
  | { readonly kind: 'record'; readonly entries: Readonly<Record<string, number>> };

/** An outcome, its answers by their places in the pool; a text is the message of what was thrown. */
export type PooledOutcome = string | { readonly answer: number; readonly inputs: readonly number[] | null };

/** What the cases of a plan come to, by name. */
export type PooledOutcomes = Readonly<Record<string, PooledOutcome>>;

/** The answer at `place` of the pool. */
function pooledAnswer(pool: readonly PooledAnswer[], place: number): Answer {
  const pooled = pool[place];
  const part = (item: number) => pooledAnswer(pool, item);
  if (pooled.kind === 'list') return { kind: 'list', items: pooled.items.map(part) };
  if (pooled.kind !== 'record') return pooled;
  return {
    kind: 'record',
    entries: Object.fromEntries(Object.entries(pooled.entries).map(([name, item]) => [name, part(item)])),
  };
}

/** What was recorded of the cases of `plan`, put together when first asked for. */
export class RecordedOutcomes implements Outcomes {
  private readonly known = new Map<Call, Outcome>();
  private readonly cases: ReadonlySet<Call>;

  constructor(
    plan: Plan,
    private readonly pool: readonly PooledAnswer[],
    private readonly pooled: PooledOutcomes,
  ) {
    this.cases = new Set(plan.cases);
  }

  get(call: Call): Outcome | undefined {
    const known = this.known.get(call);
    if (known !== undefined || !this.cases.has(call)) return known;
    const pooled = this.pooled[call.caseName];
    if (pooled === undefined) return undefined;
    const outcome = this.outcomeOf(pooled);
    this.known.set(call, outcome);
    return outcome;
  }

  private outcomeOf(pooled: PooledOutcome): Outcome {
    if (typeof pooled === 'string') return { kind: 'threw', message: pooled, place: null };
    const answerAt = (place: number) => pooledAnswer(this.pool, place);
    return { kind: 'returned', answer: answerAt(pooled.answer), inputs: pooled.inputs?.map(answerAt) ?? null };
  }
}
