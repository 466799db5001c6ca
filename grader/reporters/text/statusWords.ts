/** What the status of an exercise or check is called, and the sign beside it. A learner has not failed, only not passed yet. */
export const STATUS_WORDS = {
  passed: 'passed',
  failed: 'not yet',
  error: 'error',
  skipped: 'not judged',
  'not-started': 'not started',
} as const;

export const STATUS_SIGNS = { passed: '✓', failed: '✗', error: '✗', skipped: '–', 'not-started': '○' } as const;

export type Status = keyof typeof STATUS_WORDS;
