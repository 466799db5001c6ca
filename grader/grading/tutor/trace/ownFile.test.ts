import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KIT_ROOT } from '../../../workbook/paths';
import { compiled, ownFile } from './ownFile';

const RELU = path.join(KIT_ROOT, 'reference/relu.ts');
const { keep } = createRequire(__filename)(path.join(KIT_ROOT, 'grader/kept.cjs'));
const fresh = (first: number) => compiled(fs.readFileSync(RELU, 'utf8'), RELU, '$test', first);

test('a file comes out the same when it was kept as when it is made', () => {
  for (const first of [0, 0, 7]) expect(ownFile(RELU, '$test', first)).toEqual(fresh(first));
});

test('what was kept of another source, or by another compiler, is not used', () => {
  const old = { code: 'throw new Error("old");', imports: [], sites: [] };
  keep('instrumented', JSON.stringify(['reference/relu.ts', '$test', 0]), 'another key', old);
  expect(ownFile(RELU, '$test', 0)).toEqual(fresh(0));
});
