import { random } from '../authoring/inputs';
import { drawDigit, type Picture } from './drawDigit';

/** Pictures with what they show. */
export interface DigitSet {
  readonly pictures: readonly Picture[];
  readonly labels: readonly number[];
}

/** Seed of the digits that the network never saw in training; its accuracy is stated on them. */
export const HELD_OUT_SEED = 'held-out';

/** `count` digits, each of the ten as often as the others, in random order. A seed gives the same digits everywhere. */
export function drawnDigits(seed: string, count: number): DigitSet {
  const stream = random(`digits/${seed}`);
  const labels = stream.permutation(count).map((index) => index % 10);
  return { labels, pictures: labels.map((label) => drawDigit(label, stream)) };
}
