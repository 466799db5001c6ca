import { UserError } from '../../errors';
import type { Grader } from './ports';

/** Results are suspect when the model answers take this many times as long as they took alone. */
const SLOWDOWN = 8;

/**
 * The model answers, graded every so often among the submissions: as long as they get full marks in reasonable time,
 * the machine is fit to judge others.
 */
export class ControlRun {
  private limit = Number.POSITIVE_INFINITY;

  /**
   * @param timeLimit limit of one call, in ms
   * @param clock milliseconds that pass
   */
  constructor(
    private readonly grader: Pick<Grader, 'gradeModelAnswers'>,
    private readonly timeLimit: number,
    private readonly clock = () => performance.now(),
  ) {}

  /**
   * Grades the model answers before anything else runs, to know how long they take.
   *
   * @throws UserError when they do not get full marks
   */
  async calibrate(): Promise<void> {
    const { lost, time } = await this.measured();
    if (lost.length > 0)
      throw new UserError(
        `The model answers in solutions/ do not get full marks (${lost.join(', ')}), so nobody else was graded. Run npm run verify to see why; on a slow machine, raise --time-limit.`,
      );
    this.limit = this.limitOf(time);
  }

  /** Why results are suspect; null when the model answers were graded as they should be. */
  async suspicion(): Promise<string | null> {
    const { lost, time } = await this.measured();
    if (lost.length > 0) return `the model answers did not get full marks (${lost.join(', ')})`;
    if (time > this.limit)
      return `the model answers took ${Math.round(time)} ms, and more than ${Math.round(this.limit)} ms is too slow`;
    // Had the machine stood still during the first one, any later one would seem fast enough.
    this.limit = Math.min(this.limit, this.limitOf(time));
    return null;
  }

  private limitOf(time: number): number {
    return Math.max(SLOWDOWN * time, this.timeLimit);
  }

  private async measured(): Promise<{ lost: readonly string[]; time: number }> {
    const start = this.clock();
    const { exercises } = await this.grader.gradeModelAnswers();
    const time = this.clock() - start;
    return { lost: exercises.filter(({ score, maxScore }) => score < maxScore).map(({ name }) => name), time };
  }
}
