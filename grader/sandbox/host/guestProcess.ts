import type { ChildProcess, StdioOptions } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Input } from '../../authoring/values';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from '../protocol/frame';
import { MAX_HEAD_BYTES, MAX_NUMBERS, START_LIMIT_MS } from '../protocol/limits';
import type { Reply, Request } from '../protocol/messages';
import { parseReply } from '../protocol/replies';
import { pack } from './pack';
import type { SharedInputs } from './sharedInputs';
import { type Ending, failureOfProcess, type StartFailure, wasKilled } from './startFailure';

/** Why a guest was lost: what it was doing will never be answered. */
export interface Lost {
  readonly type: 'lost';
  readonly reason: 'timeout' | 'memory' | 'exit';
}

/** A reply with the numbers that its values point into. */
export interface Received {
  readonly reply: Reply;
  readonly body: Float64Array;
}

interface Asked {
  readonly settle: (outcome: Received | Lost) => void;
  /** In ms, from when it is the first. */
  readonly limit: number;
}

/** What a guest is told when it is made ready. */
export interface GuestTerms {
  /** How long, in ms, one call may go on in a guest whose host has died without a word; 0 where the kernel ends it. */
  readonly watchdog: number;
  /** mathjs' source, for a guest that does not hold it; null for one that does. */
  readonly mathjsSource: (() => string) | null;
  /** Inputs that it can read by itself. */
  readonly shared?: SharedInputs | null;
}

const NO_NUMBERS = new Float64Array(0);
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc/i;

/**
 * How a guest's process is talked to: requests go to its standard input, and replies come on descriptor 3. Descriptor 4 is
 * the file of shared inputs, where there is one.
 */
export function guestStdio(shared: SharedInputs | null): StdioOptions {
  return ['pipe', 'ignore', 'pipe', 'pipe', ...(shared === null ? [] : [shared.descriptor])];
}

/**
 * A guest process, seen from the host: each request is answered, in order, or the guest is lost.
 *
 * Killing is the only way to stop a synchronous loop, so a guest that overruns a limit, sends anything
 * unexpected, or dies is gone for good; start another.
 */
export class Guest {
  /** Whether code of ours, such as a stand-in, has been loaded into this guest. */
  heldOurs = false;
  private readonly requests: Writable;
  private chunks: Buffer[] = [];
  private size = 0;
  /** Requests that wait for their replies. The guest works on the first; the others lie in its pipe. */
  private readonly asked: Asked[] = [];
  private timer: NodeJS.Timeout | undefined;
  private lost: Lost | null = null;
  private ending: Ending | null = null;
  private diagnostics = '';
  private answered = false;
  private loads = 0;
  private holdsMathjs: boolean;

  /** @param process started with `guestStdio` of the same shared inputs */
  constructor(
    private readonly process: ChildProcess,
    private readonly terms: GuestTerms,
  ) {
    this.holdsMathjs = terms.mathjsSource === null;
    const [requests, , diagnostics, replies] = this.process.stdio as unknown as [Writable, null, Readable, Duplex];
    this.requests = requests;
    diagnostics.setEncoding('utf8').on('data', (text: string) => {
      this.diagnostics = (this.diagnostics + text).slice(-4000);
    });
    replies.on('data', (chunk: Buffer) => this.receive(chunk));
    replies.on('error', () => {});
    // That it could not be killed, or never was: whoever launched it knows the latter.
    this.process.on('error', () => {});
    this.process.on('close', (status, signal) => this.died({ status, signal }));
  }

  /** Whether this guest can take another request. */
  get alive(): boolean {
    return this.lost === null;
  }

  /** Whether an exercise has been loaded into this guest before. */
  get used(): boolean {
    return this.loads > 0;
  }

  /**
   * Makes a new guest ready. It has started as soon as it has answered: no learner's code runs before.
   *
   * @returns why it did not start, or null
   */
  async start(mathjs: boolean): Promise<StartFailure | null> {
    await this.prepare(mathjs);
    if (this.answered) return null;
    return failureOfProcess(this.ending, this.diagnostics);
  }

  /** Loads mathjs (when asked to) before any limit of the learner's runs. */
  async prepare(mathjs: boolean): Promise<Received | Lost> {
    const source = mathjs && !this.holdsMathjs ? (this.terms.mathjsSource?.() ?? null) : null;
    const request = { type: 'prepare', mathjs, source, watchdog: this.terms.watchdog } as const;
    const received = await this.ask(request, NO_NUMBERS, START_LIMIT_MS);
    if ('reply' in received && received.reply.type === 'prepared') this.holdsMathjs ||= mathjs;
    return received;
  }

