import path from 'node:path';

/** The folder that a person's relative paths start from: where they called npm, which may be below the kit's root. */
export function callerFolder(): string {
  return (process.env.npm_lifecycle_event === undefined ? undefined : process.env.INIT_CWD) ?? process.cwd();
}

/** An absolute path from what a person typed. */
export function fromCaller(typed: string): string {
  return path.resolve(callerFolder(), typed);
}

/** `file` as a person at the caller's folder would type it, with `/`. */
export function shownPath(file: string): string {
  const relative = path.relative(callerFolder(), file);
  return (relative === '' ? '.' : relative).split(path.sep).join('/');
}
