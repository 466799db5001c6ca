import { readFileSync, writeSync } from 'node:fs';
import { compile } from './compile';

/** Runs in a process of its own: compiles the source on standard input. See `transpile.ts`. */

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;

const { source, fileName } = JSON.parse(readFileSync(STANDARD_INPUT, 'utf8')) as { source: string; fileName: string };
let rest = Buffer.from(JSON.stringify(compile(source, fileName)));
while (rest.length > 0) rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest));
