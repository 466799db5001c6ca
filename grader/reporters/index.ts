import type { WriteStream } from 'node:tty';
import type { Report } from '../grading/report';
import type { Changes } from '../workbook/progress/changes';

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
    const [{ pretty }, { styleFor }] = [await import('./text/pretty.ts'), await import('./text/style.ts')];
    return pretty(report, styleFor(terminal), changes);
  },
  json: async (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit: async (report) => (await import('./exports/junit.ts')).junit(report),
  gradescope: async (report) => (await import('./exports/gradescope.ts')).gradescope(report),
  classroom50: async (report) =>
    (await import('./exports/classroom50.ts')).classroom50(report, process.env, new Date()),
  exercism: async (report) => (await import('./exports/exercism.ts')).exercism(report),
};

/** The reporters whose readers take any exit status but 0 for a fault of the grader, whatever the mark. */
export const neutralReporters: ReadonlySet<string> = new Set(['classroom50', 'exercism']);
