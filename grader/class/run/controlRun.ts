import { UserError } from '../../errors';
import type { Report } from '../../grading/report';

/** The machine may make the model answer this many times slower than it was alone before results are doubted. */
const SLOWDOWN = 8;

/**
 * The model answer, graded every so often among the submissions: as long as it gets full marks in reasonable time,
 * the machine is fit to judge others.
 */
export class Canary {
  private limit = Number.POSITIVE_INFINITY;

  /**
   * @param sing grades the model answer
   * @param timeLimit limit of one call, in ms
   * @param clock milliseconds that pass
   */
  constructor(
    private readonly sing: () => Promise<Report>,
    private readonly timeLimit: number,
    private readonly clock = () => performance.now(),
  ) {}

  /**
   * Grades the model answer before anything else runs, to know how long it takes.
   *
   * @throws UserError when it does not get full marks
   */
  async first(): Promise<void> {
    const { full, lost, time } = await this.measured();
    if (!full)
      throw new UserError(
        `The model answers in solutions/ do not get full marks (${lost.join(', ')}), so nobody else was graded. Run npm run verify to see why; on a slow machine, raise --time-limit.`,
      );
    this.limit = Math.max(SLOWDOWN * time, this.timeLimit);
  }

  /** Why results are to be doubted; null when the model answer was graded as it should be. */
  async doubt(): Promise<string | null> {
    const { full, time } = await this.measured();
    if (!full) return 'the model answer did not get full marks';
    if (time > this.limit)
      return `the model answer took ${Math.round(time)} ms, and at most ${Math.round(this.limit)} is sound`;
    return null;
  }

  private async measured(): Promise<{ full: boolean; lost: readonly string[]; time: number }> {
    const start = this.clock();
    const { score, maxScore, exercises } = await this.sing();
    const time = this.clock() - start;
    const lost = exercises.filter((exercise) => exercise.score < exercise.maxScore).map(({ name }) => name);
    return { full: score === maxScore, lost, time };
  }
}
