import { startupSnapshot } from 'node:v8';
import { serve } from './guest';
import { evaluateAhead } from './library';

/** Starts a guest; or, in the making of a snapshot, sees to that it starts one, with mathjs in it when its file is named. */
if (startupSnapshot.isBuildingSnapshot()) {
  const [, , mathjsFile] = process.argv;
  if (mathjsFile !== undefined) evaluateAhead(mathjsFile);
  startupSnapshot.setDeserializeMainFunction(serve);
} else serve();
