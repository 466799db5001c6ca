import type { WriteStream } from 'node:tty';
import type { Changes } from '../grading/changes';
import type { Report } from '../grading/report';

/**
 * A pure function from the report to text.
 *
 * @param terminal where it will be shown, false when that is a file
 * @param changes what changed since the last run, for reporters that tell a person
 */
export type Reporter = (report: Report, terminal: WriteStream | false, changes?: Changes) => Promise<string>;

/** The reporters by name, each loaded when it is used. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: async (report, terminal, changes) => {
    const [{ pretty }, { styleFor }] = [await import('./pretty.ts'), await import('./style.ts')];
    return pretty(report, styleFor(terminal), changes);
  },
  json: async (report) => `${JSON.stringify(report, null, 2)}\n`,
};
