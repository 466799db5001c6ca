import { describe, expect, test } from 'vitest';
import type { Report } from '../../grading/report';
import { Canary } from './controlRun';
import { Engine, type EngineOptions, type Graded } from './engine';
import { Stopped } from './gradeStudent';

const folders = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ student: `s${i}`, folder: '', shownFolder: '' }));

/** An engine on made-up submissions; `doubts` are what the canary says, in turn. */
function trial(
  more: Partial<EngineOptions> & { doubts?: (string | null)[]; settles?: (alone: boolean) => boolean } = {},
) {
  const log: string[] = [];
  const kept = new Map<string, number>();
  let running = 0;
  const peak = { running: 0, alone: 0 };
  const { doubts = [], settles = () => true, ...others } = more;
  const options: EngineOptions = {
    jobs: 4,
    canaryEvery: 10,
    canary: { first: async () => {}, doubt: async () => doubts.shift() ?? null },
    signal: new AbortController().signal,
    async grade({ student }, alone, slots) {
      const free = await slots.take();
      running += 1;
      peak.running = Math.max(peak.running, running);
      if (alone) peak.alone = Math.max(peak.alone, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      free();
      return { result: { student, settled: settles(alone) } } as unknown as Graded;
    },
    async keep({ result }) {
      kept.set(result.student, (kept.get(result.student) ?? 0) + 1);
    },
    async drop(students) {
      log.push(`drop ${students.length}`);
      for (const student of students) kept.delete(student);
    },
    onProgress: () => {},
    onRemark: (sentence) => log.push(sentence),
    ...others,
  };
  return { options, log, kept, peak };
}

describe('the engine', () => {
  test('grades everybody once, as many at a time as asked for', async () => {
    const { options, kept, peak } = trial();
    await new Engine(options, folders(57)).run();
    expect([...kept.values()]).toEqual(Array.from({ length: 57 }, () => 1));
    expect(peak.running).toBe(4);
  });

  test('grades what load may explain again alone, with nothing else running', async () => {
    const { options, kept, peak } = trial({ settles: (alone) => alone });
    await new Engine(options, folders(7)).run();
    expect([...kept.values()]).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(peak.alone).toBe(1);
  });

  test('grades everything since the last good canary again, with fewer at a time', async () => {
    const { options, log, kept } = trial({ jobs: 2, doubts: [null, 'the model answer took 9 s'] });
    await new Engine(options, folders(30)).run();
    expect(kept.size).toBe(30);
    expect(log[0]).toMatch(/^drop 1\d$/);
    expect(log[1]).toMatch(/^The model answer took 9 s: the last 1\d are graded again, 1 at a time\.$/);
  });

  test('gives up when the machine is not fit, and what was not confirmed does not count', async () => {
    const { options, kept } = trial({ doubts: [null, 'slow', 'slow', 'slow'] });
    await expect(new Engine(options, folders(40)).run()).rejects.toThrow(/^The machine is too busy to grade fairly/);
    expect(kept.size).toBeLessThan(20);
  });

  test('stops when asked, and when a result cannot be written', async () => {
    const stop = new AbortController();
    const { options, kept } = trial({ signal: stop.signal, onProgress: (count) => count === 5 && stop.abort() });
    await expect(new Engine(options, folders(40)).run()).rejects.toThrow(Stopped);
    expect(kept.size).toBeLessThan(12);
    const full = trial({ keep: () => Promise.reject(new Error('disk full')) });
    await expect(new Engine(full.options, folders(40)).run()).rejects.toThrow('disk full');
  });
});

test('a canary doubts lost marks and slowness', async () => {
  const reports = [100, 100, 90].map(
    (score) => ({ score, maxScore: 100, exercises: [] as Report['exercises'] }) as Report,
  );
  const canary = new Canary(async () => reports.shift() as Report, 2000);
  await canary.first();
  expect(await canary.doubt()).toBeNull();
  expect(await canary.doubt()).toBe('the model answer did not get full marks');
  const times = [0, 10, 0, 80, 0, 81];
  const sound = async () => ({ score: 1, maxScore: 1, exercises: [] as Report['exercises'] }) as Report;
  const slow = new Canary(sound, 1, () => times.shift() as number);
  await slow.first();
  expect(await slow.doubt()).toBeNull();
  expect(await slow.doubt()).toBe('the model answer took 81 ms, and at most 80 is sound');
});
