import { describe, expect, test } from 'vitest';
import { crossEntropy } from '../../reference/crossEntropy';
import { relu } from '../../reference/relu';
import { matrixOf, numberOf } from './arguments';
import { AuthoringError } from './authored';
import { anyOf, draws } from './draws';
import { reals } from './entries';
import { exercise } from './exercise';
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

  test('a domain that does not fit the parameters', () => {
    const checks = { agrees: { ...check, on: [draws(2)] } } as const;
    const cases = { small: () => [[[1]]] as [number[][]] };
    exercise({ ...base, cases, checks, domain: { Z: matrixOf('n', 'features', reals) } });
    // @ts-expect-error relu takes a matrix, not a number
    exercise({ ...base, cases, checks, domain: { Z: numberOf(reals) } });
    // @ts-expect-error the parameter is called Z
    expect(() => exercise({ ...base, cases, checks, domain: { X: matrixOf('n', 'features', reals) } })).toThrow(
      'fixtures/relu/fixture.ts: domain: it names X, but the parameters are Z.',
    );
    exercise({
      ...base,
      cases,
      checks,
      domain: anyOf({ wide: { Z: matrixOf(1, 'features', reals) }, tall: { Z: matrixOf('n', 1, reals) } }),
    });
  });

  test('too few names for the arguments', () => {
    const cases = { small: () => [[[1]], [[1]]] as [number[][], number[][]] };
    const checks = { agrees: { ...check, on: ['small'] as ['small'] } };
    // @ts-expect-error crossEntropy has two arguments, and base names one
    exercise({ ...base, reference: crossEntropy, cases, checks });
  });
});

describe('draws among the cases of a check', () => {
  const cases = { small: () => [[[1]]] as [number[][]] };
  const domain = anyOf({
    wide: { Z: matrixOf(1, 'features', reals) },
    tall: { Z: matrixOf('n', 1, reals) },
  });
  const casesOn = (...on: readonly [ReturnType<typeof draws>]) =>
    exercise({ ...base, cases, domain, checks: { agrees: { ...check, on: ['small', ...on] } } }).checks[0].on;

  test('are named by their domain, or come from all in turn', () => {
    expect(casesOn(draws(2, 'tall'))).toEqual(['small', 'tall draw 1', 'tall draw 2']);
    expect(casesOn(draws(3))).toEqual(['small', 'wide draw 1', 'tall draw 1', 'wide draw 2']);
  });

  test.each([
    ['no such domain', () => casesOn(draws(1, 'deep')), 'check "agrees": there is no domain called "deep".'],
    [
      'no domain at all',
      () => exercise({ ...base, cases, checks: { agrees: { ...check, on: [draws(1)] } } }),
      'check "agrees": draws(...) needs a domain to draw from.',
    ],
    [
      'a case called like a draw',
      () =>
        exercise({
          ...base,
          cases: { 'tall draw 1': cases.small },
          domain,
          checks: { agrees: { ...check, on: ['tall draw 1'] } },
        }),
      'the case "tall draw 1" has the name of a draw.',
    ],
    [
      'agreement on draws that have several right answers',
      () =>
        exercise({
          ...base,
          cases,
          domain,
          severalRightAnswers: ['tall draw'],
          checks: { agrees: { ...check, on: [draws(1, 'tall')] } },
        }),
      'check "agrees" compares with the reference on the case "tall draw 1", which has several right answers.',
    ],
  ])('%s gets a sentence', (_, make, message) => {
    expect(make).toThrow(`fixtures/relu/fixture.ts: ${message}`);
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
