import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { POLL_MS, pollingReason } from './grader/workbook/polling';

const EXERCISES = path.resolve('grader/vitest/exercises.ts');

// Suites that take longer than `npm test` may: CI runs all but the last beside it.
const CORPUS = 'grader/test/corpus/corpus.test.ts';
const CLASS = 'grader/class/*.test.ts';
const MUTANTS = 'grader/test/{mutants/{mutants,wrongSteps},crashes/crashes}.ts';
const THOROUGH = [
  'grader/sandbox/host/{cannotStart,isolation,machine,otherMachines}.test.ts',
  'grader/handout/{handed,handout,sameAsKit}.test.ts',
  'grader/test/reality/reality.test.ts',
  'grader/workbook/scaffold/tutorial.test.ts',
  'grader/commands/{verifyCommand,mutantsCommand,newCommand,watchAndGrade}.test.ts',
  'grader/grading/tutor/{counterexample/find,traps/advice,traps/traps}.test.ts',
  'grader/submission/{submission,stripPublished}.test.ts',
  'grader/class/results/page/classPage.test.ts',
  'grader/reporters/html/paper.test.ts',
  'grader/demo/demo.test.ts',
  'grader/vitest/terminalReporter.test.ts',
  'grader/verify/trySlips.test.ts',
  'grader/grading/{followThrough,overrun,diagnosis/diagnose,diagnosis/unforeseen}.test.ts',
  'grader/reporters/exports/exports.test.ts',
  'grader/vitest/browser.test.ts',
  'grader/workbook/brokenFixtures.test.ts',
  'grader/pictures/pictures.test.ts',
];
const ENDURANCE = 'grader/test/endurance/*.ts';

const polling = pollingReason(process.cwd());
if (polling !== null && process.argv.includes('--watch'))
  console.warn(`Vitest looks at the files twice a second, as ${polling}.`);

export default defineConfig({
  server: { watch: { usePolling: polling !== null, interval: POLL_MS } },
  test: {
    // Vitest leaves a core free; a machine of two would run one file after another.
    maxWorkers: '100%',
    // Exercises are graded in the guest and never imported, so Vitest is told what a saved file means.
    watchTriggerPatterns: [{ pattern: /(exercises|fixtures|reference)\/.*\.[jt]s$/, testsToRun: () => [EXERCISES] }],
    projects: [
      {
        test: {
          name: 'workbook',
          include: ['grader/vitest/exercises.ts'],
          globalSetup: ['grader/vitest/setup.ts'],
        },
      },
      {
        test: {
          name: 'kit',
          include: ['{grader,reference,fixtures}/**/*.test.ts'],
          exclude: [CORPUS, CLASS, ...THOROUGH],
          // Test files share what they import, the compiler above all: loading it for each takes a third of the time.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'corpus',
          include: [CORPUS],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // As many as there are cores on a small machine: more of them, and time-outs would be the machine's fault.
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'thorough',
          include: THOROUGH,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'class',
          include: [CLASS],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'mutants',
          include: [MUTANTS],
          // Ten times what two cores take, for a machine that has other work.
          testTimeout: 1_200_000,
        },
      },
      {
        test: {
          name: 'endurance',
          include: [ENDURANCE],
        },
      },
      {
        test: {
          name: 'bench',
          include: ['grader/test/bench/plainSuite.ts'],
        },
      },
    ],
  },
});
