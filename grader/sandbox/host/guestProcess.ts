import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from '../protocol/frame';
import { MAX_HEAD_BYTES, MAX_NUMBERS, START_LIMIT_MS } from '../protocol/limits';
import type { Reply, Request } from '../protocol/messages';
import { parseReply } from '../protocol/replies';
import { type Cage, cagedCommand, currentCage } from './isolation';
import { type Image, imageOf, MATHJS } from './snapshot';

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

const NO_NUMBERS = new Float64Array(0);
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc/i;

/**
 * A guest process, seen from the host: one request at a time, each answered, or the guest is lost.
 *
 * Killing is the only way to stop a synchronous loop, so a guest that overruns a limit, sends anything
 * unexpected, or dies is gone for good; start another.
 */
export class Guest {
  private readonly process: ChildProcess;
  private readonly requests: Writable;
  private chunks: Buffer[] = [];
  private size = 0;
  private settle: ((outcome: Received | Lost) => void) | null = null;
  private timer: NodeJS.Timeout | undefined;
  private lost: Lost | null = null;
  private diagnostics = '';
  private answered = false;
  private loads = 0;
  private diedUnborn = false;

  /**
   * @param orphanLimit how long, in ms, one call may go on in a guest whose host has died without a word
   * @param image what to start it from
   * @param cage what to start it in
   */
  constructor(
    orphanLimit: number,
    readonly image: Image = imageOf(false),
    readonly cage: Cage = currentCage(),
  ) {
    // Where the kernel ends the guest with its host, the guest need not watch itself.
    const watchdog = String(cage.endsWithHost ? 0 : orphanLimit);
    const [program, args] = cagedCommand(cage, image.program, MATHJS, [watchdog]);
    this.process = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      env: {},
      windowsHide: true,
    });
    const [requests, , diagnostics, replies] = this.process.stdio as unknown as [Writable, null, Readable, Duplex];
    this.requests = requests;
    // A guest that dies while we write is reported by its exit, not by the broken pipe.
    requests.on('error', () => {});
    diagnostics.setEncoding('utf8').on('data', (text: string) => {
      this.diagnostics = (this.diagnostics + text).slice(-4000);
    });
    replies.on('data', (chunk: Buffer) => this.receive(chunk));
    replies.on('error', () => {});
    this.process.on('error', () => this.died('exit'));
    // Nobody but the kernel, short of memory, sends SIGKILL to a guest that was not lost before.
    this.process.on('close', (_, signal) =>
      this.died(signal === 'SIGKILL' || OUT_OF_MEMORY.test(this.diagnostics) ? 'memory' : 'exit'),
    );
  }

  /** Whether this guest can take another request. */
  get alive(): boolean {
    return this.lost === null;
  }

  /** Whether an exercise has been loaded into this guest before. */
  get used(): boolean {
    return this.loads > 0;
  }

  /** Whether it died before it ever replied: its cage does not work on this machine. */
  get stillborn(): boolean {
    return this.diedUnborn;
  }

  /** Loads mathjs (when asked to) before any limit of the learner's runs. */
  prepare(mathjs: boolean): Promise<Received | Lost> {
    return this.ask({ type: 'prepare', mathjs }, NO_NUMBERS, START_LIMIT_MS);
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
    if (headBytes > MAX_HEAD_BYTES || bodyNumbers > 2 * MAX_NUMBERS || this.size > expected) this.lose('exit');
    else if (this.size === expected) this.deliver(Buffer.concat(this.chunks), headBytes);
  }

  private deliver(frame: Buffer, headBytes: number): void {
    this.chunks = [];
    this.size = 0;
    const bodyStart = PREFIX_BYTES + headBytes;
    const reply = parseReply(frame.toString('utf8', PREFIX_BYTES, bodyStart));
    this.answered = true;
    if (reply === null) this.lose('exit');
    else this.finish({ reply, body: readBody(frame.subarray(bodyStart)) });
  }

  /** The process has ended, or never began, and not because the host gave it up. */
  private died(reason: Lost['reason']): void {
    this.diedUnborn ||= this.lost === null && !this.answered;
    this.lose(reason);
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
