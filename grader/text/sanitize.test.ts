import { expect, test } from 'vitest';
import { reporters } from '../reporters/registry';
import { gradeFiles } from '../test/support/temporarySubmissions';
import { sanitize } from './sanitize';

/** Half a pair, as itself or as JSON writes it. */
const LONE = /\p{Surrogate}|\\ud[89a-f][0-9a-f]{2}/iu;

test('half a surrogate pair becomes the character for what cannot be shown, a whole one stays', () => {
  expect(sanitize('a\ud83d b\ude00 \u{1f600}')).toBe('a\ufffd b\ufffd \u{1f600}');
});

test.each(Object.keys(reporters))('no half of a pair reaches the report as %s', async (name) => {
  const report = await gradeFiles(
    {
      'relu.ts': "export const relu = () => { console.log('\\ud83d'); throw new Error('\\udc00 here'); };\n",
      'softmax.ts': "export const softmax = () => ({ '\\ud800': '\\udfff' });\n",
    },
    { exercises: ['relu', 'softmax'] },
  );
  const text = await reporters[name].write(report, false);
  expect(text).not.toMatch(LONE);
  expect(text).toContain('softmax');
});
