import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Input } from '../../authoring/values';
import { Transpiler } from '../../submission/transpile';
import { Guest, guestStdio } from './guestProcess';
import { type Isolation, type IsolationLevel, isolationLevels } from './isolation';
import { type Code, launch, type ScriptCode } from './launch';
import { SharedInputs } from './sharedInputs';
import { GUEST, MATHJS, Snapshots, scriptOf } from './snapshot';
import { CannotStart, failureOfSpawn, type StartFailure } from './startFailure';

/** What a sandbox asks of a guest that is to be started. */
export interface Wanted {
  /** Whether it will be asked for mathjs. */
  readonly mathjs: boolean;
  /** How long, in ms, one call may go on in a guest whose host has died without a word. */
  readonly orphanLimit: number;
  /** Ends the guest, also one that is only starting. */
  readonly signal: AbortSignal;
}

/** How long to wait before each further try of a start that failed, in ms, and whether a weaker way may help. */
const PATIENCE: Readonly<
  Record<StartFailure['kind'], { readonly pauses: readonly number[]; readonly weaker: boolean }>
> = {
  refused: { pauses: [10], weaker: true },
  broken: { pauses: [200], weaker: true },
  busy: { pauses: [200, 500, 1500], weaker: true },
  killed: { pauses: [200, 500, 1500], weaker: false },
  silent: { pauses: [200], weaker: false },
};
/** The same, but for silence, where guests have started that way before: it is this moment that is to blame. */
const PAUSES_OF_A_PROVEN_WAY: readonly number[] = [200, 500, 1500];

/**
 * What one process learns about the machine that it runs on; its sandboxes share it, and a class has hundreds.
 *
 * It starts guests in the best way that works here. The ways are tried with the first guest, strongest isolation first,
 * and a weaker one is taken only when the same start has failed again after a pause. Once a guest has answered, that
 * level holds for good: later failures are those of a moment, and are never answered with less isolation.
 */
export class Machine {
  readonly transpiler = new Transpiler();
  private readonly snapshots = new Snapshots();
  private level = 0;
  private proven = false;
  private learning: Promise<unknown> = Promise.resolve();
  private cannotStart: CannotStart | null = null;
  private script: ScriptCode | null = null;
  private mathjs: string | null = null;
  private shared: SharedInputs | null = null;

  /** @param levels how guests may be kept in, strongest first */
  constructor(private readonly levels: readonly IsolationLevel[] = isolationLevels(process.platform)) {}

  /** How guests are kept in; known for certain once one of them has answered. */
  get isolationLevel(): IsolationLevel {
    return this.levels[this.level];
  }

  /** The layers around guests, for a report. */
  get isolation(): Isolation {
    return this.isolationLevel.isolation;
  }

  /** Whether a guest has answered. */
  get isProven(): boolean {
    return this.proven;
  }

  /** Has all guests from now on read these inputs by themselves, where that can be. */
  shareInputs(all: Iterable<readonly Input[]>): void {
    this.shared ??= SharedInputs.of(all);
  }

  /**
   * Starts a guest, which has answered when it is returned, or was ended by `signal`.
   *
   * @throws CannotStart when no way works
   */
  async start(wanted: Wanted): Promise<Guest> {
    if (this.proven) return this.startProven(wanted);
    // One after the other, until it is known how guests start here.
    const started = this.learning.then(() => (this.proven ? this.startProven(wanted) : this.startFirst(wanted)));
    this.learning = started.catch(() => {});
    return started;
  }

  private async startFirst(wanted: Wanted): Promise<Guest> {
    if (this.cannotStart !== null) throw this.cannotStart;
    for (;;) {
      const started = await this.startAt(this.isolationLevel, wanted);
      if (started instanceof Guest) return started;
      // Nothing was learnt from a guest that nobody wants any more.
      if (wanted.signal.aborted) throw new CannotStart(started);
      const isLast = this.level === this.levels.length - 1;
      if (isLast || !PATIENCE[started.kind].weaker) {
        this.cannotStart = new CannotStart(started);
        throw this.cannotStart;
      }
      this.level += 1;
    }
  }

  private async startProven(wanted: Wanted): Promise<Guest> {
    const started = await this.startAt(this.isolationLevel, wanted);
    if (started instanceof Guest) return started;
    throw new CannotStart(started);
  }

  /** Starts a guest from a snapshot; or, where that does not start and the script does, from the script. */
  private async startAt(level: IsolationLevel, wanted: Wanted): Promise<Guest | StartFailure> {
    const snapshot = this.snapshots.of(wanted.mathjs);
    if (snapshot !== null) {
      const { code, mathjs } = snapshot;
      const started = await this.persist(code, mathjs, level, wanted);
      if (started instanceof Guest || started.kind !== 'broken') return started;
    }
    const script = this.guestScript();
    if (!('text' in script)) return script;
    const started = await this.persist(script, false, level, wanted);
    if (snapshot !== null && started instanceof Guest && started.alive) this.snapshots.failed(snapshot);
    return started;
  }

  /** Tries one way as often as its failures deserve. */
  private async persist(
    code: Code,
    holdsMathjs: boolean,
    level: IsolationLevel,
    wanted: Wanted,
  ): Promise<Guest | StartFailure> {
    for (let tries = 0; ; tries++) {
      const started = await this.tryOnce(code, holdsMathjs, level, wanted);
      if (started instanceof Guest) return started;
      const pauses = this.pausesAfter(started, code);
      if (tries >= pauses.length || wanted.signal.aborted) return started;
      await pause(pauses[tries]);
    }
  }

  private pausesAfter({ kind }: StartFailure, code: Code): readonly number[] {
    // A snapshot may be damaged, and the script is at hand.
    const isDoubtful = !this.proven || kind === 'silent' || (kind === 'broken' && code.kind === 'snapshot');
    return isDoubtful ? PATIENCE[kind].pauses : PAUSES_OF_A_PROVEN_WAY;
  }

  private async tryOnce(
    code: Code,
    holdsMathjs: boolean,
    level: IsolationLevel,
    { mathjs, orphanLimit, signal }: Wanted,
  ): Promise<Guest | StartFailure> {
    // Where the kernel ends the guest with its host, the guest need not watch itself.
    const watchdog = level.endsWithHost ? 0 : orphanLimit;
    try {
      const child = await launch(code, level, guestStdio(this.shared));
      const mathjsSource = holdsMathjs ? null : () => this.mathjsSource();
      const guest = new Guest(child, { watchdog, mathjsSource, shared: this.shared });
      const stop = () => guest.stop();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      const failure = await guest.start(mathjs);
      signal.removeEventListener('abort', stop);
      if (failure !== null && !signal.aborted) return failure;
      this.proven ||= failure === null;
      return guest;
    } catch (error) {
      return failureOfSpawn(error as NodeJS.ErrnoException);
    }
  }

  /** The guest's script; where the kit's own files are broken, why there is none. */
  private guestScript(): ScriptCode | StartFailure {
    try {
      const script = this.script ?? scriptOf(GUEST);
      this.script = script;
      return script;
    } catch (error) {
      return { kind: 'broken', reason: (error as Error).message };
    }
  }

  private mathjsSource(): string {
    this.mathjs ??= fs.readFileSync(MATHJS, 'utf8');
    return this.mathjs;
  }
}
