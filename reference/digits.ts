import { all, type BigNumber, create } from 'mathjs';

/** Numbers of 64 decimal digits. */
export const { bignumber } = create(all, { precision: 64 });

/** `x` to all its binary digits; `bignumber(x)` alone would read the shortest decimal that rounds to it. */
export function digits(x: number): BigNumber {
  let whole = x;
  let doublings = 0;
  for (; !Number.isInteger(whole); doublings++) whole *= 2;
  return bignumber(BigInt(whole).toString()).div(bignumber(2).pow(doublings));
}
