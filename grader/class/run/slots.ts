/** Lets only a given number go on at a time; the others wait for their turn, in order. */
export class Slots {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param limit how many; it may be lowered on the way, and takes effect as slots come free */
  constructor(public limit: number) {}

  /** Waits for a slot. @returns what frees it, once */
  take(): Promise<() => void> {
    return new Promise((resolve) => {
      this.waiting.push(() => resolve(this.freeing()));
      this.admit();
    });
  }

  private freeing(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.taken -= 1;
      this.admit();
    };
  }

  private admit(): void {
    while (this.taken < this.limit && this.waiting.length > 0) {
      this.taken += 1;
      this.waiting.shift()?.();
    }
  }
}
