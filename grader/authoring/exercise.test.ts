import { describe, expect, test } from 'vitest';
import { crossEntropy } from '../../reference/crossEntropy';
import { relu } from '../../reference/relu';
import { AuthoringError, exercise } from './exercise';
import { between, near, part, rowsSumToOne } from './invariants';
import { agreesWithReference, law } from './properties';

const base = {
  name: 'relu',
  chapter: '3.2',
  reference: relu,
  parameters: ['Z'],
  returns: 'A',
  hints: ['What is larger?'],
} as const;
const check = { title: 'Right', points: 1, holds: agreesWithReference() } as const;

/** Each `@ts-expect-error` fails `npm run check` when the mistake below it starts to compile. */
describe('mistakes in a fixture are compile errors', () => {
  test('a case with the wrong arguments', () => {
    exercise({
      ...base,
      // @ts-expect-error relu takes one matrix
      cases: { small: () => [[[1]], 2] },
      checks: { agrees: { ...check, on: ['small'] } },
    });
  });

  test('a check on a case that does not exist', () => {
    expect(() =>
      exercise({
        ...base,
        cases: { small: () => [[[1]]] },
        // @ts-expect-error the case is called small
        checks: { agrees: { ...check, on: ['smal'] } },
      }),
    ).toThrow(
      new AuthoringError('fixtures/relu/fixture.ts: check "agrees" names the case "smal", which does not exist.'),
    );
  });

  test('an invariant that does not fit what the function returns', () => {
    exercise({
      ...base,
      cases: { small: () => [[[1]]] },
      checks: {
        // @ts-expect-error relu returns a matrix, not a number
        'near-zero': { ...check, on: ['small'], holds: near(0, 1, 'a number') },
        // @ts-expect-error relu returns a matrix, not a list of them
        'second-part': { ...check, on: ['small'], holds: part(1, rowsSumToOne()) },
        'in-range': { ...check, on: ['small'], holds: between(0, 1) },
      },
    });
  });

  test('a law of another function', () => {
    const twice = law<typeof crossEntropy>({ statement: '', calls: () => [], expected: () => [] });
    exercise({
      ...base,
      cases: { small: () => [[[1]]] },
      // @ts-expect-error crossEntropy takes two matrices and returns a number
      checks: { twice: { ...check, on: ['small'], holds: twice } },
    });
  });

  test('too few names for the arguments', () => {
    const cases = { small: () => [[[1]], [[1]]] as [number[][], number[][]] };
    const checks = { agrees: { ...check, on: ['small'] as ['small'] } };
    // @ts-expect-error crossEntropy has two arguments, and base names one
    exercise({ ...base, reference: crossEntropy, cases, checks });
  });
});

describe('mistakes that types cannot see get a sentence when the fixture is loaded', () => {
  const valid = {
    ...base,
    cases: { small: () => [[[1]]] as [number[][]] },
    checks: { agrees: { ...check, on: ['small'] as ['small'] } },
  };

  test.each([
    ['a name that is not camelCase', { ...valid, name: 'Relu' }, 'the name "Relu" is not camelCase.'],
    ['no checks', { ...valid, checks: {} }, 'an exercise needs at least one check.'],
    [
      'half a point',
      { ...valid, checks: { agrees: { ...valid.checks.agrees, points: 0.5 } } },
      'check "agrees" needs a whole number of points, at least 1.',
    ],
  ])('%s', (_, spec, message) => {
    expect(() => exercise(spec)).toThrow(`fixtures/${spec.name}/fixture.ts: ${message}`);
  });
});
