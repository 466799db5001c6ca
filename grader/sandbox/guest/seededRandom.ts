import { seededRandom } from '../protocol/seededRandom';

/**
 * Runs in the guest: `Math.random` from a seed. An answer that shuffles with it comes to the same each time it is graded,
 * and so does what is said about it.
 */

/** Replaces `Math.random`; what is returned starts its numbers over. */
export function seedMathRandom(): () => void {
  const { random, restart } = seededRandom();
  Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true, enumerable: false });
  return restart;
}
