import { UserError } from '../errors';

/** A mistake in what an author wrote, in a sentence for them. */
export class AuthoringError extends UserError {}

/**
 * What `run`, code that an author wrote, returns. Whatever it throws becomes a sentence, as the grader around it is not
 * to blame.
 *
 * @param where what was run, as the beginning of that sentence: `fixtures/relu/fixture.ts: case "small"`
 * @param advice what to do next, as a sentence
 * @throws AuthoringError
 */
export function authored<T>(where: string, run: () => T, advice = ''): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof AuthoringError) throw error;
    const [what] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new AuthoringError(`${where}: ${what.replace(/\.?$/, '.')}${advice === '' ? '' : ` ${advice}`}`);
  }
}
