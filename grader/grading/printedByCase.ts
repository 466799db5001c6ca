import { MAX_PRINTED } from '../sandbox/protocol/limits';
import type { Printed } from './report';

/** What an exercise printed, call by call, and as much of it as a report holds. */

/** All of it in the order in which it was printed, cut at a sensible length. */
export function consoleText(printed: readonly Printed[]): string {
  return cut(printed)
    .map(({ text }) => text)
    .join('');
}

/** By case, that of `first` before all others. */
export function printedByCase(printed: readonly Printed[], first: string | null): readonly Printed[] {
  const names = [...new Set(printed.map((one) => one.case))];
  const groups = names.map((name) => ({
    case: name,
    text: printed
      .filter((one) => one.case === name)
      .map(({ text }) => text)
      .join(''),
  }));
  return cut([...groups.filter((one) => one.case === first), ...groups.filter((one) => one.case !== first)]);
}

/** The first of `printed`, until there is enough. */
function cut(printed: readonly Printed[]): readonly Printed[] {
  let length = 0;
  return printed.filter(({ text }) => {
    const fits = length < MAX_PRINTED;
    if (fits) length += text.length;
    return fits;
  });
}
