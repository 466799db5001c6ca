import { expect, test } from 'vitest';
import type { ExerciseResult, Result } from '../store/journalLine';
import { rowsOf, statusOf } from './gradebook';

const TIMED_OUT = {
  name: 'double',
  score: 0,
  maxScore: 5,
  status: 'error',
  error: 'timeout',
  misconceptions: [],
  checks: {},
} satisfies ExerciseResult;

const resultOf = (final: boolean): Result => ({
  kind: 'result',
  student: 'ada',
  receipt: { submission: '', fixtures: '', seed: '', kit: '', timeLimit: 1 },
  final,
  failure: null,
  score: 0,
  maxScore: 5,
  exercises: [TIMED_OUT],
  at: '',
  seconds: 0,
});

test('a result that load may have caused is no mark until it was graded alone', () => {
  const statusWith = (final: boolean) => {
    const matches = [{ student: 'ada', entry: null, candidates: [] }];
    const [row] = rowsOf(matches, new Map([['ada', resultOf(final)]]), new Map());
    return statusOf(row, { roster: null, maxScore: 5 });
  };
  expect([statusWith(true), statusWith(false)]).toEqual(['graded', 'not graded']);
});
