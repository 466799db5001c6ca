import { startupSnapshot } from 'node:v8';
import { serve } from './guest';
import { evaluateAhead } from './library';

/** Runs once, to make the snapshot that guests start from; with mathjs in it when its file is named. */
const [, , mathjsFile] = process.argv;
if (mathjsFile !== undefined) evaluateAhead(mathjsFile);
startupSnapshot.setDeserializeMainFunction(serve);
