/** How often it looks at the clock, and how much it counts at most for the time since it last looked, in ms. */
const EVERY_MS = 200;
const MOST_MS = 1000;

/**
 * Measures time that a submission has had, against a limit. While this process, or the whole machine, stands still, no
 * time passes.
 */
export class Stopwatch {
  private used = 0;
  private last: number | null = null;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param limit in ms
   * @param clock milliseconds that pass
   */
  constructor(
    private readonly limit: number,
    private readonly clock = () => performance.now(),
  ) {}

  start(): void {
    if (this.last !== null) return;
    this.last = this.clock();
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    this.look();
    this.last = null;
    clearInterval(this.timer);
  }

  /** What is left, in ms; none or less when it is used up. */
  left(): number {
    this.look();
    return this.limit - this.used;
  }

  private look(): void {
    if (this.last === null) return;
    const now = this.clock();
    this.used += Math.min(now - this.last, MOST_MS);
    this.last = now;
  }
}
