/**
 * Something that a person can fix: what is wrong, where, and what to do next, in one sentence. It is shown without a
 * stack trace, and the command ends with status 2.
 */
export class UserError extends Error {}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'it is read-only',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
};

/** What the system said about a file, in words. */
export function systemWords(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return WORDS[code] ?? code;
}
