import type { Reporter, Vitest } from 'vitest/node';
import { wrap } from '../reporters/text/layout';
import { nextExercise, nextStep } from '../reporters/text/nextStep';
import { styleFor } from '../reporters/text/style';
import { whyLines } from '../reporters/text/whyLines';

/** In `npm run watch`, below all that Vitest says: what to do next, so that nobody has to scroll for it. */
export default class NextStepReporter implements Reporter {
  private vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(): void {
    const graded = this.vitest?.projects.find(({ name }) => name === 'workbook')?.getProvidedContext().graded;
    // Why nothing was graded is the one test that fails then.
    if (graded === undefined || 'failure' in graded) return;
    const { report } = graded;
    const style = styleFor(process.stdout);
    const next = nextExercise(report);
    const why = next === null ? [] : whyLines(next, style.width - 2).map((line) => `  ${line}`);
    const lines = [...why, wrap(nextStep(report, 'save it'), style.width, '      ')];
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}
