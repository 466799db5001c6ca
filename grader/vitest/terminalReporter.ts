import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';
import { wrap } from '../reporters/text/layout';
import { styleFor } from '../reporters/text/style';
import { gradingLine, watchScreen } from '../reporters/text/watchScreen';
import { KIT_ROOT } from '../workbook/paths';
import { recordScores } from '../workbook/progress/scores';

/**
 * What `npm run watch` and `npm run ui` print: the screen of `npm run grade -- --watch`, in place of a stack trace for
 * each check.
 */
export default class TerminalReporter implements Reporter {
  private vitest: Vitest | null = null;
  private start = 0;
  /** What was saved last. */
  private focus: readonly string[] = [];

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
    this.onWatcherRerun();
  }

  onWatcherRerun(): void {
    this.start = performance.now();
    process.stdout.write(gradingLine(styleFor(process.stdout)));
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    const graded = this.vitest?.projects.find(({ name }) => name === 'workbook')?.getProvidedContext().graded;
    const style = styleFor(process.stdout);
    const say = (text: string) => process.stdout.write(`${wrap(text, style.width)}\n`);
    for (const { message } of [...modules.flatMap((module) => module.errors()), ...unhandled]) say(message);
    if (graded === undefined) return;
    if ('failure' in graded) {
      say(`${graded.failure}\n\n${this.footer()}`);
      return;
    }
    const { report, regraded } = graded;
    const milliseconds = performance.now() - this.start;
    const changes = await recordScores(KIT_ROOT, report);
    if (regraded.length > 0) this.focus = regraded;
    const after = { report, regraded, changes, milliseconds, footer: this.footer() };
    // Vitest has no such option.
    const told = { ...style, more: 'npm run grade -- --all' };
    process.stdout.write(watchScreen(after, told, process.stdout.isTTY, this.focus));
  }

  /** How it goes on; the address of the UI comes last, where it can be found. */
  private footer(): string {
    if (this.vitest?.config.watch !== true) return '';
    const { vite, config } = this.vitest;
    const watching = 'Watching exercises/: save to grade again, q to end.';
    if (!config.ui) return watching;
    const { host = 'localhost' } = config.api;
    return `${watching}\nIn the browser: http://${host}:${vite.config.server.port}${config.uiBase}`;
  }
}
