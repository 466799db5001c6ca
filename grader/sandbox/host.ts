import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Duplex, Readable, Writable } from 'node:stream';
import { frameParts, PREFIX_BYTES, readBody, readPrefix } from './frame';
import { HEAP_MIB, MAX_HEAD_BYTES, MAX_NUMBERS, START_LIMIT_MS } from './limits';
import type { Reply, Request } from './messages';
import { parseReply } from './replies';
import { bundle } from './transpile';

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
const GUEST_FILES = ['guest', 'describe', 'frame', 'intrinsics', 'limits', 'printed'];
const MATHJS = path.join(path.dirname(require.resolve('mathjs/package.json')), 'lib/browser/math.js');

let guestScript: string | null = null;

/** The guest's code as one script, made once per process. */
function script(): string {
  guestScript ??= bundle(
    new Map(GUEST_FILES.map((name) => [`${name}.ts`, fs.readFileSync(path.join(__dirname, `${name}.ts`), 'utf8')])),
  );
  return guestScript;
}

/** Node's flags for the guest: no files but mathjs, no child processes or workers, no code from strings. */
function nodeFlags(): string[] {
  const major = Number(process.versions.node.split('.')[0]);
  return [
    '--no-warnings',
    major < 23 ? '--experimental-permission' : '--permission',
    `--allow-fs-read=${MATHJS}`,
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_MIB}`,
  ];
}

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

  constructor() {
    this.process = spawn(process.execPath, [...nodeFlags(), '-e', script(), '--', MATHJS], {
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
    this.process.on('error', () => this.lose('exit'));
    this.process.on('close', () =>
      this.lose(/heap out of memory|allocation failed/i.test(this.diagnostics) ? 'memory' : 'exit'),
    );
  }

  /** Whether this guest can take another request. */
  get alive(): boolean {
    return this.lost === null;
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
    if (reply === null) this.lose('exit');
    else this.finish({ reply, body: readBody(frame.subarray(bodyStart)) });
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
