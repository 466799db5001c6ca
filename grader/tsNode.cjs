// ts-node as the kit starts it: `node grader/tsNode.cjs FILE ARGUMENTS`. Left to itself it keeps the compiler's machine
// code in the system's folder of temporary files; the kit writes nothing outside its own, and what everybody may write
// to is no place for code either.
//
// JavaScript, as it is what makes TypeScript run.
const path = require('node:path');

const CACHES = path.join(path.dirname(__dirname), 'node_modules', '.cache');

process.env.V8_COMPILE_CACHE_CACHE_DIR = path.join(CACHES, 'v8-compile-cache', process.versions.v8);

// TypeScript makes `require` of `import()`, and Node 22.12 warns of every ES module that is required so.
const { emitWarning } = process;
process.emitWarning = (warning, ...others) => {
  if (!/is loading ES Module .* using require/.test(String(warning))) emitWarning.call(process, warning, ...others);
};

if (require('./packages.cjs').areInstalled()) require('ts-node/dist/bin').main();
