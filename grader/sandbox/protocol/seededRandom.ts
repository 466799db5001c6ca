/**
 * The numbers that `Math.random` gives to an exercise's function, the same for every call: in the guest, and where a
 * function of ours is called in its place.
 */

const SEED = 0x9e3779b9;

export interface SeededRandom {
  readonly random: () => number;
  /** Starts the numbers over. */
  readonly restart: () => void;
}

export function seededRandom(): SeededRandom {
  const { imul } = Math;
  let state = SEED;
  // Mulberry32 (Tommy Ettinger), 32 bits of state. A method, so that it is no constructor.
  const { random } = {
    random(): number {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  };
  return {
    random,
    restart() {
      state = SEED;
    },
  };
}
