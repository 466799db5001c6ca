import type { SeedOf } from '../intake/seeds';
import type { StudentFolder } from '../intake/submissions';
import type { OutputFolder } from '../store/outputFolder';
import { type KitReceipt, type Receipt, sameTerms } from '../store/receipt';
import { hashSubmission } from '../store/submissionHash';

/** What is to be done about each submission. */
export interface Triage {
  /** Never graded, changed since, or not gradable last time. */
  readonly fresh: readonly StudentFolder[];
  /** Graded, but a guest was lost, which load may explain. */
  readonly provisional: readonly StudentFolder[];
  /** Unchanged, but graded with other fixtures, exercises, seed, time limit or judging code: their marks are outdated. */
  readonly outdated: readonly StudentFolder[];
  readonly unchanged: readonly StudentFolder[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

/** Tells by receipts which submissions are to be graded. */
export function triage(
  students: readonly StudentFolder[],
  output: OutputFolder,
  terms: {
    readonly kit: KitReceipt;
    /** Names of the exercises. */
    readonly exercises: readonly string[];
    readonly seedOf: SeedOf;
    readonly timeLimit: number;
  },
): Triage {
  const receipts = new Map<string, Receipt>();
  const groups = { fresh: [], provisional: [], outdated: [], unchanged: [] } as Record<Group, StudentFolder[]>;
  for (const one of students) {
    const { student, folder } = one;
    const receipt = {
      submission: hashSubmission(folder, terms.exercises),
      fixtures: terms.kit.fixtures,
      seed: terms.seedOf(student),
      kit: terms.kit.kit,
      timeLimit: terms.timeLimit,
    };
    receipts.set(student, receipt);
    groups[groupOf(student, receipt, output)].push(one);
  }
  return { ...groups, receipts };
}

type Group = 'fresh' | 'provisional' | 'outdated' | 'unchanged';

function groupOf(student: string, receipt: Receipt, output: OutputFolder): Group {
  const known = output.results.get(student);
  if (known === undefined || known.failure !== null || known.receipt.submission !== receipt.submission) return 'fresh';
  // A report that went missing is made again.
  if (!output.hasReport(student)) return 'fresh';
  if (!sameTerms(known.receipt, receipt)) return 'outdated';
  return known.final ? 'unchanged' : 'provisional';
}
