import type { WriteStream } from 'node:tty';
import type { Report } from '../grading/report';

/** A pure function from the report to text; `terminal` is where it will be shown, false when that is a file. */
export type Reporter = (report: Report, terminal: WriteStream | false) => Promise<string>;

/** The reporters by name, each loaded when it is used. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: async (report, terminal) => {
    const [{ pretty }, { styleFor }] = [await import('./pretty.ts'), await import('./style.ts')];
    return pretty(report, styleFor(terminal));
  },
  json: async (report) => `${JSON.stringify(report, null, 2)}\n`,
};
