// Preloaded with `node --require`: refuses to start processes whose command line is longer than Windows takes, as Node
// for Windows does. An argument with spaces or quotes is quoted, which makes it longer.
const childProcess = require('node:child_process');

const LONGEST = 32_767;

function quotedLength(argument) {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument.length;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&');
  return escaped.length + 2;
}

/** The error of a command line that is too long, or null. */
function refusal(command) {
  const length = command.reduce((sum, argument) => sum + quotedLength(String(argument)) + 1, 0);
  if (length <= LONGEST) return null;
  return Object.assign(new Error('spawn ENAMETOOLONG'), { code: 'ENAMETOOLONG', errno: -4064, syscall: 'spawn' });
}

const { spawn } = childProcess.ChildProcess.prototype;
childProcess.ChildProcess.prototype.spawn = function (options) {
  const error = refusal([options.file, ...(options.args ?? []).slice(1)]);
  if (error !== null) throw error;
  return spawn.call(this, options);
};

const { spawnSync } = childProcess;
childProcess.spawnSync = (file, args, options) => {
  const error = refusal([file, ...args]);
  return error === null ? spawnSync(file, args, options) : { error, status: null, signal: null, stdout: null };
};
