import { describe, expect, test } from 'vitest';
import type { Report } from '../../grading/report';
import { Stopped } from '../reporter';
import { ControlRun } from './controlRun';
import { Engine, type EngineOptions } from './engine';
import type { GradedSubmission, Grader, ResultStore } from './ports';

const folders = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ student: `s${i}`, folder: '', shownFolder: '' }));

/** What grading the model answers came to. */
const modelAnswers = (score: number) => ({ exercises: [{ name: 'relu', score, maxScore: 10 }] }) as unknown as Report;

interface Trial {
  readonly options?: Partial<EngineOptions>;
  /** What the model answers get, in turn, after the first time; then full marks. */
  readonly controls?: number[];
  /** Whether a result is final. */
  readonly isFinal?: (alone: boolean) => boolean;
  readonly onProgress?: (finished: number) => void;
  readonly keep?: ResultStore['keep'];
}

/** An engine on submissions that take no time. */
function trial({ options, controls = [], isFinal = () => true, onProgress = () => {}, keep }: Trial = {}) {
  const log: string[] = [];
  const kept = new Map<string, number>();
  let running = 0;
  const peak = { running: 0, alone: 0 };
  const marks = [10, ...controls];
  const grader: Grader = {
    gradeModelAnswers: async () => modelAnswers(marks.shift() ?? 10),
    async grade({ student }, alone, slots) {
      const free = await slots.take();
      running += 1;
      peak.running = Math.max(peak.running, running);
      if (alone) peak.alone = Math.max(peak.alone, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      free();
      return { result: { student, final: isFinal(alone) } } as unknown as GradedSubmission;
    },
  };
  const store: ResultStore = {
    async keep({ result }) {
      kept.set(result.student, (kept.get(result.student) ?? 0) + 1);
      return null;
    },
    async drop(students) {
      log.push(`drop ${students.length}`);
      for (const student of students) kept.delete(student);
    },
    ...(keep === undefined ? {} : { keep }),
  };
  const reporter = { progress: onProgress, remark: (sentence: string) => void log.push(sentence) };
  const { signal } = new AbortController();
  const defaults = { jobs: 4, controlEvery: 10, timeLimit: 60_000, signal };
  return { engine: new Engine(grader, store, reporter, { ...defaults, ...options }), log, kept, peak };
}

describe('the engine', () => {
  test('grades everybody once, as many at a time as asked for', async () => {
    const { engine, kept, peak } = trial();
    await engine.run(folders(57));
    expect([...kept.values()]).toEqual(Array.from({ length: 57 }, () => 1));
    expect(peak.running).toBe(4);
  });

  test('grades what load may explain again alone, with nothing else running', async () => {
    const { engine, kept, peak } = trial({ isFinal: (alone) => alone });
    await engine.run(folders(7));
    expect([...kept.values()]).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(peak.alone).toBe(1);
  });

  test('grades everything since the last good control run again, with fewer at a time', async () => {
    const { engine, log, kept } = trial({ options: { jobs: 2 }, controls: [10, 9] });
    await engine.run(folders(30));
    expect(kept.size).toBe(30);
    expect(log[0]).toMatch(/^drop 1\d$/);
    expect(log[1]).toMatch(
      /^The model answers did not get full marks \(relu\), so what came last \(1\d submissions\) is graded again, 1 at a time\.$/,
    );
  });

  test('gives up when the machine is not fit, and what was not confirmed does not count', async () => {
    const { engine, kept } = trial({ controls: [10, 9, 9, 9] });
    await expect(engine.run(folders(40))).rejects.toThrow(/^The machine is too busy to grade fairly/);
    expect(kept.size).toBeLessThan(20);
  });

  test('stops when asked', async () => {
    const stop = new AbortController();
    const { engine, kept } = trial({
      options: { signal: stop.signal },
      onProgress: (count) => count === 5 && stop.abort(),
    });
    await expect(engine.run(folders(40))).rejects.toThrow(Stopped);
    expect(kept.size).toBeLessThan(12);
  });

  test('stops when no result can be stored any more', async () => {
    const { engine } = trial({ keep: () => Promise.reject(new Error('disk full')) });
    await expect(engine.run(folders(40))).rejects.toThrow('disk full');
  });

  test('tells of a result that cannot be stored, and goes on', async () => {
    const kept: string[] = [];
    const { engine, log } = trial({
      async keep({ result: { student } }) {
        if (student === 's3') return 's3.json cannot be written.';
        kept.push(student);
        return null;
      },
    });
    await engine.run(folders(20));
    expect(kept.length).toBe(19);
    expect(log).toEqual(['s3.json cannot be written.']);
  });

  test('stops when several results in a row cannot be stored', async () => {
    const { engine, log } = trial({ keep: async () => 'This cannot be written.' });
    await expect(engine.run(folders(40))).rejects.toThrow('This cannot be written.');
    expect(log.length).toBe(4);
  });
});

describe('a control run', () => {
  test('makes results suspect when the model answers lose marks', async () => {
    const marks = [10, 10, 9];
    const control = new ControlRun({ gradeModelAnswers: async () => modelAnswers(marks.shift() ?? 0) }, 2000);
    await control.calibrate();
    expect(await control.suspicion()).toBeNull();
    expect(await control.suspicion()).toBe('the model answers did not get full marks (relu)');
  });

  test('makes results suspect when the model answers take much longer than alone', async () => {
    const times = [0, 10, 0, 80, 0, 81];
    const grader = { gradeModelAnswers: async () => modelAnswers(10) };
    const control = new ControlRun(grader, 1, () => times.shift() as number);
    await control.calibrate();
    expect(await control.suspicion()).toBeNull();
    expect(await control.suspicion()).toBe('the model answers took 81 ms, and more than 80 ms is too slow');
  });

  test('notices slowness also when the machine stood still while the first was measured', async () => {
    const times = [0, 60_000, 0, 10, 0, 81];
    const grader = { gradeModelAnswers: async () => modelAnswers(10) };
    const control = new ControlRun(grader, 1, () => times.shift() as number);
    await control.calibrate();
    expect(await control.suspicion()).toBeNull();
    expect(await control.suspicion()).toBe('the model answers took 81 ms, and more than 80 ms is too slow');
  });
});
