import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from './paths';

test.skipIf(process.platform !== 'linux')('a path that is not UTF-8 is named, not said to be missing', () => {
  const command = `
    folder="$OUT/$(printf 'zo\\353')"
    mkdir "$folder"
    "${process.execPath}" grader/tsNode.cjs grader/cli.ts grade --submission "$folder"`;
  const env = { ...process.env, npm_lifecycle_event: undefined, OUT: temporaryFolder() };
  const { stderr, status } = spawnSync('sh', ['-c', command], { cwd: KIT_ROOT, encoding: 'utf8', env });
  expect(stderr).toMatch(/zo\ufffd: this path is not UTF-8, and cannot be opened\. Rename the file or folder\.\n$/);
  expect(status).toBe(2);
});
