import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';
import type { GradedWorkbook, NotGraded } from './graded';

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

  async grade(): Promise<GradedWorkbook | NotGraded> {
    const changed = lastChange();
    if (changed > this.loaded) this.stop();
    this.loaded = changed;
    const graded = await this.ask();
    // Whatever kept it from grading, the next try begins anew.
    if ('failure' in graded) this.stop();
    return graded;
  }

  stop(): void {
    this.child?.kill();
    this.child = null;
  }

  private async ask(): Promise<GradedWorkbook | NotGraded> {
    if (this.child === null) {
      this.child = this.start();
      const first = await answerOf(this.child);
      if (first !== 'ready') return first;
    }
    this.child.send('grade');
    const graded = await answerOf(this.child);
    return graded === 'ready' ? ENDED : graded;
  }

  private start(): ChildProcess {
    return fork(path.join(KIT_ROOT, 'grader/vitest/warm.ts'), [this.drawing ? 'drawing' : 'words'], {
      cwd: KIT_ROOT,
      execPath: process.execPath,
      execArgv: [TS_NODE],
      env: { ...process.env, VITEST: undefined },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }
}

/** Of a grader that ends without a word to us: then its standard error is all that there is. */
const ENDED: NotGraded = {
  failure: 'The exercises cannot be graded: the process that does so has ended. The terminal may say why.',
};

/** The next thing that the grader says. */
function answerOf(child: ChildProcess): Promise<'ready' | GradedWorkbook | NotGraded> {
  return new Promise((resolve) => {
    const onExit = () => resolve(ENDED);
    const onError = ({ message }: Error) => resolve({ failure: `The grader cannot be started: ${message}.` });
    child.once('exit', onExit).once('error', onError);
    child.once('message', (message) => {
      child.off('exit', onExit).off('error', onError);
      resolve(message as 'ready' | GradedWorkbook | NotGraded);
    });
  });
}

export default async function setup(project: TestProject): Promise<() => void> {
  const grader = new WarmGrader(project.vitest.config.ui);
  const grade = async () => project.provide('graded', await grader.grade());
  await grade();
  project.onTestsRerun(grade);
  return () => grader.stop();
}
