import fs from 'node:fs';
import { workExample, workedExampleText } from '../demo/blogExample';
import { drawnDigits } from '../demo/digitSet';
import { digitsText } from '../demo/digitsText';
import { compareWeights, initialWeightsText } from '../demo/initialWeights';
import { LearnersFunctions, type Replaced } from '../demo/learner';
import { readMnist } from '../demo/mnist';
import { readDigits } from '../demo/readDigits';
import { noProofSentence, type Score, scoreList, scoresOf } from '../demo/scores';
import { UserError } from '../errors';
import { wrap } from '../reporters/text/layout';
import { styleFor } from '../reporters/text/style';
import { Sandbox } from '../sandbox/host/sandbox';
import { mentionsMathjs } from '../submission/submission';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { workbookFolder } from '../workbook/open';
import { loadWorkbook } from '../workbook/workbook';
import type { SharedOptions } from './sharedOptions';
import { submissionFolder } from './submissionFolder';

export interface DemoCommandOptions extends Pick<SharedOptions, 'workbook' | 'submission'> {
  readonly mnist?: string;
}

/** How long one call may take, in ms: a hundred samples through 784 x 128 weights, however they are multiplied. */
const TIME_LIMIT = 20_000;

/** `demo`: a network that runs on the learner's functions. */
export async function demoCommand({ workbook, submission, mnist }: DemoCommandOptions): Promise<number> {
  const root = workbookFolder(workbook);
  const folder = submissionFolder(root, submission);
  const style = styleFor(process.stdout);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  // Files that cannot be read are better refused before anything is shown.
  const digits = mnist === undefined ? null : readMnist(mnistFolder(mnist), mnist);
  const sandbox = new Sandbox(TIME_LIMIT);
  sandbox.warmUp(mentionsMathjs(folder));
  try {
    const loaded = await loadWorkbook(root);
    const functions = new LearnersFunctions(loaded, folder, sandbox);
    await functions.tryAll();
    const scores = await scoresOf(loaded, folder, shownPath(folder), functions.own);
    const helped = [...functions.replaced];
    say(whoseWords(functions, scores, shownPath(folder), style.width));
    say(`\n${workedExampleText(await workExample(functions), style)}`);
    say(`\n${initialWeightsText(await compareWeights(functions), style)}`);
    const read = await readDigits(functions, digits ?? drawnDigits('demo', 10));
    const title = `${digits === null ? 'Ten drawn digits' : 'MNIST'}, read by a trained network, 784 -> 32 -> 10`;
    say(`\n${digitsText(title, read, style)}`);
    const noProof = noProofSentence(scores);
    if (noProof !== null) say(wrap(noProof, style.width));
    // Some functions fail only on the large inputs of the last part.
    const late = functions.replaced.slice(helped.length);
    if (late.length > 0) say(replacedWords(late, style.width));
    return 0;
  } finally {
    sandbox.discard();
  }
}

/** Whose functions the network runs on. */
function whoseWords({ replaced }: LearnersFunctions, scores: readonly Score[], folder: string, width: number): string {
  const yours = `This network runs on your own functions in ${folder}/, right or wrong: ${scoreList(scores)}.`;
  const sentences = scores.length === 0 ? [] : [wrap(yours, width, '  ')];
  return [...sentences, ...(replaced.length === 0 ? [] : [replacedWords(replaced, width)])].join('\n');
}

function replacedWords(replaced: readonly Replaced[], width: number): string {
  const reasons = replaced.map(({ name, why }) => `${name} (${why})`);
  return wrap(`Model answers from solutions/ stand in for: ${reasons.join(', ')}.`, width, '  ');
}

function mnistFolder(typed: string): string {
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UserError(`--mnist: there is no folder ${typed}.`);
  if (!fs.statSync(folder).isDirectory())
    throw new UserError(`--mnist: ${typed} is a file; name the folder that it is in.`);
  return folder;
}
