import { UserError } from '../errors';

/**
 * What a person types as arguments: JSON as JavaScript, Python or NumPy write it, and as shells hand it on. They cut it
 * where there are spaces (and PowerShell at commas, which it drops), and may strip double quotes.
 */

/** A value as it was typed: numbers, arrays and records of such, or the name of a function. */
export type Typed = number | FunctionName | readonly Typed[] | { readonly [name: string]: Typed };

/** A function that stands for itself, as `mseLoss`, or is made of numbers, as `uniform(7)`. */
export class FunctionName {
  constructor(
    readonly name: string,
    readonly of: readonly number[] | null,
  ) {}
}

const TOKEN = /[[\]{}:,]|[A-Za-z_]\w*\([^()]*\)|[^\s[\]{}:,]+/g;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/**
 * The values in `words`, as many as stand beside each other. Between values commas may be left out.
 *
 * @throws UserError where it cannot be read
 */
export function parseArguments(words: readonly string[]): readonly Typed[] {
  const text = words.join(' ');
  const tokens = tokensOf(text);
  let at = 0;
  const cannot = (what: string) =>
    new UserError(
      `${text} cannot be read: ${what}. Write numbers as 2, -0.5, 1e-3, NaN or Infinity, and a matrix as [[1, 2], [3, 4]].`,
    );

  function value(): Typed {
    const token = tokens[at++];
    if (token === '[') return array();
    if (token === '{') return record();
    if (token === undefined) throw cannot('it ends too early');
    if (token.length === 1 && ']}:,'.includes(token)) throw cannot(`there is a ${token} where a number should be`);
    return word(token) ?? fail(token);
  }

  function fail(token: string): never {
    throw cannot(`${token} is no number`);
  }

  /** Whether another item follows; what lies between items, and the end, is passed. */
  function hasNext(open: string, isFirst: boolean): boolean {
    if (!isFirst && tokens[at] === ',') at++;
    if (tokens[at] === undefined) throw cannot(`a ${CLOSING[open]} is missing at the end`);
    if (tokens[at] !== CLOSING[open]) return true;
    at++;
    return false;
  }

  function array(): Typed {
    const items: Typed[] = [];
    while (hasNext('[', items.length === 0)) items.push(value());
    return items;
  }

  function record(): Typed {
    const entries: [string, Typed][] = [];
    while (hasNext('{', entries.length === 0)) {
      const name = tokens[at++].replace(/^(["'])(.*)\1$/, '$2');
      if (tokens[at++] !== ':') throw cannot(`after ${name} a : is missing`);
      entries.push([name, value()]);
    }
    return Object.fromEntries(entries);
  }

  const values: Typed[] = [];
  while (at < tokens.length) {
    values.push(value());
    if (tokens[at] === ',') at++;
  }
  return values;
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const INFINITE = /^([-+]?)(?:np\.)?inf(?:inity)?$/i;
const FUNCTION = /^([A-Za-z_]\w*)(?:\(([^()]*)\))?$/;

/** A number, or the name of a function; null for anything else. */
function word(token: string): Typed | null {
  if (NUMBER.test(token)) return Number(token);
  if (/^(?:np\.)?nan$/i.test(token)) return Number.NaN;
  const infinite = INFINITE.exec(token);
  if (infinite !== null) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [, name, of] = FUNCTION.exec(token) ?? [];
  if (name === undefined) return null;
  const numbers = of?.split(',').map(Number) ?? null;
  return numbers?.some(Number.isNaN) === true ? null : new FunctionName(name, numbers);
}
