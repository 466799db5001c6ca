import { inputsAsText } from '../../../authoring/given';
import type { Input } from '../../../authoring/values';
import type { Outcome } from '../../../sandbox/host/outcome';
import type { Plan } from '../../plan';
import type { Start } from './starts';
import { callOn, failureOn, type Trial } from './trial';

/** Asks the learner's function. */
export type Ask = (inputs: readonly Input[]) => Promise<Outcome>;

/** What bounds a search: counts, so that the same submission gets the same words on any machine. */
const MAX_CALLS = 60;
/** Inputs looked at, among them those that nobody can judge, with which nothing is called. */
const MAX_LOOKED_AT = 600;
/** Numbers of all the calls: inputs as large as an MNIST layer are halved a few times at most. */
const MAX_NUMBERS = 300_000;
/** In ms. Only a net, many times what 60 calls take: for functions that are slow. */
const MAX_TIME = 1000;
/** A call counts for at most so many times the fastest one: a machine that stands still for a moment ends no search. */
const MAX_SLOWER = 3;

/** The calls of one search, none made twice. */
export class Attempts {
  readonly made: Trial[] = [];
  private readonly looked = new Set<string>();
  private numbers = 0;
  private lost = false;
  private fastest = Number.POSITIVE_INFINITY;
  private time = 0;

  constructor(
    readonly plan: Plan,
    readonly start: Start,
    private readonly ask: Ask,
  ) {}

  get exhausted(): boolean {
    if (this.lost || this.made.length >= MAX_CALLS || this.looked.size >= MAX_LOOKED_AT) return true;
    return this.numbers > MAX_NUMBERS || this.time > MAX_TIME;
  }

  /** What these inputs come to; null when they were tried before, or nobody can judge them. */
  async on(inputs: readonly Input[]): Promise<Trial | null> {
    const { plan, start } = this;
    const text = inputsAsText(inputs);
    if (this.looked.has(text)) return null;
    this.looked.add(text);
    const call = callOn(plan, start.check, start.call.caseName, withoutMissing(inputs));
    if (call === null) return null;
    this.numbers += call.size;
    const outcome = await this.timed(call.inputs);
    this.lost = outcome.kind === 'lost';
    if (this.lost) return null;
    const trial = { call, outcome, failure: failureOn(plan, start.check, call, outcome) };
    this.made.push(trial);
    return trial;
  }

  private async timed(inputs: readonly Input[]): Promise<Outcome> {
    const start = performance.now();
    const outcome = await this.ask(inputs);
    const took = performance.now() - start;
    this.fastest = Math.min(this.fastest, took);
    this.time += Math.min(took, MAX_SLOWER * this.fastest);
    return outcome;
  }
}

/** Arguments that a call leaves out are not among its inputs. */
function withoutMissing(inputs: readonly (Input | undefined)[]): readonly Input[] {
  return inputs.filter((input) => input !== undefined);
}
