import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import type { MutantsResult } from './tryMutants';
import type { Task } from './worker';

/**
 * Does tasks in processes of their own, as many as there are cores.
 *
 * @param done is told each result as soon as it is known, in any order
 * @throws Error when a process ends before its task is done
 */
export async function tryInProcesses<T extends Task>(
  tasks: readonly T[],
  done: (task: T, result: MutantsResult) => void,
): Promise<void> {
  const waiting = [...tasks];
  async function serve(): Promise<void> {
    const worker = start();
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
        done(task, await result(worker, task));
    } finally {
      worker.kill();
    }
  }
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), tasks.length) }, serve));
}

function start(): ChildProcess {
  return fork(path.join(__dirname, 'worker.ts'), [], {
    cwd: KIT_ROOT,
    execArgv: [TS_NODE],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function result(worker: ChildProcess, task: Task): Promise<MutantsResult> {
  return new Promise((resolve, reject) => {
    const onExit = () => {
      const { exercise, variant, file } = task.implementation;
      const which = variant === null ? path.relative(task.root, file) : `the variant "${variant}"`;
      reject(new Error(`${exercise}: a mutant of ${which} ended the process that tried it.`));
    };
    worker.once('exit', onExit);
    worker.once('message', (message) => {
      worker.off('exit', onExit);
      resolve(message as MutantsResult);
    });
    worker.send(task);
  });
}
