// Preloaded with `node --require`: the first FAILURES processes whose command line holds the argument FAILING do not
// start, for the reason CODE. Like Node, it throws some reasons and emits others.
const childProcess = require('node:child_process');

const { FAILING, CODE, FAILURES = 'Infinity' } = process.env;
const THROWN = new Set(['ENAMETOOLONG', 'EINVAL', 'ENOMEM']);

let failures = 0;

/** The error for a command that is not to start, or null. */
function failureOf(args) {
  if (!args.includes(FAILING) || failures >= Number(FAILURES)) return null;
  failures += 1;
  return Object.assign(new Error(`spawn ${CODE}`), { code: CODE, syscall: 'spawn' });
}

const { spawn } = childProcess.ChildProcess.prototype;
childProcess.ChildProcess.prototype.spawn = function (options) {
  const error = failureOf(options.args ?? []);
  if (error === null) return spawn.call(this, options);
  if (THROWN.has(CODE)) throw error;
  process.nextTick(() => this.emit('error', error));
  return -1;
};

const { spawnSync } = childProcess;
childProcess.spawnSync = (file, args, options) => {
  const error = failureOf(args);
  return error === null ? spawnSync(file, args, options) : { error, status: null, signal: null, stdout: null };
};
