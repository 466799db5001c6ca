import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** An editor saves in several steps (write beside, rename, set times): wait until it is done, in ms. */
const SETTLE_MS = 30;

/** Editors' own files: nothing that an exercise could import. */
const isEditorsOwn = (file: string) => /^\.|~$|^node_modules$/.test(path.basename(file));

/** Tells when files below a folder have changed. Changes that come together count as one. */
export class ChangeSignal {
  private readonly watcher: FSWatcher;
  private timer: NodeJS.Timeout | undefined;
  private raised = false;
  private ended = false;
  private wake: () => void = () => {};

  /** @param onChange called at once when something changes, before it is waited for */
  constructor(
    folder: string,
    private readonly onChange: () => void,
  ) {
    const ignored = (file: string) => file !== folder && isEditorsOwn(file);
    this.watcher = watch(folder, { ignoreInitial: true, ignored }).on('all', () => this.raise());
  }

  /** Resolves once changes that are not yet in the last report can be seen. */
  async ready(): Promise<void> {
    await new Promise<void>((resolve) => this.watcher.once('ready', () => resolve()));
  }

  /** Whether there is a change that nobody has waited for yet, or the end. */
  get pending(): boolean {
    return this.raised || this.ended;
  }

  /** Waits for the next change; false when there will be none. */
  async next(): Promise<boolean> {
    while (!this.pending)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.raised = false;
    return !this.ended;
  }

  /** Stops waiting. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.ended = true;
    this.wake();
    await this.watcher.close();
  }

  private raise(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.raised = true;
      this.onChange();
      this.wake();
    }, SETTLE_MS);
  }
}
