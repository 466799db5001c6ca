import path from 'node:path';
import type { Matrix } from '../../reference/matrix';
import { compareShapes } from '../authoring/compare';
import type { Exercise } from '../authoring/exercise';
import type { Input, Value } from '../authoring/values';
import { UserError } from '../errors';
import { coerce } from '../grading/coerce';
import { link } from '../grading/link';
import { isTodo } from '../grading/run';
import type { Sandbox } from '../sandbox/host/sandbox';
import { Session } from '../sandbox/host/session';
import { type Program, type ProgramProblem, type StandIns, Submission } from '../submission/submission';
import type { Workbook } from '../workbook/workbook';
import { likeAnswer } from './likeAnswer';

/** A function that is not the learner's in the demo, and why. */
export interface Replaced {
  readonly name: string;
  readonly why: string;
}

/**
 * The learner's functions, called in the guest. Each takes part if it runs and its answer, right or wrong, has the
 * right shape; the model answer takes the place of one that does not, also where the learner's others import it.
 */
export class LearnersFunctions {
  private readonly submission: Submission;
  /** The model answers; asked for only where they are: a handout has none. */
  private known: Submission | null = null;
  private readonly replacements: Replaced[] = [];
  private readonly ran = new Set<string>();

  constructor(
    private readonly workbook: Workbook,
    folder: string,
    private readonly sandbox: Sandbox,
  ) {
    const { transpiler } = sandbox.machine;
    this.submission = new Submission(folder, transpiler);
  }

  private get solutions(): Submission {
    this.known ??= new Submission(path.join(this.workbook.root, 'solutions'), this.sandbox.machine.transpiler);
    return this.known;
  }

  /** The functions that were found not to run so far. */
  get replaced(): readonly Replaced[] {
    return this.replacements;
  }

  /** The learner's own functions that have answered so far. */
  get own(): readonly string[] {
    return [...this.ran].filter((name) => this.isOwn(name));
  }

  /** Tries every function on small inputs, those first that others build on. */
  async tryAll(): Promise<void> {
    const Z = [[1, -2]];
    const layer = [
      [1, 0],
      [0, 1],
    ];
    await this.call('relu', Z);
    await this.call('softmax', Z);
    await this.forwardMlp(Z, layer, [[0, 0]], layer, [[0, 0]]);
    await this.crossEntropy([[0.5, 0.5]], [[1, 0]]);
  }

  /** `forwardMlp`, as in the chapter. */
  async forwardMlp(...inputs: readonly Readonly<Matrix>[]): Promise<[A1: Matrix, A2: Matrix]> {
    // The shapes were compared with the reference's.
    return (await this.call('forwardMlp', ...inputs)) as [Matrix, Matrix];
  }

  /** `crossEntropy`, as in the chapter. */
  async crossEntropy(A: Matrix, y: Matrix): Promise<number> {
    return (await this.call('crossEntropy', A, y)) as number;
  }

  private isOwn(name: string): boolean {
    return !this.replacements.some((one) => one.name === name);
  }

  /** Calls `name` on `inputs`; the learner's if it answers, from then on the model answer if it does not. */
  private async call(name: string, ...inputs: readonly Input[]): Promise<Value> {
    const exercise = this.exercise(name);
    if (this.isOwn(name)) {
      const answer = await this.run(exercise, this.ownProgram(name), inputs);
      if ('value' in answer) return answer.value;
      if (this.workbook.handout !== undefined)
        throw new UserError(
          `The demo runs on your own functions, but your ${name} ${asPredicate(answer.why)}. To work on it first: npm run grade -- ${name}`,
        );
      this.replacements.push({ name, why: answer.why });
    }
    const answer = await this.run(exercise, this.modelProgram(name), inputs);
    if ('value' in answer) return answer.value;
    throw new Error(`solutions/${name}.ts: ${answer.why}`);
  }

  private exercise(name: string): Exercise {
    const found = this.workbook.exercises.find((exercise) => exercise.name === name);
    if (found === undefined)
      throw new UserError(
        `The demo needs relu, softmax, forwardMlp and crossEntropy, and there is no exercise ${name} here.`,
      );
    return found;
  }

  /** The learner's `name`, with model answers in place of those of its imports that do not run. */
  private ownProgram(name: string): Program | ProgramProblem {
    const standIns = this.replacements.map((one) => [`${one.name}.ts`, this.linkedModel(one.name)] as const);
    return withMathjs(this.submission.program(name, new Map(standIns)));
  }

  /** The model answer to `name`, on top of whatever of the learner's own runs. */
  private modelProgram(name: string): Program | ProgramProblem {
    return withMathjs(this.solutions.program(name, this.ownStandIns(name)));
  }

  private linkedModel(name: string) {
    return link(this.solutions, name, new Map(), 'solutions');
  }

  private ownStandIns(name: string): StandIns {
    const others = this.workbook.exercises.filter((one) => one.name !== name && this.isKnownToRun(one.name));
    return new Map(others.map((one) => [`${one.name}.ts`, link(this.submission, one.name, new Map(), 'exercises')]));
  }

  private isKnownToRun(name: string): boolean {
    return this.ran.has(name) && this.isOwn(name);
  }

  private async run(
    exercise: Exercise,
    program: Program | ProgramProblem,
    inputs: readonly Input[],
  ): Promise<{ readonly value: Value } | { readonly why: string }> {
    if ('kind' in program) return { why: program.kind === 'missing-file' ? 'no such file' : 'cannot be read' };
    const session = await this.sandbox.open(program, exercise.name, () => null);
    if (!(session instanceof Session)) return { why: 'cannot be loaded' };
    const outcome = await session.call({ inputs });
    if (outcome.kind === 'lost') return { why: outcome.reason === 'timeout' ? 'never returns' : 'ends the process' };
    if (outcome.kind === 'threw')
      return { why: isTodo(outcome.message) ? 'not written yet' : `throws an error: ${outcome.message}` };
    const want = likeAnswer(exercise.name, inputs);
    const result = coerce(outcome.answer, want, exercise.returns);
    if ('finding' in result || compareShapes(result.value, want, exercise.returns) !== null)
      return { why: 'returns another kind or shape' };
    this.ran.add(exercise.name);
    return result;
  }
}

/** A reason that stands alone in brackets, such as `not written yet`, as the end of a sentence. */
function asPredicate(why: string): string {
  if (why === 'no such file') return 'has no file';
  return why.startsWith('not ') ? `is ${why}` : why;
}

/** What is linked into a program may need mathjs where the folder's own files do not. */
function withMathjs(program: Program | ProgramProblem): Program | ProgramProblem {
  if ('kind' in program) return program;
  return { ...program, usesMathjs: program.modules.some(({ imports }) => Object.values(imports).includes('mathjs')) };
}
