import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { POLL_MS, pollingReason, usedUpReason } from '../workbook/polling';
import { WatchedFolder } from './watchedFolder';

/** An editor saves in several steps (write beside, rename, set times): wait until it is done, in ms. */
const SETTLE_MS = 30;

/** Editors' own files: nothing that an exercise could import. */
const isEditorsOwn = (file: string) => /^\.|~$|^node_modules$/.test(path.basename(file));

/**
 * Tells when files below a folder have changed. Changes that come together count as one. The folder itself may go, come
 * back, or be another than before.
 */
export class ChangeSignal {
  private watcher: FSWatcher | null = null;
  /** Which folder is watched: its path may come to mean another. */
  private watched: WatchedFolder | null = null;
  private polling: string | null = null;
  private readonly looking: NodeJS.Timeout;
  private settling: NodeJS.Timeout | undefined;
  private raised = false;
  private ended = false;
  private wake: () => void = () => {};
  private readonly watching: Promise<void>;
  private isWatching: () => void = () => {};

  /** @param onChange called at once when something changes, before it is waited for */
  constructor(
    private readonly folder: string,
    private readonly onChange: () => void,
  ) {
    this.watching = new Promise((resolve) => {
      this.isWatching = resolve;
    });
    this.follow(true);
    this.looking = setInterval(() => this.follow(false), POLL_MS);
  }

  /** Resolves once changes that are not yet in the last report can be seen. */
  ready(): Promise<void> {
    return this.watching;
  }

  /** Why files are looked at again and again; null while the system tells of changes by itself. */
  get pollingReason(): string | null {
    return this.polling;
  }

  /** Whether `next` would return at once: something has changed since, or it is the end. */
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
    clearInterval(this.looking);
    clearTimeout(this.settling);
    this.ended = true;
    this.wake();
    this.watched?.release();
    this.watched = null;
    await this.watcher?.close();
  }

  /** Watches the folder that the path means now: no watcher tells that its own folder was moved away. */
  private follow(isFirst: boolean): void {
    if (this.watched?.isAt(this.folder)) return;
    const wasThere = this.watched !== null;
    this.watched?.release();
    this.watched = WatchedFolder.at(this.folder);
    if (this.watched !== null) this.watch(isFirst);
    else this.isWatching();
    if (!isFirst && (wasThere || this.watched !== null)) this.raise();
  }

  private watch(isFirst: boolean): void {
    void this.watcher?.close();
    this.polling ??= pollingReason(this.folder);
    this.watcher = watch(this.folder, {
      ignoreInitial: true,
      ignored: (file) => file !== this.folder && isEditorsOwn(file),
      usePolling: this.polling !== null,
      interval: POLL_MS,
    })
      .on('all', () => this.raise())
      .on('error', (error) => this.fail(error))
      .on('ready', () => {
        this.isWatching();
        // What changed while nothing was watched.
        if (!isFirst) this.raise();
      });
  }

  /**
   * When the system can give no more watches, polling takes over. Any other error means that the folder is gone, which
   * shows by itself.
   */
  private fail(error: unknown): void {
    const reason = usedUpReason(error);
    if (reason === null || this.polling !== null) return;
    this.polling = reason;
    this.watch(false);
  }

  private raise(): void {
    clearTimeout(this.settling);
    if (this.ended) return;
    this.settling = setTimeout(() => {
      this.raised = true;
      this.onChange();
      this.wake();
    }, SETTLE_MS);
  }
}
