/** Something that whoever grades a class can mend, in one sentence. */
export class ClassProblem extends Error {}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is read-only',
  ENOTDIR: 'part of its path is a file',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
};

/** What the system said about a file, in words. */
export function systemWords(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return WORDS[code] ?? code;
}

/** The problem of a file of the output folder that cannot be written; everything counted before it is kept. */
export function notWritable(file: string, error: unknown): ClassProblem {
  return new ClassProblem(
    `${file} cannot be written: ${systemWords(error)}. What was graded so far is kept; mend this and run the same command again.`,
  );
}
