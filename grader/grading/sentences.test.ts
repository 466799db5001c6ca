import { describe, expect, test } from 'vitest';
import type { Finding } from '../authoring/findings';
import { failureSentence, sentence } from './sentences';

describe('a finding becomes a sentence', () => {
  test.each<[Finding, string]>([
    [
      { kind: 'entry', name: 'A', at: [0, 2], expected: 1 / 3, got: 0.25, wrong: 1, total: 6 },
      'A[0][2] is 0.25, expected 0.333333 (1 of 6 entries differ)',
    ],
    [
      { kind: 'column-statistic', name: 'normalized', column: 1, statistic: 'deviation', expected: 1, got: 2 },
      'column 1 of normalized has deviation 2, expected 1',
    ],
    [
      { kind: 'mean-largest', name: 'A2', expected: 'above', bound: 0.9, got: 0.8991 },
      'the largest probability of a row of A2 is 0.8991 on average, expected above 0.9: with weights this large one class dominates',
    ],
    [
      {
        kind: 'not-near',
        name: 'loss',
        at: [],
        expected: Math.LN10,
        slack: 1e-4,
        why: 'ln 10: a guess',
        got: Math.LN2,
      },
      'loss is 0.69315, expected 2.3026 to within 0.0001 (ln 10: a guess)',
    ],
    [
      { kind: 'no-fall', name: 'lossHistory', first: 1, last: 0.5 },
      'lossHistory begins at 1 and ends at 0.5, expected it to fall below a tenth of that',
    ],
    [{ kind: 'missing-keys', name: 'gradients', keys: ['W', 'b'] }, 'gradients lacks the keys W and b'],
    [{ kind: 'extra-keys', name: 'gradients', keys: ['c'] }, 'gradients should not have the key c'],
    [{ kind: 'not-judged', reason: 'no rows' }, 'this cannot be judged (no rows)'],
    [{ kind: 'says', sentence: 'as its author puts it' }, 'as its author puts it'],
  ])('%o', (finding, words) => {
    expect(sentence(finding, 'f')).toBe(words);
  });
});

describe('a function that throws', () => {
  const shown = (id: string) => `exercises/${id}`;
  const threw = (message: string, id: string) =>
    failureSentence({ kind: 'threw', message, place: { id, line: 3, column: 1 } }, 'forwardMlp', shown);

  test('is told with the line that threw', () => {
    expect(threw('TypeError: x is undefined', 'forwardMlp.ts')).toBe(
      'forwardMlp threw an error at exercises/forwardMlp.ts:3: TypeError: x is undefined',
    );
  });

  test('because of a stub that it imports is told what is missing', () => {
    expect(threw('TODO: write relu', 'relu.ts')).toBe('forwardMlp needs exercises/relu.ts, which is not written yet');
  });
});
