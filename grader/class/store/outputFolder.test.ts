import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { OutputFolder } from './outputFolder';

test('a folder is made with those above it', async () => {
  const folder = path.join(temporaryFolder(), 'graded/shard-1-of-2');
  const output = await OutputFolder.open(folder, 'graded/shard-1-of-2');
  await output.close();
  expect(fs.readdirSync(folder).sort()).toEqual(['journal.jsonl', 'reports']);
});

test.skipIf(process.platform !== 'linux')(
  'a folder that the system will not make is refused in a sentence',
  async () => {
    await expect(OutputFolder.open('/proc/graded', 'graded')).rejects.toThrow(
      'graded cannot be written: it does not exist.',
    );
  },
);
