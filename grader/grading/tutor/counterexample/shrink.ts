import type { Domain } from '../../../authoring/domain';
import type { Attempts } from './attempts';
import type { Trial } from './trial';

/**
 * Makes the inputs of `trial` simpler for as long as `stillFits`. Every step that is taken stays, and the next is tried
 * where that one was: going back to the first after each would spend most calls on what was tried before.
 */
export async function shrink(
  trial: Trial,
  domain: Domain | null,
  attempts: Attempts,
  stillFits: (simpler: Trial) => boolean,
): Promise<Trial> {
  let simplest = trial;
  for (let improved = domain !== null; improved; ) {
    improved = false;
    for (let at = 0; !attempts.exhausted; ) {
      const inputs = nth(domain?.simpler(simplest.call.inputs) ?? [], at);
      if (inputs === null) break;
      const next = await attempts.on(inputs);
      if (next !== null && stillFits(next)) {
        simplest = next;
        improved = true;
      } else at += 1;
    }
  }
  return simplest;
}

function nth<T>(items: Iterable<T>, index: number): T | null {
  let i = 0;
  for (const item of items) if (i++ === index) return item;
  return null;
}
