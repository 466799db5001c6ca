import { describe, expect, test } from 'vitest';
import { inShard, parseShard, shardFromEnvironment } from './shard';

const students = Array.from({ length: 1000 }, (_, i) => `student-${i}`);

test('every student is in exactly one part, and parts are of similar size', () => {
  const sizes = Array.from(
    { length: 8 },
    (_, i) => students.filter((one) => inShard(one, { index: i + 1, count: 8 })).length,
  );
  expect(sizes.reduce((a, b) => a + b)).toBe(1000);
  expect(Math.min(...sizes)).toBeGreaterThan(80);
});

test('the part of a student never changes', () => {
  expect(['ada', 'bob', 'Zoë'].map((one) => [1, 2, 3, 4].find((index) => inShard(one, { index, count: 4 })))).toEqual([
    2, 3, 4,
  ]);
  expect(inShard('Zoe\u0308', { index: 1, count: 7 })).toBe(inShard('Zo\u00eb', { index: 1, count: 7 }));
});

test.each(['0/8', '9/8', '3', '3/', 'a/b', '-1/2', '1.5/2', '1/0'])('"%s" is not a part', (text) => {
  expect(parseShard(text)).toBeNull();
});

describe('the part comes from the scheduler', () => {
  test.each([
    ['Slurm from 0', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '0' }, 3],
    ['Slurm from 1', { SLURM_ARRAY_TASK_ID: '8', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '1' }, 8],
    [
      'Slurm in steps',
      {
        SLURM_ARRAY_TASK_ID: '14',
        SLURM_ARRAY_TASK_COUNT: '8',
        SLURM_ARRAY_TASK_MIN: '0',
        SLURM_ARRAY_TASK_STEP: '2',
      },
      8,
    ],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '8' }, 1],
  ])('%s', (_, environment, index) => {
    expect(shardFromEnvironment(environment)?.shard).toEqual({ index, count: 8 });
  });

  test('but not where there is none', () => {
    expect(shardFromEnvironment({})).toBeNull();
  });

  test.each([
    [{ JOB_COMPLETION_INDEX: '3' }, /^JOB_COMPLETION_INDEX is set, but JOB_COMPLETIONS/],
    [{ SLURM_ARRAY_TASK_ID: '3' }, /^SLURM_ARRAY_TASK_ID is set, but SLURM_ARRAY_TASK_COUNT/],
    [{ JOB_COMPLETION_INDEX: '8', JOB_COMPLETIONS: '8' }, /part 9\/8, which does not exist/],
    [{ JOB_COMPLETION_INDEX: 'x', JOB_COMPLETIONS: '8' }, /is "x", which is not a whole number/],
  ])('and %j is refused', (environment, message) => {
    expect(() => shardFromEnvironment(environment)).toThrow(message);
  });
});
