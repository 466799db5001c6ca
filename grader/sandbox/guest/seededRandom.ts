/**
 * Runs in the guest: `Math.random` from a seed, the same numbers for every call of an exercise's function. An answer
 * that shuffles with it comes to the same each time it is graded, and so does what is said about it.
 */

const SEED = 0x9e3779b9;

/** Replaces `Math.random`; what is returned starts its numbers over. */
export function seedMathRandom(): () => void {
  const { imul } = Math;
  let state = SEED;
  // Mulberry32 (Tommy Ettinger), 32 bits of state.
  const random = {
    random(): number {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  }.random;
  Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true, enumerable: false });
  return () => {
    state = SEED;
  };
}
