import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import type { Misconception } from '../authoring/misconceptions';
import { answerWith, slipPairs } from '../authoring/slips';
import type { Input } from '../authoring/values';
import { InProcessOutcomes, outcomeOf } from '../grading/diagnosis/inProcess';
import { judge, type Outcomes } from '../grading/judge';
import { makePlan, newCall, type Plan } from '../grading/plan';
import type { Answers } from '../grading/recorded/answers';
import { inputsKey } from '../grading/recorded/inputsKey';
import type { RecordedMistakes } from '../grading/recorded/mistakes';
import type { RecordedSteps } from '../grading/recorded/steps';
import { findCounterexample } from '../grading/tutor/counterexample/find';
import { rightAnswers } from '../grading/tutor/trace/rightRuns';
import { MAX_TELLING } from '../grading/tutor/wrongStep/telling';
import { curveOf } from '../pictures/graph/find';
import { loadModule } from '../workbook/loadModule';
import { offerPackages } from '../workbook/open';
import { KIT_ROOT } from '../workbook/paths';
import { loadMisconceptions, loadSlips, loadWorkbook, type Workbook } from '../workbook/workbook';
import { detached, type FixtureFiles, functionsFile, syllabusText } from './fixtureFiles';
import { endRecording, type Recording, startRecording } from './recorder';
import { LARGEST, recordMistakes } from './recordMistakes';
import { recordSteps } from './recordSteps';

/** Numbers of inputs on which right answers take few steps. */
const FEW = 12;

/** All that grading asks of code which a handout does not hold. */
export interface Recorded {
  /** By module of `reference/`, the answers of its functions. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** By exercise. */
  readonly mistakes: ReadonlyMap<string, RecordedMistakes>;
  /** By exercise. */
  readonly steps: ReadonlyMap<string, RecordedSteps>;
}

/**
 * Has a copy of the fixtures plan, judge and search as in grading, with functions in place of the reference's that write
 * down what these return.
 */
export async function record(
  workbook: Workbook,
  names: readonly string[],
  { files, references }: FixtureFiles,
  seed: string,
): Promise<Recorded> {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-recording-')));
  try {
    const recording = startRecording(root);
    for (const [inside, text] of files) write(root, inside, detached(workbook.root, inside, text));
    // Those handed over are the real ones: what they come to within the reference is no answer that anybody asks for.
    const functions = functionsFile(workbook.root);
    if (fs.existsSync(functions))
      write(
        root,
        'reference/functions.ts',
        `export * from ${JSON.stringify(slashed(functions.replace(/\.ts$/, '')))};\n`,
      );
    const authoring = slashed(path.join(KIT_ROOT, 'grader/authoring'));
    write(root, 'fixtures/index.ts', syllabusText(workbook, names, authoring));
    for (const module of references) write(root, `reference/${module}.ts`, await recorderText(workbook, module, root));
    offerPackages();
    const { exercises } = await loadWorkbook(root);
    const mistakes = new Map<string, RecordedMistakes>();
    const steps = new Map<string, RecordedSteps>();
    for (const exercise of exercises) {
      const recorded = await recordExercise(workbook, exercise, seed);
      mistakes.set(exercise.name, recorded.mistakes);
      if (recorded.steps.answers.length > 0) steps.set(exercise.name, recorded.steps);
    }
    return { answers: answersOf(recording, references), mistakes, steps };
  } finally {
    endRecording(root);
    fs.rmSync(root, { recursive: true, force: true });
  }
}

function answersOf(recording: Recording, references: readonly string[]): ReadonlyMap<string, Answers> {
  return new Map(references.map((module) => [module, recording.answers(module)]));
}

async function recordExercise(workbook: Workbook, exercise: Exercise, seed: string) {
  const plan = makePlan(exercise, seed);
  for (const call of plan.calls) call.expected();
  for (const { check, clauses } of plan.checks)
    if (check.holds.kind === 'one-of') for (const { call } of clauses) check.holds.answers(call.inputs);
  for (const { pictures = [] } of exercise.checks)
    for (const picture of pictures) if (picture.kind === 'graph') curveOf(picture, exercise);
  const misconceptions = await loadMisconceptions(workbook, exercise.name);
  const slips = await loadSlips(workbook, exercise.name);
  const pairs = slips === null ? [] : slipPairs(slips).map((pair) => answerWith(slips, pair));
  const wrong = Object.values(misconceptions).map(({ answer }) => answer);
  // Inputs on which a wrong answer may be looked into, by key.
  const looked = new Map<string, readonly Input[]>();
  const look = (inputs: readonly Input[]) => looked.set(inputsKey(inputs), inputs);
  for (const { size, inputs } of plan.calls) if (size <= MAX_TELLING) look(inputs);
  for (const answer of wrong) await search(plan, answer, new InProcessOutcomes(answer), look);
  for (const answer of pairs) await search(plan, answer, onSmallCalls(new InProcessOutcomes(answer)), look);
  // With functions handed over they take thousands of steps, which would fill a sixth of the handout.
  const right = plan.handsOver ? [] : await rightAnswers(workbook, exercise.name);
  return {
    mistakes: recordMistakes(plan, misconceptions, slips),
    steps: recordSteps(exercise.name, right, looked.values()),
  };
}

/**
 * Judges a wrong answer, and searches for its smallest counterexample: what the reference is asked meanwhile is recorded.
 *
 * @param look told of the inputs that are found, and of small ones on the way, which others may find
 */
async function search(
  plan: Plan,
  answer: Misconception['answer'],
  outcomes: Outcomes,
  look: (inputs: readonly Input[]) => void,
): Promise<void> {
  const ask = async (inputs: readonly Input[]) => {
    if (newCall(plan.exercise, '', inputs).size <= FEW) look(inputs);
    return outcomeOf(answer, inputs, false);
  };
  const found = await findCounterexample(plan, outcomes, judge(plan, outcomes), (use) => use(ask));
  if (found !== null) look(found.failing.call.inputs);
}

/** Of hundreds of wrong answers, large calls would take most of the time, and searches begin with small ones. */
const onSmallCalls = (outcomes: Outcomes): Outcomes => ({
  get: (call) => (call.size <= LARGEST ? outcomes.get(call) : undefined),
});

/** A module with the exports of `reference/MODULE.ts`, whose functions are recorded. */
async function recorderText({ root }: Workbook, module: string, id: string): Promise<string> {
  const file = path.join(root, 'reference', `${module}.ts`);
  const names = Object.keys(await loadModule(root, file));
  const lines = names.map((name) => `export const ${name} = record('${name}', original.${name});\n`);
  return `import { recorderOf } from ${JSON.stringify(slashed(path.join(__dirname, 'recorder')))};
import * as original from ${JSON.stringify(slashed(file.replace(/\.ts$/, '')))};
const record = recorderOf(${JSON.stringify(id)}, '${module}');
${lines.join('')}`;
}

function write(root: string, inside: string, text: string): void {
  const file = path.join(root, inside);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const slashed = (file: string) => file.split(path.sep).join('/');
