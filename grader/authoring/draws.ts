import { type Arguments, type Domain, domainOf } from './domain';

/** Seeded draws from an exercise's domain, which a check may be on beside its named cases. */
export interface Draws {
  readonly kind: 'draws';
  readonly count: number;
  /** Which of several domains; null for all of them in turn. */
  readonly of: string | null;
}

/** Several domains of one function, by name: ordinary scores and extreme ones, two models. */
export interface AnyOf<D extends Arguments = Arguments> {
  readonly anyOf: Readonly<Record<string, D>>;
}

/**
 * `count` draws from the exercise's domain, as cases called `draw 1`, `draw 2`, ...
 *
 * @param of where the domain is `anyOf` several: the name of one, whose draws are called `<name> draw 1`, ...
 */
export const draws = (count: number, of: string | null = null): Draws => ({ kind: 'draws', count, of });

/** A domain that is one of several. */
export const anyOf = <const D extends Arguments>(domains: Readonly<Record<string, D>>): AnyOf<D> => ({
  anyOf: domains,
});

/** The domains of an exercise by what their draws are called: `draw`, or `extreme draw` and so on. */
export type Domains = ReadonlyMap<string, Domain>;

/**
 * The domains of a function with these parameters.
 *
 * @throws Error in a sentence
 */
export function domainsOf(spec: Arguments | AnyOf | undefined, parameters: readonly string[]): Domains {
  if (spec === undefined) return new Map();
  if (!('anyOf' in spec)) return new Map([['draw', domainOf(spec as Arguments, parameters)]]);
  const { anyOf: several } = spec as AnyOf;
  return new Map(Object.entries(several).map(([name, one]) => [`${name} draw`, domainOf(one, parameters)]));
}

/**
 * The names of the cases that `draws` stands for.
 *
 * @throws Error in a sentence when there is no such domain
 */
export function namesOfDraws({ count, of }: Draws, domains: Domains): readonly string[] {
  const kinds = [...domains.keys()].filter((kind) => of === null || kind === `${of} draw`);
  if (kinds.length === 0)
    throw new Error(of === null ? 'draws(...) needs a domain to draw from.' : `there is no domain called "${of}".`);
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length];
    return `${kind} ${1 + Math.floor(i / kinds.length)}`;
  });
}

/** `extreme draw` of `extreme draw 4`. */
export const kindOfDraw = (caseName: string): string => caseName.replace(/ \d+$/, '');

/** The domain that a case is drawn from; null when it is one of the author's own. */
export const domainOfCase = (caseName: string, domains: Domains): Domain | null =>
  domains.get(kindOfDraw(caseName)) ?? null;
