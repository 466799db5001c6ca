import type { Outcomes } from '../grading/judge';
import type { Plan } from '../grading/plan';
import type { PooledAnswer, PooledOutcome, PooledOutcomes } from '../grading/recorded/outcomes';
import type { Outcome } from '../sandbox/host/outcome';
import type { Answer } from '../sandbox/host/pack';

/** Digits that a wrong answer is compared to are five; these are enough. */
const DIGITS = 8;

/** Answers, each of their parts kept once. */
export class AnswerPool {
  readonly answers: PooledAnswer[] = [];
  private readonly places = new Map<string, number>();

  /** What the cases of `plan` come to. */
  outcomes(plan: Plan, outcomes: Outcomes): PooledOutcomes {
    const all: Record<string, PooledOutcome> = {};
    for (const call of plan.cases) {
      const outcome = outcomes.get(call);
      const pooled = outcome === undefined ? null : this.outcome(outcome);
      if (pooled !== null) all[call.caseName] = pooled;
    }
    return all;
  }

  private outcome(outcome: Outcome): PooledOutcome | null {
    if (outcome.kind === 'lost') return null;
    if (outcome.kind === 'threw') return outcome.message;
    return {
      answer: this.place(rounded(outcome.answer)),
      // Arguments are compared to the last bit.
      inputs: outcome.inputs?.map((input) => this.place(input)) ?? null,
    };
  }

  private place(answer: Answer): number {
    const pooled = this.pooled(answer);
    const text = keyOf(pooled);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.answers.length);
    return this.answers.push(pooled) - 1;
  }

  private pooled(answer: Answer): PooledAnswer {
    if (answer.kind === 'list') return { kind: 'list', items: answer.items.map((item) => this.place(item)) };
    if (answer.kind !== 'record') return answer;
    const entries = Object.entries(answer.entries).map(([name, item]) => [name, this.place(item)] as const);
    return { kind: 'record', entries: Object.fromEntries(entries) };
  }
}

/** Equal texts mean equal answers; JSON alone takes NaN for null. */
function keyOf(answer: PooledAnswer): string {
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
}

function rounded(answer: Answer): Answer {
  const round = (value: number) => Number(value.toPrecision(DIGITS));
  switch (answer.kind) {
    case 'number':
      return { ...answer, value: round(answer.value) };
    case 'vector':
      return { ...answer, value: answer.value.map(round) };
    case 'matrix':
      return { ...answer, value: answer.value.map((row) => row.map(round)) };
    case 'list':
      return { ...answer, items: answer.items.map(rounded) };
    case 'record':
      return {
        ...answer,
        entries: Object.fromEntries(Object.entries(answer.entries).map(([name, item]) => [name, rounded(item)])),
      };
    case 'other':
      return answer;
  }
}
