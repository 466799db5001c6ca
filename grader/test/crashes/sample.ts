import { random } from '../../authoring/inputs';
import type { ExerciseReport } from '../../grading/report';
import type { RightAnswer } from '../support/variantSources';
import type { WarmGrader } from '../support/warmGrader';
import { type Damaged, damaged } from './damage';

/** A damaged answer that crashes, and its report. */
export interface Crash {
  readonly answer: RightAnswer;
  readonly damage: Damaged;
  readonly report: ExerciseReport;
}

const KINDS: readonly Damaged['kind'][] = ['identifier', 'bracket', 'argument', 'return', 'numpy'];
/** A call of an answer that never ends need not be waited for. */
const TIME_LIMIT = 500;

/** `count` crashing answers, of each kind as many, drawn from all damages of `answers`. */
export async function crashes(
  answers: readonly RightAnswer[],
  count: number,
  seed: string,
  grader: WarmGrader,
): Promise<readonly Crash[]> {
  const { uniform } = random(seed);
  const draw = <T>(items: readonly T[]): T => items[Math.floor(uniform() * items.length)];
  const found: Crash[] = [];
  for (let i = 0; found.length < count; i++) {
    const kind = KINDS[i % KINDS.length];
    const answer = draw(answers);
    const candidates = damaged(answer.source).filter((one) => one.kind === kind);
    if (candidates.length === 0) continue;
    const damage = draw(candidates);
    const files = { [`${answer.exercise}.ts`]: damage.source };
    const report = await grader.report(answer.exercise, files, { timeLimit: TIME_LIMIT });
    if (crashed(report)) found.push({ answer, damage, report });
  }
  return found;
}

/** Whether an answer did not run, threw wherever it lost points, or holds no number there. */
function crashed({ error, checks, status }: ExerciseReport): boolean {
  if (error !== null) return error.kind !== 'timeout';
  const failed = checks.filter((check) => check.status === 'failed');
  return (
    status === 'failed' && failed.every(({ example, place }) => place !== null || !holdsNumber(example?.got ?? null))
  );
}

function holdsNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNumber);
}

/** Whether a report names the place of the damage, or the line before or after it. */
export function isPlaceNamed({ damage, report }: Crash): boolean {
  return linesNamed(report).some((line) => Math.abs(line - damage.line) <= 1 || line === damage.partner);
}

/** The lines of the answer's own file that its report names. */
function linesNamed({ error, checks, counterexample, traps = [], file }: ExerciseReport): readonly number[] {
  const places = [error, counterexample?.place, ...checks.map(({ place }) => place), ...traps];
  const named = places.flatMap((place) =>
    place != null && place.file === file && place.line !== null ? [place.line] : [],
  );
  // Where an error began that was thrown in another answer stands in its sentence.
  const said = checks.flatMap(({ message }) =>
    [...message.matchAll(/(\S+\.ts):(\d+)/g)].filter(([, name]) => name === file).map(([, , line]) => Number(line)),
  );
  return [...named, ...said];
}
