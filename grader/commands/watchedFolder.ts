import fs from 'node:fs';

/** A folder that can be told from another one that has its path later. */
export class WatchedFolder {
  private constructor(
    private readonly device: number,
    private readonly inode: number,
    private readonly handle: number | null,
  ) {}

  /** The folder at `path`; null when there is none. */
  static at(path: string): WatchedFolder | null {
    const status = statusOf(path);
    return status === null ? null : new WatchedFolder(status.dev, status.ino, hold(path));
  }

  /** Whether `path` still means this folder. */
  isAt(path: string): boolean {
    const status = statusOf(path);
    return status?.dev === this.device && status.ino === this.inode;
  }

  release(): void {
    if (this.handle !== null) fs.closeSync(this.handle);
  }
}

function statusOf(path: string): fs.Stats | null {
  try {
    const status = fs.statSync(path);
    return status.isDirectory() ? status : null;
  } catch {
    return null;
  }
}

/** Opens the folder: while it is open, no new one gets its number. Windows gives none twice, and moves no open folder. */
function hold(path: string): number | null {
  try {
    return process.platform === 'win32' ? null : fs.openSync(path, 'r');
  } catch {
    return null;
  }
}
