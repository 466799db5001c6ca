import { harmless } from './harmless';
import { Guest, type Lost, type Received } from './host';
import { MAX_PRINTED } from './limits';
import type { Packed } from './messages';
import { type Answer, type Input, pack, unpack } from './pack';
import { type Place, placeInStack } from './positions';
import type { Program } from './program';

/** What one call of a learner's function came to. */
export type Outcome =
  | {
      readonly kind: 'returned';
      readonly answer: Answer;
      /** The arguments after the call; null when they were not asked for. */
      readonly inputs: readonly Answer[] | null;
    }
  | {
      readonly kind: 'threw';
      readonly message: string;
      readonly place: Place | null;
    }
  | { readonly kind: 'lost'; readonly reason: Lost['reason'] };

/** Why an exercise file could not be made ready for calls. */
export type LoadProblem =
  | {
      readonly kind: 'syntax' | 'load';
      readonly message: string;
      readonly place: Place | null;
    }
  | { readonly kind: 'missing-export'; readonly exports: readonly string[] }
  | { readonly kind: 'lost'; readonly reason: Lost['reason'] };

/** Finds the source map of a submission's file; null for files that are not the submission's. */
export type SourceMaps = (id: string) => string | null;

/**
 * Runs a submission's exercises one after another, in one warm guest as long as that guest stays as it was.
 * A guest that was lost, or whose built-ins an exercise has changed, is replaced before the next exercise.
 */
export class Sandbox {
  private guest: Guest | null = null;
  private preparing: Promise<unknown> = Promise.resolve();

  /** @param timeLimit wall-clock limit of loading a file, and of one call, in ms */
  constructor(private readonly timeLimit: number) {}

  /** Starts a guest ahead of its first use, and mathjs in it when that will be wanted. */
  warmUp(mathjs: boolean): void {
    this.ready(mathjs);
  }

  /** Loads an exercise; its functions keep nothing from the exercise before. */
  async open(program: Program, name: string, sourceMaps: SourceMaps): Promise<Session | LoadProblem> {
    const session = new Session(this, program, name, sourceMaps, this.timeLimit);
    const problem = await session.load();
    return problem ?? session;
  }

  /** A guest that is ready to load an exercise. */
  async ready(mathjs: boolean): Promise<Guest> {
    await this.preparing;
    if (this.guest === null || !this.guest.alive) this.guest = new Guest();
    const { guest } = this;
    this.preparing = guest.prepare(mathjs);
    await this.preparing;
    return guest;
  }

  /** Gives up the current guest; the next exercise starts in a fresh one. */
  discard(): void {
    this.guest?.stop();
    this.guest = null;
  }
}

/** One exercise, loaded and ready to be called. */
export class Session {
  private guest: Guest | null = null;
  private text = '';
  private soiled = false;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly program: Program,
    private readonly name: string,
    private readonly sourceMaps: SourceMaps,
    private readonly timeLimit: number,
  ) {}

  /** What the exercise has printed so far. */
  get printed(): string {
    return harmless(this.text);
  }

  /** Ends the session. A guest whose built-ins were changed is not handed on to the next exercise. */
  close(): void {
    if (this.soiled) this.sandbox.discard();
  }

  /** Loads the program; null when it is ready for calls. A time-out is tried once more, in a fresh guest. */
  async load(): Promise<LoadProblem | null> {
    const first = await this.loadOnce();
    const problem = isTimeout(first) ? await this.loadOnce() : first;
    if (problem !== null) this.sandbox.discard();
    return problem;
  }

  /**
   * Calls the learner's function. A call that overruns the limit is tried once more in a fresh guest before it
   * counts, as the machine may have been busy with something else.
   *
   * @param withInputs whether the arguments as they are after the call should come back too
   */
  async call(inputs: readonly Input[], withInputs: boolean): Promise<Outcome> {
    const first = await this.callOnce(inputs, withInputs);
    if (!isTimeout(first)) return first;
    const problem = await this.loadOnce();
    return problem === null ? this.callOnce(inputs, withInputs) : first;
  }

  private async loadOnce(): Promise<LoadProblem | null> {
    const { modules, entry, usesMathjs } = this.program;
    this.guest = await this.sandbox.ready(usesMathjs);
    const request = { type: 'load', modules, entry, name: this.name } as const;
    const received = await this.guest.ask(request, new Float64Array(0), this.timeLimit);
    if ('reason' in received) return { kind: 'lost', reason: received.reason };
    const { reply } = received;
    if (reply.type === 'loaded') {
      this.keepPrinted(reply.printed);
      return null;
    }
    if (reply.type !== 'not-loaded') return this.outOfTurn();
    this.keepPrinted(reply.printed);
    if (reply.reason === 'missing-export') return { kind: 'missing-export', exports: reply.exports.map(harmless) };
    return { kind: reply.reason, ...this.thrown(reply.thrown) };
  }

  private async callOnce(inputs: readonly Input[], withInputs: boolean): Promise<Outcome> {
    if (this.guest === null) throw new Error('load before calling');
    const { packed, body } = pack(inputs);
    const received = await this.guest.ask({ type: 'call', inputs: packed, withInputs }, body, this.timeLimit);
    if ('reason' in received) return { kind: 'lost', reason: received.reason };
    try {
      return this.outcome(received, inputs.length);
    } catch {
      return this.outOfTurn();
    }
  }

  private outcome({ reply, body }: Received, inputCount: number): Outcome {
    if (reply.type !== 'returned' && reply.type !== 'threw') return this.outOfTurn();
    this.keepPrinted(reply.printed);
    this.soiled ||= reply.soiled;
    if (reply.type === 'threw') return { kind: 'threw', ...this.thrown(reply.thrown) };
    if (reply.inputs !== null && reply.inputs.length !== inputCount) return this.outOfTurn();
    const read = (packed: Packed) => cleanAnswer(unpack(packed, body));
    return {
      kind: 'returned',
      answer: read(reply.value),
      inputs: reply.inputs?.map(read) ?? null,
    };
  }

  private keepPrinted(text: string): void {
    if (this.text.length < MAX_PRINTED) this.text += text;
  }

  private thrown({ message, stack }: { message: string; stack: string }): {
    message: string;
    place: Place | null;
  } {
    return {
      message: harmless(message),
      place: placeInStack(stack, this.sourceMaps),
    };
  }

  /** A reply that does not answer the request: the guest is not ours any more. */
  private outOfTurn(): { kind: 'lost'; reason: 'exit' } {
    this.guest?.stop();
    return { kind: 'lost', reason: 'exit' };
  }
}

function isTimeout(outcome: Outcome | LoadProblem | null): boolean {
  return outcome?.kind === 'lost' && outcome.reason === 'timeout';
}

function cleanAnswer(answer: Answer): Answer {
  if (answer.kind === 'other') return { ...answer, detail: harmless(answer.detail) };
  if (answer.kind === 'list') return { kind: 'list', items: answer.items.map(cleanAnswer) };
  if (answer.kind !== 'record') return answer;
  const entries = Object.entries(answer.entries).map(([name, item]) => [harmless(name), cleanAnswer(item)] as const);
  return { kind: 'record', entries: Object.fromEntries(entries) };
}
