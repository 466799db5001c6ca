import { formatWithOptions } from 'node:util';
import { cut } from '../protocol/describe';
import { MAX_PRINTED } from '../protocol/limits';

/**
 * Runs in the guest: the learner's `console`. What it prints is kept, up to a limit, and travels with the next
 * reply; nothing reaches a stream.
 */

// Custom inspection would hand our own functions to the learner's code.
const OPTIONS = {
  colors: false,
  customInspect: false,
  depth: 4,
  breakLength: 76,
  maxArrayLength: 20,
  maxStringLength: 500,
};

const { apply } = Reflect;

export interface Printer {
  readonly console: object;
  /** What was printed since the last call. */
  take(): string;
}

export function newPrinter(): Printer {
  let printed = '';
  let dropped = false;
  function write(line: string): void {
    if (printed.length + line.length > MAX_PRINTED) dropped = true;
    else printed += `${line}\n`;
  }
  /** mathjs matrices print as the arrays they hold. */
  function plain(value: unknown): unknown {
    return typeof value === 'object' && value !== null && (value as { isMatrix?: unknown }).isMatrix === true
      ? (value as { toArray(): unknown }).toArray()
      : value;
  }
  function log(...values: unknown[]): void {
    if (dropped) return;
    try {
      const shown: unknown[] = [OPTIONS];
      for (let i = 0; i < values.length; i++) shown[i + 1] = plain(values[i]);
      write(cut(apply(formatWithOptions, undefined, shown)));
    } catch {
      // A getter or a trap has thrown: printing is no reason for an exercise to fail.
      write('something that cannot be shown');
    }
  }
  const nothing = () => {};
  const methods: Record<string, (...values: unknown[]) => void> = {
    log,
    info: log,
    debug: log,
    warn: log,
    error: log,
    trace: log,
    group: log,
    table: log,
    dir: (value) => log(value),
    assert: (condition, ...values) => {
      if (!condition) log('Assertion failed', ...values);
    },
  };
  for (const name of ['groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'countReset', 'clear'])
    methods[name] = nothing;
  return {
    console: methods,
    take() {
      const text = dropped ? `${printed}… (the rest of what was printed is not shown)\n` : printed;
      printed = '';
      dropped = false;
      return text;
    },
  };
}
