import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a run is. */
export interface Progress {
  update(finished: number, total: number): void;
  remark(sentence: string): void;
  stop(): void;
}

/** Plain lines come at most this often, in ms. */
const LINE_EVERY_MS = 10_000;

/** A bar with rate and remaining time on a terminal, plain lines elsewhere. */
export function showProgress(stream: WriteStream | NodeJS.WritableStream): Progress {
  return 'isTTY' in stream && stream.isTTY ? new Bar(stream) : new Lines(stream);
}

/** "12.3/s, 2 min left". */
export function paceWords(finished: number, total: number, seconds: number): string {
  if (finished === 0 || seconds === 0) return '';
  const rate = finished / seconds;
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${durationWords((total - finished) / rate)} left`;
}

/** A duration in the largest unit that says enough. */
export function durationWords(seconds: number): string {
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

  update(finished: number, total: number): void {
    const payload = { pace: this.pace.words(finished, total) };
    if (!this.started) this.bar.start(total, finished, payload);
    this.started = true;
    this.bar.update(finished, payload);
  }

  remark(sentence: string): void {
    this.stream.write(`\r\u001b[K${sentence}\n`);
  }

  stop(): void {
    if (this.started) this.bar.stop();
  }
}

class Lines implements Progress {
  private readonly pace = new Pace();
  private last = performance.now();

  constructor(private readonly stream: NodeJS.WritableStream) {}

  update(finished: number, total: number): void {
    const now = performance.now();
    if (finished < total && now - this.last < LINE_EVERY_MS) return;
    this.last = now;
    const pace = finished < total ? ` (${this.pace.words(finished, total)})` : '';
    this.stream.write(`${finished} of ${total} graded${pace}\n`);
  }

  remark(sentence: string): void {
    this.stream.write(`${sentence}\n`);
  }

  stop(): void {}
}
