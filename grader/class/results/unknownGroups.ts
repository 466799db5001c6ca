import { createHash } from 'node:crypto';
import { isNaNThroughout, sameBehaviour } from '../../grading/diagnosis/recordedAnswers';
import type { ExerciseReport, Report } from '../../grading/report';
import type { RecordedAnswer } from '../../workbook/namedAnswers';
import type { Result } from '../store/journalLine';

/** Wrong answers that match nothing that the exercise knows, and behave alike. */
export interface UnknownGroup {
  /** Such as `softmax-3fa2c1`: the same for the same behaviour. */
  readonly id: string;
  /** The report of which most is told. */
  readonly example: ExerciseReport;
  /** What such answers come to on inputs that are the same for everybody; null where others may for other reasons. */
  readonly behaviour: readonly RecordedAnswer[] | null;
  /** Folders of the students. */
  readonly students: readonly string[];
}

/** Why a group without a behaviour can be asked nothing. */
export const NO_BEHAVIOUR =
  'on the small inputs by which answers are compared, it is right, or NaN throughout, as others may be for other reasons; or it was graded with --brief.';

interface Growing {
  /** What others are compared with. */
  readonly first: ExerciseReport;
  example: ExerciseReport;
  readonly students: string[];
}

/**
 * Groups of answers that come to the same on inputs that are the same for everybody, whatever the seed. What is NaN
 * throughout must have fallen into the same traps as well; what is right there must fail the same checks. The largest first.
 *
 * @param results of everybody, so that groups are called the same wherever they are made
 */
export function unknownGroups(
  results: ReadonlyMap<string, Result>,
  reportOf: (student: string) => Report | null,
): readonly UnknownGroup[] {
  const groups: Growing[] = [];
  for (const student of [...results.keys()].sort())
    for (const report of unknownAnswers(results.get(student) as Result, reportOf)) {
      const group = groups.find(({ first }) => isAlike(first, report));
      if (group === undefined) groups.push({ first: report, example: report, students: [student] });
      else {
        group.students.push(student);
        group.example = better(group.example, report);
      }
    }
  const ids = new Set<string>();
  const named = groups.map(({ first, example, students }) => {
    const [rough, exact] = [3, 17].map((digits) => idOf(first, digits));
    const id = ids.has(rough) ? exact : rough;
    ids.add(id);
    return { id, example, behaviour: telling(first), students };
  });
  return named.sort((a, b) => b.students.length - a.students.length);
}

function unknownAnswers(
  { student, exercises }: Result,
  reportOf: (student: string) => Report | null,
): readonly ExerciseReport[] {
  const unknown = exercises.filter(
    ({ status, error, misconceptions }) => status === 'failed' && error === null && misconceptions.length === 0,
  );
  const names = new Set(unknown.map(({ name }) => name));
  return names.size === 0 ? [] : (reportOf(student)?.exercises.filter(({ name }) => names.has(name)) ?? []);
}

/** The one of which more is told: a step, a smallest input; then the one that is shorter to read. */
function better(one: ExerciseReport, other: ExerciseReport): ExerciseReport {
  const told = ({ wrongStep, counterexample }: ExerciseReport) =>
    Number(wrongStep != null) + Number(counterexample != null);
  const length = ({ counterexample }: ExerciseReport) => JSON.stringify(counterexample ?? null).length;
  return (told(other) - told(one) || length(one) - length(other)) > 0 ? other : one;
}

function isAlike(one: ExerciseReport, other: ExerciseReport): boolean {
  if (one.name !== other.name || shownOf(one) !== shownOf(other)) return false;
  const [mine, theirs] = [one.behaviour, other.behaviour];
  return mine === undefined || theirs === undefined ? mine === theirs : sameBehaviour(mine, theirs);
}

/** The behaviour, where it tells answers of this kind from all others. */
function telling({ behaviour }: ExerciseReport): readonly RecordedAnswer[] | null {
  return behaviour === undefined || isNaNThroughout(behaviour) ? null : behaviour;
}

/** What else tells one answer from another, where its behaviour is not enough. */
function shownOf(report: ExerciseReport): string {
  const { behaviour, counterexample = null, checks, traps = [] } = report;
  if (telling(report) !== null) return '';
  if (behaviour !== undefined) return traps.map(({ id }) => id).join();
  const failed = checks.filter(({ status }) => status === 'failed');
  const threw = counterexample?.threw ?? failed.find(({ place }) => place !== null)?.message ?? '';
  return `${failed.map(({ id }) => id).join()}\n${kindOf(threw)}`;
}

function idOf(report: ExerciseReport, digits: number): string {
  const text = rounded([shownOf(report), report.behaviour ?? null], digits);
  return `${report.name}-${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
}

function rounded(data: unknown, digits: number): string {
  return JSON.stringify(data, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(digits)) : value));
}

/** A message without names and numbers in it. */
function kindOf(message: string): string {
  return message.replace(/'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, '…').replace(/\S+\/\S+\.ts/g, '…');
}
