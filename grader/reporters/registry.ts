import type { WriteStream } from 'node:tty';
import type { Report } from '../grading/report';
import type { Changes } from '../workbook/progress/sinceLastTime';

/** A way to write a report down. */
export interface Reporter {
  /**
   * A pure function from the report to text.
   *
   * @param terminal where it will be shown, false when that is a file
   * @param changes what changed since the last run, for reporters that tell a person
   * @param all whether those tell everything, more than a screen holds
   */
  readonly write: (report: Report, terminal: WriteStream | false, changes?: Changes, all?: boolean) => Promise<string>;
  /** How its files end, when `class` may keep one for each student: those that other programs read. */
  readonly ending?: string;
  /** Its readers take any exit status but 0 for a fault of the grader, whatever the mark. */
  readonly neutral?: true;
}

/** The reporters by name, each loaded when it is used. `--reporter` and its help follow; a test sees that the docs do. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: {
    write: async (report, terminal, changes, all) => {
      const [{ pretty }, { styleFor }] = [await import('./text/pretty.ts'), await import('./text/style.ts')];
      return pretty(report, styleFor(terminal, all), changes);
    },
  },
  json: { write: async (report) => `${JSON.stringify(report, null, 2)}\n` },
  junit: {
    write: async (report) => (await import('./exports/junit.ts')).junit(report),
    ending: '.xml',
  },
  gradescope: {
    write: async (report) => (await import('./exports/gradescope.ts')).gradescope(report),
    ending: '.json',
  },
  classroom50: {
    write: async (report) => (await import('./exports/classroom50.ts')).classroom50(report, process.env, new Date()),
    ending: '.json',
    neutral: true,
  },
  exercism: {
    write: async (report) => (await import('./exports/exercism.ts')).exercism(report),
    ending: '.json',
    neutral: true,
  },
};

export const reporterNames: readonly string[] = Object.keys(reporters);

/** The reporters that `class` can keep for each student. */
export const exportNames: readonly string[] = reporterNames.filter((name) => reporters[name].ending !== undefined);
