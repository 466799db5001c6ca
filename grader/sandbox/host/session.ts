import type { Input } from '../../authoring/values';
import { type Place, placeInStack } from '../../submission/positions';
import type { Program } from '../../submission/submission';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import { MAX_PRINTED, MAX_SESSION_NUMBERS } from '../protocol/limits';
import type { Packed } from '../protocol/messages';
import { type Answer, pack, unpack } from '../protocol/pack';
import { cageFailed, currentCage, type Isolation } from './isolation';
import { Guest, type Lost, type Received } from './process';
import { imageFailed, imageOf } from './snapshot';

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

/** What a retry may take beyond one time limit, for the fresh guest to load the exercise again, in ms. */
const RETRY_SPARE_MS = 500;

/**
 * Runs a submission's exercises one after another, in one warm guest as long as that guest stays as it was.
 * A guest that was lost, or that an exercise has changed, is replaced before the next exercise.
 */
export class Sandbox {
  private guest: Guest | null = null;
  private preparing: Promise<unknown> = Promise.resolve();
  private worked = false;
  private interrupted = false;

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

  /** What holds the guests in on this machine, known for certain as soon as one of them has answered. */
  async isolation(): Promise<Isolation> {
    await this.preparing;
    if (!this.worked) await this.ready(false);
    return currentCage().isolation;
  }

  /** A guest that is ready to load an exercise. */
  async ready(mathjs: boolean): Promise<Guest> {
    // A guest takes one request at a time, whoever asks for it.
    const prepared = this.preparing.then(() => this.prepared(mathjs));
    this.preparing = prepared;
    const guest = await prepared;
    this.worked ||= guest.alive;
    return guest;
  }

  /** The current guest, or else a new one from the best image and in the strongest cage that work here. */
  private async prepared(mathjs: boolean): Promise<Guest> {
    for (;;) {
      if (this.guest === null || !(this.guest.alive || this.interrupted))
        this.guest = new Guest(2 * this.timeLimit, imageOf(mathjs));
      const { guest } = this;
      if (this.interrupted) {
        guest.stop();
        return guest;
      }
      const received = await guest.prepare(mathjs);
      // A fresh guest is as it was, whatever it says.
      if ('reply' in received && received.reply.type !== 'prepared' && guest.used) this.discard();
      else if (!guest.stillborn || !(imageFailed(guest.image) || cageFailed(guest.cage))) return guest;
    }
  }

  /** Ends what is under way: until `resume`, every exercise finds its guest lost at once. */
  interrupt(): void {
    this.interrupted = true;
    this.guest?.stop();
  }

  /** Takes exercises again after `interrupt`. */
  resume(): void {
    this.interrupted = false;
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
  private numbers = 0;
  private loadTime = 0;
  private retried = false;
  /** Whether the guest ran another exercise before this one. */
  private inherited = false;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly program: Program,
    private readonly name: string,
    private readonly sourceMaps: SourceMaps,
    private readonly timeLimit: number,
  ) {}

  /** What the exercise has printed so far. */
  get printed(): string {
    return sanitize(this.text);
  }

  /** Ends the session. A guest that holds code of ours is not handed on to the next exercise. */
  close(): void {
    if (this.holdsOurs()) this.sandbox.discard();
  }

  /** Loads the program; null when it is ready for calls. */
  async load(): Promise<LoadProblem | null> {
    // Code of ours must not come near code of the learner's that ran before and may lie in wait for it.
    if (this.holdsOurs()) this.sandbox.discard();
    const first = await this.loadOnce(this.timeLimit);
    const problem = this.deservesRetry(first) ? await this.loadOnce(this.timeLimit) : first;
    if (problem !== null) this.sandbox.discard();
    return problem;
  }

  /**
   * Calls the learner's function.
   *
   * @param withInputs whether the arguments as they are after the call should come back too
   */
  async call(inputs: readonly Input[], withInputs: boolean): Promise<Outcome> {
    const first = await this.callOnce(inputs, withInputs, this.timeLimit);
    if (!this.deservesRetry(first)) return first;
    // A file that is slow to load gets no more than its share of a second chance.
    const end = performance.now() + Math.max(this.timeLimit + RETRY_SPARE_MS - this.loadTime, this.timeLimit / 2);
    const remaining = () => Math.max(1, Math.min(this.timeLimit, Math.ceil(end - performance.now())));
    const problem = await this.loadOnce(remaining());
    return problem === null ? this.callOnce(inputs, withInputs, remaining()) : first;
  }

