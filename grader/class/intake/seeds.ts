import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import { systemWords, UserError } from '../../errors';
import { fromCaller } from '../../workbook/callerPaths';
import type { ClassOptions } from '../classOptions';

/** The seed of a student. */
export type SeedOf = (student: string) => string;

/** Everybody's seed: the one that was given or, with a secret, one for each student. */
export function seedsFor({ seed, secretFile }: Pick<ClassOptions, 'seed' | 'secretFile'>): SeedOf {
  return secretFile === undefined ? () => seed : secretSeeds(fromCaller(secretFile), secretFile);
}

/** A secret of fewer bytes than this could be guessed, and with it everybody's cases. */
const MIN_SECRET = 16;

/**
 * Seeds made from a secret: everybody gets other random cases, which nobody can predict and which stay the same.
 *
 * @throws UserError when the file cannot be read or holds too little
 */
function secretSeeds(file: string, shown: string): SeedOf {
  const secret = readSecret(file, shown);
  if (secret.length < MIN_SECRET)
    throw new UserError(
      `--secret-file: ${shown} holds ${secret.length} characters; write at least ${MIN_SECRET}, for example with: openssl rand -hex 32 > ${shown}`,
    );
  return (student) => createHmac('sha256', secret).update(student.normalize()).digest('hex').slice(0, 16);
}

function readSecret(file: string, shown: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UserError(`--secret-file: ${shown} cannot be read: ${systemWords(error)}.`);
  }
}
