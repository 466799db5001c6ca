import { formatWithOptions } from 'node:util';
import { bareList } from '../protocol/bare';
import { cut } from '../protocol/describe';
import { MAX_PRINTED } from '../protocol/limits';
import type { Printed } from '../protocol/messages';
import { closePrototype } from './closePrototype';

/**
 * Runs in the guest: the learner's `console`. What it prints is kept, up to a limit, and travels with the next
 * reply; nothing reaches a stream.
 */

const { apply } = Reflect;
const { freeze } = Object;

// Custom inspection would hand our own functions to the learner's code.
const OPTIONS = freeze({
  colors: false,
  customInspect: false,
  depth: 4,
  breakLength: 76,
  maxArrayLength: 20,
  maxStringLength: 500,
});

/** A console, and what it was told. */
export interface Printer {
  readonly console: object;
  /** What was printed since the last call. */
  take(): Printed;
}

/** A console of which nothing reaches a stream. */
export function newPrinter(): Printer {
  let lines = bareList<string | null>();
  /** Lines, and characters in them and at their ends. */
  let count = 0;
  let size = 0;
  let more = false;
  function write(line: string | null): void {
    const length = line === null ? 0 : line.length;
    if (size + length > MAX_PRINTED) {
      more = true;
      return;
    }
    lines[count] = line;
    count += 1;
    size += length + 1;
  }
  /** mathjs matrices print as the arrays they hold. */
  function plain(value: unknown): unknown {
    return typeof value === 'object' && value !== null && (value as { isMatrix?: unknown }).isMatrix === true
      ? (value as { toArray(): unknown }).toArray()
      : value;
  }
  function log(...values: unknown[]): void {
    if (more) return;
    try {
      closePrototype();
      const shown = bareList<unknown>();
      shown[0] = OPTIONS;
      for (let i = 0; i < values.length; i++) shown[i + 1] = plain(values[i]);
      write(cut(apply(formatWithOptions, undefined, shown)));
    } catch {
      // A getter or a trap has thrown, say: printing is no reason for an exercise to fail.
      write(null);
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
      const printed = { __proto__: null, lines, more } as Printed;
      lines = bareList();
      count = 0;
      size = 0;
      more = false;
      return printed;
    },
  };
}
