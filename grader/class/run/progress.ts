import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import { sanitizeLine } from '../../text/sanitize';
import type { ClassReporter } from '../reporter';

/** Shows how far a run is. */
type Progress = Pick<ClassReporter, 'remark' | 'progress' | 'done'>;

type Terminal = WriteStream | NodeJS.WritableStream;

/** Plain lines come at most this often, in ms. */
const LINE_EVERY_MS = 10_000;

/**
 * Sentences about the class to `output`; how far it is, and remarks on the way, to `errors`: as a bar with rate and
 * remaining time on a terminal, as plain lines elsewhere.
 */
export function terminalReporter(output: NodeJS.WritableStream, errors: Terminal): ClassReporter {
  const shown = 'isTTY' in errors && errors.isTTY ? new Bar(errors) : new Lines(errors);
  return {
    // Students name the folders that sentences name, so control characters may be in them.
    say: (sentence) => void output.write(`${sanitizeLine(sentence)}\n`),
    remark: (sentence) => shown.remark(sanitizeLine(sentence)),
    progress: (finished, total) => shown.progress(finished, total),
    done: () => shown.done(),
  };
}

/** "12.3/s, 2 min left". */
function paceWords(finished: number, total: number, seconds: number): string {
  if (finished === 0 || seconds === 0) return '';
  const rate = finished / seconds;
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${durationWords((total - finished) / rate)} left`;
}

/** A duration in the largest unit that says enough. */
function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

class Pace {
  private readonly start = performance.now();

  words(finished: number, total: number): string {
    return paceWords(finished, total, (performance.now() - this.start) / 1000);
  }
}

class Bar implements Progress {
  private readonly pace = new Pace();
  private readonly bar: SingleBar;
  private started = false;

  constructor(private readonly stream: NodeJS.WritableStream) {
    this.bar = new SingleBar(
      { format: 'Grading {bar} {value}/{total} {pace}', stream, hideCursor: true, clearOnComplete: true },
      Presets.shades_classic,
    );
  }

  progress(finished: number, total: number): void {
    const payload = { pace: this.pace.words(finished, total) };
    if (!this.started) this.bar.start(total, finished, payload);
    this.started = true;
    this.bar.update(finished, payload);
  }

  remark(sentence: string): void {
    this.stream.write(`\r\u001b[K${sentence}\n`);
  }

  done(): void {
    if (this.started) this.bar.stop();
  }
}

class Lines implements Progress {
  private readonly pace = new Pace();
  private last = performance.now();

  constructor(private readonly stream: NodeJS.WritableStream) {}

  progress(finished: number, total: number): void {
    const now = performance.now();
    if (finished < total && now - this.last < LINE_EVERY_MS) return;
    this.last = now;
    const pace = finished < total ? ` (${this.pace.words(finished, total)})` : '';
    this.stream.write(`${finished} of ${total} graded${pace}\n`);
  }

  remark(sentence: string): void {
    this.stream.write(`${sentence}\n`);
  }

  done(): void {}
}