  /** Sends all that `work` asks for at once. */
  together(work: () => void): void {
    this.requests.cork();
    work();
    this.requests.uncork();
  }

  /** Calls the function that was loaded: as `ask`. The numbers of inputs that it can read by itself are not sent. */
  call(inputs: readonly Input[], withInputs: boolean, limit: number): Promise<Received | Lost> {
    const { packed, body } = pack(inputs);
    const shared = this.terms.shared?.placeOf(inputs) ?? null;
    return this.ask({ type: 'call', inputs: packed, withInputs, shared }, shared === null ? body : NO_NUMBERS, limit);
  }

  /**
   * Sends a request and waits for its reply. Further ones may be sent meanwhile, so that the guest goes on with them
   * while the host is busy with something else.
   *
   * @param limit wall-clock limit in ms from when the guest has answered all others, after which it is killed
   */
  ask(request: Request, body: Float64Array, limit: number): Promise<Received | Lost> {
    if (this.lost !== null) return Promise.resolve(this.lost);
    if (request.type === 'load') this.loads++;
    return new Promise((settle) => {
      this.asked.push({ settle, limit });
      if (this.asked.length === 1) this.startTimer();
      const parts = frameParts(Buffer.from(JSON.stringify(request)), body);
      this.together(() => {
        for (const part of parts) this.requests.write(part);
      });
    });
  }

  /** A reply that came while the host itself was busy is read first: only what is still missing then is late. */
  private startTimer(): void {
    const [first] = this.asked;
    this.timer = setTimeout(() => setImmediate(() => this.asked[0] === first && this.lose('timeout')), first.limit);
  }

  /** Ends the guest. */
  stop(): void {
    this.lose('exit');
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (this.size > 0 && this.lost === null) {
      const frame = this.nextFrame();
      if (frame === null) return;
      this.deliver(frame.bytes, frame.headBytes);
    }
  }

  /** Takes the reply that has come, if it has come whole; a guest that sends what it was not asked for is lost. */
  private nextFrame(): { bytes: Buffer; headBytes: number } | null {
    if (this.asked.length === 0) {
      this.lose('exit');
      return null;
    }
    if (this.size < PREFIX_BYTES) return null;
    if (this.chunks[0].length < PREFIX_BYTES) this.chunks = [Buffer.concat(this.chunks)];
    const { headBytes, bodyNumbers } = readPrefix(this.chunks[0]);
    const expected = PREFIX_BYTES + headBytes + bodyNumbers * 8;
    const isTooMuch = this.size > expected && this.asked.length === 1;
    if (headBytes > MAX_HEAD_BYTES || bodyNumbers > MAX_NUMBERS || isTooMuch) this.lose('exit');
    if (this.size < expected || this.lost !== null) return null;
    const all = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = this.size === expected ? [] : [all.subarray(expected)];
    this.size -= expected;
    return { bytes: all.subarray(0, expected), headBytes };
  }

  private deliver(frame: Buffer, headBytes: number): void {
    const bodyStart = PREFIX_BYTES + headBytes;
    const reply = parseReply(frame.toString('utf8', PREFIX_BYTES, bodyStart));
    if (reply === null) {
      this.lose('exit');
      return;
    }
    this.answered = true;
    clearTimeout(this.timer);
    const first = this.asked.shift();
    if (this.asked.length > 0) this.startTimer();
    first?.settle({ reply, body: readBody(frame.subarray(bodyStart)) });
  }

  /** The process has ended, and unless the host gave it up before, that is a loss. */
  private died(ending: Ending): void {
    if (this.lost !== null) return;
    this.ending = ending;
    // Nobody but the kernel, short of memory, kills a guest that was not lost before.
    const memory = wasKilled(ending, this.diagnostics) || OUT_OF_MEMORY.test(this.diagnostics);
    this.lose(memory ? 'memory' : 'exit');
  }

  private lose(reason: Lost['reason']): void {
    if (this.lost !== null) return;
    this.lost = { type: 'lost', reason };
    this.process.kill('SIGKILL');
    this.requests.destroy();
    clearTimeout(this.timer);
    for (const { settle } of this.asked.splice(0)) settle(this.lost);
  }
}
