import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';
import type { GradedWorkbook } from './graded';

/**
 * Runs in Vitest's own process, before the workbook's tests: has the exercises graded by a process that stays warm
 * between runs, so that a verdict follows a save as soon as a plain test's would. (Loading the compiler and what draws
 * for each run made it wait 2.2 times as long.)
 */

/** What the warm grader has loaded: after a change here it starts anew. */
const LOADED = ['fixtures', 'reference', 'grader'];

/** When a file of the kit was last changed, in ms. */
function lastChange(): number {
  const files = LOADED.flatMap((folder) =>
    fs
      .readdirSync(path.join(KIT_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(KIT_ROOT, folder, file)),
  );
  return Math.max(...files.map((file) => fs.statSync(file).mtimeMs));
}

/** The grader in its process. */
class WarmGrader {
  private child: ChildProcess | null = null;
  private loaded = 0;

  constructor(private readonly drawing: boolean) {}

  async grade(): Promise<GradedWorkbook> {
    const changed = lastChange();
    if (changed > this.loaded) this.stop();
    this.child ??= await this.start();
    this.loaded = changed;
    this.child.send('grade');
    return (await this.message(this.child)) as GradedWorkbook;
  }

  stop(): void {
    this.child?.kill();
    this.child = null;
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(path.join(KIT_ROOT, 'grader/vitest/warm.ts'), [this.drawing ? 'drawing' : 'words'], {
      cwd: KIT_ROOT,
      execPath: process.execPath,
      execArgv: [TS_NODE],
      env: { ...process.env, VITEST: undefined },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await this.message(child);
    return child;
  }

  /** The next message; a grader that ends instead has said why. */
  private message(child: ChildProcess): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const onExit = () => {
        if (this.child === child) this.child = null;
        reject(new Error('The grader could not be started: see above.'));
      };
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const grader = new WarmGrader(project.vitest.config.ui);
  const grade = async () => project.provide('graded', await grader.grade());
  await grade();
  project.onTestsRerun(grade);
  return () => grader.stop();
}
