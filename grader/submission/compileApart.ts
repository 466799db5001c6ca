import { readFileSync, writeSync } from 'node:fs';
import { compileAll } from './compile';

/** Runs in a process of its own: compiles the sources on standard input. See `transpile.ts`. */

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;

const sources = new Map(JSON.parse(readFileSync(STANDARD_INPUT, 'utf8')) as [string, string][]);
const results = [...compileAll(sources)].map(([name, result]) => [
  name,
  'code' in result ? { ...result, map: result.map() } : result,
]);
let rest = Buffer.from(JSON.stringify(results));
while (rest.length > 0) rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest));
