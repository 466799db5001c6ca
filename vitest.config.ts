import path from 'node:path';
import { defineConfig } from 'vitest/config';

const WORKBOOK = path.resolve('grader/vitest/workbook.ts');

export default defineConfig({
  test: {
    // Exercises are graded in the guest and never imported, so Vitest is told what a saved file means.
    watchTriggerPatterns: [{ pattern: /exercises\/.*\.[jt]s$/, testsToRun: () => [WORKBOOK] }],
    projects: [
      {
        test: {
          name: 'workbook',
          include: ['grader/vitest/workbook.ts'],
          // Grading an exercise takes a guest its time limit at worst, and the retry as much again.
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'kit',
          include: ['{grader,reference,fixtures}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'class',
          include: ['grader/class/endurance.ts'],
        },
      },
      {
        test: {
          name: 'bench',
          include: ['grader/bench/plainSuite.ts'],
        },
      },
    ],
  },
});
