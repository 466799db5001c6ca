import type { Input } from '../../authoring/values';
import type { Program } from '../../submission/submission';
import { sanitize } from '../../text/sanitize';
import { MAX_SESSION_NUMBERS, MAX_SESSION_PRINTED } from '../protocol/limits';
import type { Packed, Printed } from '../protocol/messages';
import { costOf } from './cost';
import type { Guest, Lost, Received } from './guestProcess';
import {
  cleanAnswer,
  cleanName,
  type LoadProblem,
  type Outcome,
  printedText,
  type SourceMaps,
  thrownError,
} from './outcome';
import { type Answer, unpack } from './pack';

/** What a retry may take beyond one time limit, for the fresh guest to load the exercise again, in ms. */
const RETRY_SPARE_MS = 500;

/** An answer that is not kept, because the exercise's answers so far are too much to keep and judge. */
const TOO_MUCH: Answer = { kind: 'other', what: 'too-large', is: 'answers', sizes: [MAX_SESSION_NUMBERS] };

const USED_UP = { kind: 'lost', reason: 'used-up' } as const;

/** Where a session gets its guests from. */
export interface Guests {
  /**
   * A guest that is ready to load an exercise.
   *
   * @param forMarks whether it must be one that held no code of ours
   */
  ready(mathjs: boolean, forMarks: boolean): Promise<Guest>;
  /** Gives up the current guest: the next one is fresh. */
  discard(): void;
  /** What is left of the time that all exercises together may take, in ms. */
  timeLeft(): number;
}

/** On which terms an exercise is run. */
export interface Terms {
  /** Wall-clock limit of loading its file, and of one call, in ms. */
  readonly timeLimit: number;
  /**
   * Whether marks depend on it. Then a guest that was lost may get a second chance, and code of ours, such as stand-ins, has
   * its guest to itself: another exercise's code could keep it, or lie in wait for it.
   */
  readonly forMarks: boolean;
}

/** What a recorder kept of a call: see `recorder.ts`. */
export interface RecordedCall {
  readonly numbers: Float64Array;
  readonly more: boolean;
  readonly threw: boolean;
}

/** Calls that are sent ahead of their turn, at most; and how few of them are left when more are sent, all at once. */
const AHEAD = 16;
const FEW_AHEAD = 8;

/** A call to make. */
export interface SessionCall {
  readonly inputs: readonly Input[];
  /** Whether the arguments as they are after the call should come back too. */
  readonly withInputs?: boolean;
}

/** A call that was sent. */
interface Sent {
  readonly received: Promise<Received | Lost>;
  /** Whether it has less time than its own limit, as no more was left for all. */
  readonly isCutShort: boolean;
}

/** One exercise, loaded and ready to be called. */
export class Session {
  private guest: Guest | null = null;
  /** Calls that were sent ahead, in order. */
  private sent: Sent[] = [];
  /** What was printed and not taken yet. */
  private text = '';
  /** Characters of all that was printed. */
  private kept = 0;
  /** What the answers so far cost to keep. */
  private cost = 0;
  private loadTime = 0;
  private readonly timeLimit: number;
  private readonly forMarks: boolean;
  private retried: boolean;
  /** Whether the guest ran another exercise before this one. */
  private inherited = false;

  constructor(
    private readonly guests: Guests,
    private readonly program: Program,
    private readonly name: string,
    private readonly sourceMaps: SourceMaps,
    { timeLimit, forMarks }: Terms,
  ) {
    this.timeLimit = timeLimit;
    this.forMarks = forMarks;
    this.retried = !forMarks;
  }

  /** What the exercise has printed since this was last asked. */
  takePrinted(): string {
    const text = this.text;
    this.text = '';
    return sanitize(text);
  }

  /**
   * Loads the program; null when it is ready for calls.
   *
   * @throws CannotStart when there is no guest to load it in
   */
  async load(): Promise<LoadProblem | null> {
    if (this.forMarks && this.holdsOurs()) this.guests.discard();
    const first = await this.loadOnce(this.timeLimit);
    const problem = this.deservesRetry(first) ? await this.loadOnce(this.timeLimit) : first;
    if (problem !== null) this.guests.discard();
    return problem;
  }

  /**
   * Loads the same program once more, as if nothing of it had been called: into the same guest if that is as it was, code of
   * ours included, which this program had before.
   */
  reload(): Promise<LoadProblem | null> {
    return this.loadOnce(this.timeLimit);
  }

  /**
   * Calls the learner's function.
   *
   * @param next the calls that will be asked for next, in this order, and no others: the guest may begin with them
   */
  async call(call: SessionCall, next: readonly SessionCall[] = []): Promise<Outcome> {
    const first = await this.callOnce(call, this.timeLimit, next.slice(0, AHEAD));
    if (!this.deservesRetry(first)) return first;
    // A file that is slow to load gets no more than its share of a second chance.
    const end = performance.now() + Math.max(this.timeLimit + RETRY_SPARE_MS - this.loadTime, this.timeLimit / 2);
    const remaining = () => Math.max(1, Math.min(this.timeLimit, Math.ceil(end - performance.now())));
    const problem = await this.loadOnce(remaining());
    return problem === null ? this.callOnce(call, remaining()) : first;
  }

