import * as v from 'valibot';

/** The formats that other programs read, as schemas to check exports against: no key that the format does not have. */

const visibility = v.picklist(['visible', 'hidden', 'after_due_date', 'after_published']);
const outputFormat = v.picklist(['text', 'html', 'simple_format', 'md', 'ansi']);
const points = v.pipe(v.number(), v.finite(), v.minValue(0));

export const gradescopeSchema = v.strictObject({
  score: points,
  execution_time: v.optional(points),
  output: v.optional(v.string()),
  output_format: v.optional(outputFormat),
  visibility: v.optional(visibility),
  stdout_visibility: v.optional(visibility),
  extra_data: v.optional(v.record(v.string(), v.unknown())),
  tests: v.array(
    v.strictObject({
      score: points,
      max_score: points,
      status: v.picklist(['passed', 'failed']),
      name: v.string(),
      number: v.string(),
      output: v.string(),
      output_format: v.optional(outputFormat),
      tags: v.array(v.string()),
      visibility,
      extra_data: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
  leaderboard: v.optional(v.array(v.unknown())),
});

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export const classroom50Schema = v.strictObject({
  schema: v.literal('classroom50/result/v1'),
  classroom: v.string(),
  assignment: v.string(),
  submission: v.string(),
  commit: v.string(),
  release: v.string(),
  review: v.string(),
  datetime: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
  score: whole,
  'max-score': whole,
  tests: v.array(v.looseObject({ 'test-name': v.string(), passed: v.boolean(), score: whole, 'max-score': whole })),
});

const exercismTest = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  status: v.picklist(['pass', 'fail', 'error']),
  message: v.nullable(v.pipe(v.string(), v.maxLength(65_535))),
  output: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  test_code: v.string(),
  task_id: v.pipe(v.number(), v.integer()),
});

export const exercismSchema = v.pipe(
  v.strictObject({
    version: v.literal(3),
    status: v.picklist(['pass', 'fail', 'error']),
    message: v.nullable(v.pipe(v.string(), v.maxLength(65_535))),
    tests: v.array(exercismTest),
  }),
  v.check(({ status, message }) => status !== 'error' || message !== null, 'an error needs a message'),
  v.check(({ status, tests }) => status !== 'pass' || tests.length > 0, 'zero tests are never green'),
);
