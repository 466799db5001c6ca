import path from 'node:path';
import { UserError } from '../errors';
import { hintsFor } from '../grading/hintsFor';
import { Regrader } from '../grading/incremental';
import type { ExerciseReport } from '../grading/report';
import { draw } from '../pictures/draw';
import type { Sketch } from '../pictures/pictureKinds';
import { sketchesOf } from '../pictures/sketches';
import { Sandbox } from '../sandbox/host/sandbox';
import { TypeChecker } from '../submission/typeChecker';
import { KIT_ROOT } from '../workbook/paths';
import { loadWorkbook } from '../workbook/workbook';
import { type DrawnPicture, type GradedWorkbook, type NotGraded, SEED } from './graded';

/**
 * A process of its own that grades exercises/ as often as it is asked to, and each time only what a change can affect.
 * What takes time to load (the compiler, what draws, a guest) it loads once.
 */

const TIME_LIMIT = 2000;
const [, , drawing] = process.argv;

const sandbox = new Sandbox(TIME_LIMIT);
sandbox.warmUp(false);
/** The pictures of each check, by exercise. */
const pictures: Record<string, readonly (readonly DrawnPicture[])[]> = {};
/** Those of exercises that were just graded, not drawn yet. */
const sketches = new Map<string, readonly (readonly Sketch[])[]>();

async function main(): Promise<void> {
  const workbook = await loadWorkbook();
  const { exercises } = workbook;
  const regrader = new Regrader(
    {
      workbook,
      folder: path.join(KIT_ROOT, 'exercises'),
      shownFolder: 'exercises',
      exercises,
      seed: SEED,
      types: new TypeChecker(),
      timeLimit: TIME_LIMIT,
      observe(observed) {
        const ofChecks = observed.verdicts.map((_, i) => sketchesOf(observed, i));
        sketches.set(observed.plan.exercise.name, ofChecks);
      },
    },
    sandbox,
  );
  async function grade(): Promise<GradedWorkbook> {
    const result = await regrader.grade(() => false);
    if (result === null) throw new Error('nothing makes a grading stale here');
    for (const name of result.regraded) delete pictures[name];
    for (const [name, ofChecks] of sketches) pictures[name] = await Promise.all(ofChecks.map(drawAll));
    sketches.clear();
    const { report, regraded } = result;
    return { report, regraded, pictures, hints: Object.fromEntries(report.exercises.map(hintBeside)) };
  }

  /** The first hint that fits an answer; an empty one where none does. */
  function hintBeside(report: ExerciseReport): readonly [exercise: string, hint: string] {
    const exercise = exercises.find(({ name }) => name === report.name);
    const isExam = workbook.handout?.exam === true;
    const [first] = exercise === undefined || isExam ? [] : hintsFor(exercise, report);
    return [report.name, first === undefined ? '' : (exercise?.hints[first].text ?? '')];
  }

  process.on('message', () => grade().then((graded) => process.send?.(graded), sayWhy));
  process.send?.('ready');
}

/** What a person can fix is said where the exercises are; anything else ends this process, as a mistake of the kit. */
function sayWhy(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  const failure: NotGraded = { failure: error.message };
  process.send?.(failure);
}

function drawAll(ofCheck: readonly Sketch[]): Promise<DrawnPicture[]> {
  return Promise.all(
    ofCheck.map(async (sketch) => ({
      words: sketch.words,
      svg: drawing === 'drawing' ? await draw(sketch) : null,
    })),
  );
}

process.on('disconnect', () => {
  sandbox.discard();
  process.exit();
});
main().catch(sayWhy);