  /**
   * As `call`, of a program that is recorded: all that it went through, and whether it threw; null when it did not come
   * to its end.
   */
  async record(inputs: readonly Input[]): Promise<RecordedCall | null> {
    if (this.guest === null) throw new Error('load before calling');
    if (this.guests.timeLeft() <= 0) return null;
    const received = await this.guest.call(inputs, false, this.within(this.timeLimit));
    if ('reason' in received) return null;
    const { reply, body: numbers } = received;
    if (reply.type !== 'returned' && reply.type !== 'threw') return null;
    const { recorded } = reply;
    if (recorded === null || recorded.at + recorded.length > numbers.length) return null;
    const { at, length, more } = recorded;
    return { numbers: numbers.subarray(at, at + length), more, threw: reply.type === 'threw' };
  }

  /**
   * Whether to try once more, in a fresh guest, before `outcome` counts: a call that overran its limit, as the machine
   * may have been busy with something else; and any loss of a guest that another exercise had used before, and may have
   * left short of memory. Only once in a session: a file could otherwise have the grader wait for hours.
   */
  private deservesRetry(outcome: Outcome | LoadProblem | null): boolean {
    if (outcome?.kind !== 'lost' || outcome.reason === 'used-up' || this.retried) return false;
    this.retried = outcome.reason === 'timeout' || this.inherited;
    return this.retried;
  }

  /**
   * Whether code of ours comes into the guest: functions that calls hand over as much as stand-ins. The learner's code
   * could keep either where no watch over built-ins reaches: as a value of a Map, say.
   */
  private holdsOurs(): boolean {
    return this.program.modules.some(({ sealed }) => sealed === true);
  }

  private async loadOnce(limit: number): Promise<LoadProblem | null> {
    if (this.guests.timeLeft() <= 0) return USED_UP;
    const { modules, entry, functions, usesMathjs } = this.program;
    this.guest = await this.guests.ready(usesMathjs, this.forMarks);
    this.guest.heldOurs ||= this.holdsOurs();
    // What was sent ahead went down with the guest before.
    this.sent = [];
    this.inherited = this.guest.used;
    const request = { type: 'load', modules, entry, name: this.name, functions } as const;
    // From here on: if the guest was slow to start, that is not the file's fault.
    const start = performance.now();
    const allowed = this.within(limit);
    const received = await this.guest.ask(request, new Float64Array(0), allowed);
    this.loadTime += performance.now() - start;
    if ('reason' in received) return lossOf(received, allowed < limit);
    const { reply } = received;
    if (reply.type === 'loaded') {
      this.keepPrinted(reply.printed);
      return null;
    }
    if (reply.type !== 'not-loaded') return this.outOfTurn();
    this.keepPrinted(reply.printed);
    if (reply.reason === 'missing-export') return { kind: 'missing-export', exports: reply.exports.map(cleanName) };
    return { kind: reply.reason, ...thrownError(reply.thrown, this.sourceMaps) };
  }

  private async callOnce(call: SessionCall, limit: number, next: readonly SessionCall[] = []): Promise<Outcome> {
    if (this.guests.timeLeft() <= 0) return USED_UP;
    if (this.guest === null) throw new Error('load before calling');
    const isBegun = this.sent.length > 0;
    if (this.sent.length <= FEW_AHEAD)
      this.guest.together(() => {
        if (!isBegun) this.sent.push(this.send(call, limit));
        for (const later of next.slice(this.sent.length - 1)) this.sent.push(this.send(later, this.timeLimit));
      });
    const own = this.sent.shift() as Sent;
    const received = await own.received;
    if ('reason' in received) return lossOf(received, own.isCutShort);
    try {
      return this.outcome(received, call.inputs.length);
    } catch {
      return this.outOfTurn();
    }
  }

  private send({ inputs, withInputs = false }: SessionCall, limit: number): Sent {
    if (this.guest === null) throw new Error('load before calling');
    const allowed = this.within(limit);
    const received = this.guest.call(inputs, withInputs, allowed);
    return { received, isCutShort: allowed < limit };
  }

  /** As much of `limit` as is left. */
  private within(limit: number): number {
    return Math.max(1, Math.min(limit, this.guests.timeLeft()));
  }

  private outcome({ reply, body }: Received, inputCount: number): Outcome {
    if (reply.type !== 'returned' && reply.type !== 'threw') return this.outOfTurn();
    this.keepPrinted(reply.printed);
    if (reply.type === 'threw') return { kind: 'threw', ...thrownError(reply.thrown, this.sourceMaps) };
    if (reply.inputs !== null && reply.inputs.length !== inputCount) return this.outOfTurn();
    // Before any of it is built: a description can be short and what it describes without end.
    for (const packed of [reply.value, ...(reply.inputs ?? [])]) this.cost += costOf(packed);
    const read = (packed: Packed) => (this.cost > MAX_SESSION_NUMBERS ? TOO_MUCH : cleanAnswer(unpack(packed, body)));
    return {
      kind: 'returned',
      answer: read(reply.value),
      inputs: reply.inputs?.map(read) ?? null,
    };
  }

  private keepPrinted(printed: Printed): void {
    if (this.kept >= MAX_SESSION_PRINTED) return;
    const text = printedText(printed);
    this.kept += text.length;
    this.text += text;
  }

  /** A reply that does not answer the request: the guest is not ours any more. */
  private outOfTurn(): { kind: 'lost'; reason: 'exit' } {
    this.guest?.stop();
    return { kind: 'lost', reason: 'exit' };
  }
}

/** @param cutShort whether it had less time than its own limit, as no more was left for all */
function lossOf({ reason }: Lost, cutShort: boolean): Extract<Outcome, { kind: 'lost' }> {
  return reason === 'timeout' && cutShort ? USED_UP : { kind: 'lost', reason };
}
