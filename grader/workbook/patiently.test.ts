import { expect, test } from 'vitest';
import { patiently } from './patiently';

/** An action that fails with these codes, in turn, and then gives "done". */
function failing(codes: string[]): () => Promise<string> {
  return async () => {
    const code = codes.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return 'done';
  };
}

test('what another program holds for a moment is waited for', async () => {
  expect(await patiently(failing(['EBUSY', 'ENFILE', 'EMFILE']), [1, 1, 1])).toBe('done');
});

test('what stays in the way is told', async () => {
  await expect(patiently(failing(['EBUSY', 'EBUSY', 'EBUSY']), [1, 1])).rejects.toThrow('EBUSY');
});

test('what does not pass is told at once', async () => {
  await expect(patiently(failing(['ENOSPC']), [1_000_000])).rejects.toThrow('ENOSPC');
});
