import type { Program } from '../../submission/submission';
import type { Guest } from './guestProcess';
import type { Isolation } from './isolation';
import { Machine } from './machine';
import type { LoadProblem, SourceMaps } from './outcome';
import { type Guests, Session, type Terms } from './session';

/** On which terms a submission gets guests. */
export interface SandboxOptions {
  /** What is known of this machine. Sandboxes of one process share it; one that is alone has its own. */
  readonly machine?: Machine;
  /** Awaited before each new guest: keeps guests from being too many at a time, or throws when there are to be no more. */
  readonly admission?: () => Promise<void>;
  /** What is left of the time that all exercises together may take, in ms. */
  readonly timeLeft?: () => number;
}

/** Thrown where a guest is wanted of a sandbox that was interrupted. */
export class Interrupted extends Error {}

/**
 * Runs a submission's exercises one after another, in one warm guest as long as that guest stays as it was.
 * A guest that was lost, or that an exercise has changed, is replaced before the next exercise.
 */
export class Sandbox implements Guests {
  readonly machine: Machine;
  readonly timeLeft: () => number;
  private readonly admission: () => Promise<void>;
  private guest: Guest | null = null;
  private preparing: Promise<unknown> = Promise.resolve();
  /** Ends the guest that is being started, if one is. */
  private starting = new AbortController();
  private interrupted = false;

  /** @param timeLimit wall-clock limit of loading a file, and of one call, in ms */
  constructor(
    private readonly timeLimit: number,
    { machine = new Machine(), admission = async () => {}, timeLeft = () => Infinity }: SandboxOptions = {},
  ) {
    this.timeLeft = timeLeft;
    this.machine = machine;
    this.admission = admission;
  }

  /** Starts a guest ahead of its first use, and mathjs in it when that will be wanted. */
  warmUp(mathjs: boolean): void {
    // What goes wrong here goes wrong again when the guest is wanted.
    this.ready(mathjs).catch(() => {});
  }

  /**
   * Loads an exercise; its functions keep nothing from the exercise before.
   *
   * @throws CannotStart when no guest starts on this machine, Interrupted, and what `admission` throws
   */
  async open(
    program: Program,
    name: string,
    sourceMaps: SourceMaps,
    terms: Terms = { timeLimit: this.timeLimit, forMarks: true },
  ): Promise<Session | LoadProblem> {
    const session = new Session(this, program, name, sourceMaps, terms);
    const problem = await session.load();
    return problem ?? session;
  }

  /**
   * What holds guests in on this machine, known for certain as soon as one of them has answered.
   *
   * @throws CannotStart when none does
   */
  async isolation(): Promise<Isolation> {
    await this.preparing;
    if (!this.machine.isProven) await this.ready(false);
    return this.machine.isolation;
  }

  async ready(mathjs: boolean, forMarks = true): Promise<Guest> {
    // A guest takes one request at a time, whoever asks for it.
    const prepared = this.preparing.then(() => this.prepared(mathjs, forMarks));
    this.preparing = prepared.catch(() => {});
    return prepared;
  }

  /** The current guest if it is as it was, or else a new one. */
  private async prepared(mathjs: boolean, forMarks: boolean): Promise<Guest> {
    if (this.interrupted) throw new Interrupted();
    if (forMarks && this.guest?.heldOurs === true) this.discard();
    if (this.guest?.alive === true) {
      const received = await this.guest.prepare(mathjs);
      if ('reply' in received && received.reply.type === 'prepared' && this.guest !== null) return this.guest;
      this.discard();
    }
    const { signal } = this.starting;
    await this.admission();
    this.guest = await this.machine.start({ mathjs, orphanLimit: 2 * this.timeLimit, signal });
    if (this.interrupted) throw new Interrupted();
    return this.guest;
  }

  /** Ends what is under way: until `resume`, whatever wants a guest gets `Interrupted` instead. */
  interrupt(): void {
    this.interrupted = true;
    this.discard();
  }

  /** Takes exercises again after `interrupt`. */
  resume(): void {
    this.interrupted = false;
  }

  discard(): void {
    this.starting.abort();
    this.starting = new AbortController();
    this.guest?.stop();
    this.guest = null;
  }
}
