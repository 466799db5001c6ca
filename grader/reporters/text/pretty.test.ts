import { describe, expect, test } from 'vitest';
import type { ExerciseReport, Report, Section } from '../../grading/report';
import { wrap } from './layout';
import { pretty } from './pretty';
import { progressBar } from './progressBar';
import { newStyle } from './style';

const CORE = { id: '3.3', title: 'The forward pass' };
const TOOLKIT = { id: 'toolkit', title: 'The toolkit' };
const style = newStyle(80, false);

function exercise(name: string, section: Section, score: number, status: ExerciseReport['status']): ExerciseReport {
  return {
    name,
    chapter: '3.3',
    section,
    file: `exercises/${name}.ts`,
    status,
    score,
    maxScore: 10,
    error: null,
    checks: [],
    diagnosis: [],
    carriedForward: [],
    console: '',
    place: { file: `exercises/${name}.ts`, line: 12, column: 17 },
  };
}

function reportOn(...exercises: readonly ExerciseReport[]): Report {
  const score = exercises.reduce((sum, one) => sum + one.score, 0);
  return {
    schema: 'forward-pass/report/v1',
    seed: 'workbook',
    score,
    maxScore: 10 * exercises.length,
    exercises,
    isolation: { permissions: true, network: true, processes: true, memory: true },
  };
}

test('lines end between words, but never inside of a command', () => {
  expect(wrap('For a hint: npm run hint -- softmax', 20)).toBe('For a hint:\nnpm run hint -- softmax');
  expect(wrap('and run npm run grade again', 20)).toBe('and run\nnpm run grade again');
});

test('several chapters have subtotals, and one that waits its turn takes one line', () => {
  const report = reportOn(
    exercise('relu', CORE, 10, 'passed'),
    exercise('softmax', CORE, 4, 'failed'),
    exercise('sigmoid', TOOLKIT, 0, 'not-started'),
    exercise('normalize', TOOLKIT, 0, 'not-started'),
  );
  expect(pretty(report, style)).toBe(`\
${'Chapter 3.3: The forward pass'.padEnd(73)}14 / 20
✓ relu       10 / 10  passed
✗ softmax     4 / 10  not yet      exercises/softmax.ts:12

${'The toolkit'.padEnd(74)}0 / 20
○ 2 exercises, not started

Total 14 / 40  ${'█'.repeat(11)}${'░'.repeat(19)}
Next: softmax in exercises/softmax.ts:12. For a hint: npm run hint -- softmax
`);
});

test('the chapter that comes next is shown in full, although nothing in it is started', () => {
  const text = pretty(
    reportOn(exercise('relu', CORE, 10, 'passed'), exercise('sigmoid', TOOLKIT, 0, 'not-started')),
    style,
  );
  expect(text).toContain('○ sigmoid   0 / 10  not started  exercises/sigmoid.ts\n');
});

test('every mark that is a symbol or a colour is a word, too', () => {
  const text = pretty(
    reportOn(exercise('relu', CORE, 10, 'passed'), exercise('softmax', CORE, 4, 'failed')),
    newStyle(80, false, false),
  );
  expect(text.replace(/[✓✗○]/g, '')).toMatch(/relu .*passed\n.*softmax .*not yet/s);
  expect(text).not.toMatch(/[█░]/);
});

test('a progress bar is full only at the end, and empty only at the start', () => {
  expect(progressBar(0, 4, style)).toBe('░░░░');
  expect(progressBar(0.01, 4, style)).toBe('█░░░');
  expect(progressBar(0.99, 4, style)).toBe('███░');
  expect(progressBar(1, 4, style)).toBe('████');
});