  /**
   * Whether to try once more, in a fresh guest, before `outcome` counts: a call that overran its limit, as the
   * machine may have been busy with something else; and any loss of a guest that another exercise had used before,
   * and may have left short of memory. Once a session, or a file could have the grader wait for hours.
   */
  private deservesRetry(outcome: Outcome | LoadProblem | null): boolean {
    if (outcome?.kind !== 'lost' || this.retried) return false;
    this.retried = outcome.reason === 'timeout' || this.inherited;
    return this.retried;
  }

  /**
   * Whether code of ours comes into the guest: functions that calls hand over as much as stand-ins. The learner's code
   * could keep either for the next exercise, where no watch over built-ins reaches: as a value of a Map, say.
   */
  private holdsOurs(): boolean {
    const { modules, given = [] } = this.program;
    return given.length > 0 || modules.some(({ sealed }) => sealed === true);
  }

  private async loadOnce(limit: number): Promise<LoadProblem | null> {
    const { modules, entry, usesMathjs } = this.program;
    this.guest = await this.sandbox.ready(usesMathjs);
    this.inherited = this.guest.used;
    const request = { type: 'load', modules, entry, name: this.name, given: this.program.given ?? [] } as const;
    // From here: that a guest takes its time to start is not the file's fault.
    const start = performance.now();
    const received = await this.guest.ask(request, new Float64Array(0), limit);
    this.loadTime += performance.now() - start;
    if ('reason' in received) return { kind: 'lost', reason: received.reason };
    const { reply } = received;
    if (reply.type === 'loaded') {
      this.keepPrinted(reply.printed);
      return null;
    }
    if (reply.type !== 'not-loaded') return this.outOfTurn();
    this.keepPrinted(reply.printed);
    if (reply.reason === 'missing-export') return { kind: 'missing-export', exports: reply.exports.map(cleanName) };
    return { kind: reply.reason, ...this.thrown(reply.thrown) };
  }

  private async callOnce(inputs: readonly Input[], withInputs: boolean, limit: number): Promise<Outcome> {
    if (this.guest === null) throw new Error('load before calling');
    const { packed, body } = pack(inputs);
    const received = await this.guest.ask({ type: 'call', inputs: packed, withInputs }, body, limit);
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
    if (reply.type === 'threw') return { kind: 'threw', ...this.thrown(reply.thrown) };
    if (reply.inputs !== null && reply.inputs.length !== inputCount) return this.outOfTurn();
    this.numbers += body.length;
    const read = (packed: Packed) =>
      this.numbers > MAX_SESSION_NUMBERS ? TOO_MUCH : cleanAnswer(unpack(packed, body));
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
      message: sanitize(message),
      place: placeInStack(stack, this.sourceMaps),
    };
  }

  /** A reply that does not answer the request: the guest is not ours any more. */
  private outOfTurn(): { kind: 'lost'; reason: 'exit' } {
    this.guest?.stop();
    return { kind: 'lost', reason: 'exit' };
  }
}

/** An answer that is not kept, because the exercise's answers so far hold too many numbers to judge. */
const TOO_MUCH: Answer = {
  kind: 'other',
  what: 'too-large',
  detail: `part of more than ${MAX_SESSION_NUMBERS} numbers`,
};

/** A name of the learner's, on one line. */
function cleanName(name: string): string {
  return sanitizeLine(name.slice(0, 60));
}

function cleanAnswer(answer: Answer): Answer {
  if (answer.kind === 'other') return { ...answer, detail: sanitize(answer.detail) };
  if (answer.kind === 'list') return { kind: 'list', items: answer.items.map(cleanAnswer) };
  if (answer.kind !== 'record') return answer;
  const entries = Object.entries(answer.entries).map(([name, item]) => [cleanName(name), cleanAnswer(item)] as const);
  return { kind: 'record', entries: Object.fromEntries(entries) };
}
