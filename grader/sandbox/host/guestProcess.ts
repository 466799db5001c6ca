import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from '../protocol/frame';
import { MAX_HEAD_BYTES, MAX_NUMBERS, START_LIMIT_MS } from '../protocol/limits';
import type { Reply, Request } from '../protocol/messages';
import { parseReply } from '../protocol/replies';
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

/** What a guest is told when it is made ready. */
export interface GuestTerms {
  /** How long, in ms, one call may go on in a guest whose host has died without a word; 0 where the kernel ends it. */
  readonly watchdog: number;
  /** mathjs' source, for a guest that does not hold it; null for one that does. */
  readonly mathjsSource: (() => string) | null;
}

const NO_NUMBERS = new Float64Array(0);
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc/i;

/** How a guest's process is talked to: requests go to its standard input, and replies come on descriptor 3. */
export const GUEST_STDIO = ['pipe', 'ignore', 'pipe', 'pipe'] as const;

/**
 * A guest process, seen from the host: one request at a time, each answered, or the guest is lost.
 *
 * Killing is the only way to stop a synchronous loop, so a guest that overruns a limit, sends anything
 * unexpected, or dies is gone for good; start another.
 */
export class Guest {
  private readonly requests: Writable;
  private chunks: Buffer[] = [];
  private size = 0;
  private settle: ((outcome: Received | Lost) => void) | null = null;
  private timer: NodeJS.Timeout | undefined;
  private lost: Lost | null = null;
  private ending: Ending | null = null;
  private diagnostics = '';
  private answered = false;
  private loads = 0;
  private holdsMathjs: boolean;

  /** @param process started with `GUEST_STDIO` */
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

  /**
   * Sends a request and waits for its reply.
   *
   * @param limit wall-clock limit in ms, after which the guest is killed
   */
  ask(request: Request, body: Float64Array, limit: number): Promise<Received | Lost> {
    if (this.lost !== null) return Promise.resolve(this.lost);
    if (this.settle !== null) throw new Error('a guest takes one request at a time');
    if (request.type === 'load') this.loads++;
    return new Promise((resolve) => {
      this.settle = resolve;
      // A reply that came while the host itself was busy is read first: only what is still missing then is late.
      this.timer = setTimeout(() => setImmediate(() => this.settle === resolve && this.lose('timeout')), limit);
      const parts = frameParts(Buffer.from(JSON.stringify(request)), body);
      for (const part of parts) this.requests.write(part);
    });
  }

  /** Ends the guest. */
  stop(): void {
    this.lose('exit');
  }

  private receive(chunk: Buffer): void {
    if (this.settle === null) {
      // A message out of turn: our guest sends none.
      this.lose('exit');
      return;
    }
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size < PREFIX_BYTES) return;
    if (this.chunks[0].length < PREFIX_BYTES) this.chunks = [Buffer.concat(this.chunks)];
    const { headBytes, bodyNumbers } = readPrefix(this.chunks[0]);
    const expected = PREFIX_BYTES + headBytes + bodyNumbers * 8;
    if (headBytes > MAX_HEAD_BYTES || bodyNumbers > MAX_NUMBERS || this.size > expected) this.lose('exit');
    else if (this.size === expected) this.deliver(Buffer.concat(this.chunks), headBytes);
  }

  private deliver(frame: Buffer, headBytes: number): void {
    this.chunks = [];
    this.size = 0;
    const bodyStart = PREFIX_BYTES + headBytes;
    const reply = parseReply(frame.toString('utf8', PREFIX_BYTES, bodyStart));
    if (reply === null) {
      this.lose('exit');
      return;
    }
    this.answered = true;
    this.finish({ reply, body: readBody(frame.subarray(bodyStart)) });
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
    this.finish(this.lost);
  }

  private finish(outcome: Received | Lost): void {
    clearTimeout(this.timer);
    const { settle } = this;
    this.settle = null;
    settle?.(outcome);
  }
}