describe('on a screen of 24 lines', () => {
  const wrong = {
    id: 'agrees',
    title: 'Every entry is right',
    points: 10,
    score: 0,
    place: null,
    example: null,
  } as const;
  const failing = (name: string, section: Section): ExerciseReport => ({
    ...exercise(name, section, 0, 'failed'),
    checks: Array.from({ length: 6 }, (_, i) => ({
      ...wrong,
      status: 'failed',
      message: `${name} is wrong ${'abcdef'[i]}`,
    })),
    printed: [{ case: 'by-hand', text: 'printed\n'.repeat(20) }],
  });
  const linesOf = (text: string) => text.trimEnd().split('\n');

  test('one mistake leaves room for the prompt, and what to do next comes last', () => {
    const report = reportOn(
      exercise('relu', CORE, 10, 'passed'),
      failing('softmax', CORE),
      exercise('forwardMlp', CORE, 0, 'not-started'),
      exercise('crossEntropy', CORE, 0, 'not-started'),
      exercise('sigmoid', TOOLKIT, 0, 'not-started'),
    );
    const lines = linesOf(pretty(report, style));
    expect(lines.length).toBeLessThan(24);
    expect(lines.at(-1)).toMatch(/^Next: softmax in /);
    expect(lines.join('\n')).toContain('softmax is wrong a');
  });

  test('of several the first is explained, and the others are told in a line or listed', () => {
    const report = reportOn(...['relu', 'softmax', 'forwardMlp', 'crossEntropy'].map((name) => failing(name, CORE)));
    const lines = linesOf(pretty(report, style));
    expect(lines.length).toBeLessThan(24);
    expect(lines.join('\n')).toContain('relu is wrong a');
    expect(lines.join('\n')).not.toContain('softmax is wrong b');
    const all = pretty(report, newStyle(80, false, true, true));
    for (const name of ['relu', 'softmax', 'forwardMlp', 'crossEntropy']) expect(all).toContain(`${name} is wrong f`);
  });

  test('the exercise that was just saved is explained instead', () => {
    const report = reportOn(failing('relu', CORE), failing('softmax', CORE));
    const text = pretty(report, style, undefined, undefined, ['softmax']);
    expect(text).toContain('softmax is wrong b');
    expect(text).not.toContain('relu is wrong b');
  });

  test('other chapters are only counted where there is no room to list them', () => {
    const names = Array.from({ length: 12 }, (_, i) => `toy${i}`);
    const report = reportOn(failing('softmax', CORE), ...names.map((name) => exercise(name, TOOLKIT, 10, 'passed')));
    const lines = linesOf(pretty(report, style));
    expect(lines.length).toBeLessThan(24);
    expect(lines).toContain('✓ 12 exercises, passed');
    expect(pretty(report, newStyle(80, false, true, false, 60))).toContain('✓ toy11 ');
  });
});

describe('what to do next', () => {
  const forwardMlp = exercise('forwardMlp', CORE, 4, 'failed');
  const last = (report: Report, focus?: readonly string[]) =>
    pretty(report, style, undefined, undefined, focus).trimEnd().split('\n').at(-1);

  test('is what an exercise builds on, where that is not right or not written', () => {
    const right = { ...forwardMlp, leftToInstructor: ['softmax'] };
    expect(last(reportOn(right))).toBe('Next: softmax first, in exercises/softmax.ts: forwardMlp builds on it.');
    const written = { ...right, notWritten: ['softmax'] };
    expect(last(reportOn(written))).toBe(
      'Next: write softmax first, in exercises/softmax.ts: forwardMlp builds on it.',
    );
    expect(pretty(reportOn(written), style)).toContain('Your softmax is not written yet.');
  });

  test('is the exercise that was saved, not the first that is not passed', () => {
    const report = reportOn(exercise('relu', CORE, 2, 'failed'), forwardMlp);
    expect(pretty(report, style, undefined, undefined, ['forwardMlp'])).toContain('Next: forwardMlp in ');
    expect(pretty(report, style)).toContain('Next: relu in ');
  });

  test('is the bracket that was never closed, not the line at which that is noticed', () => {
    const file = 'exercises/relu.ts';
    const error = { kind: 'syntax', message: "'}' expected.", file, line: 28, column: 1 } as const;
    const traps = [{ id: 'bracket', file, line: 23, sentence: 'This { is never closed' }];
    expect(last(reportOn({ ...exercise('relu', CORE, 0, 'error'), error, traps }))).toBe(
      'Next: fix exercises/relu.ts:23, then run npm run grade again.',
    );
  });

  test('is to get a missing file back', () => {
    const error = { kind: 'missing-file', message: '', file: 'exercises/relu.ts', line: null, column: null } as const;
    expect(last(reportOn({ ...exercise('relu', CORE, 0, 'error'), error }))).toBe(
      'Next: get exercises/relu.ts back, then run npm run grade again.',
    );
  });
});
