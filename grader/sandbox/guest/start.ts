import { readFileSync } from 'node:fs';
import { startupSnapshot } from 'node:v8';
import { serve } from './guest';
import { evaluateAhead } from './library';

/**
 * Starts a guest; or, where a snapshot is being made, has the snapshot start one, with mathjs in it when the maker
 * names its file.
 */
if (startupSnapshot.isBuildingSnapshot()) {
  const [, , mathjsFile] = process.argv;
  if (mathjsFile !== undefined) evaluateAhead(readFileSync(mathjsFile, 'utf8'));
  startupSnapshot.setDeserializeMainFunction(serve);
} else serve();
