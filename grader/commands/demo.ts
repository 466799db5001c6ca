import fs from 'node:fs';
import { drawnDigits } from '../demo/digitSet';
import { digitsText } from '../demo/digitsText';
import { compareWeights, initialWeightsText } from '../demo/initialWeights';
import { LearnersFunctions, type Replaced } from '../demo/learner';
import { readMnist } from '../demo/mnist';
import { readDigits } from '../demo/readDigits';
import { workExample, workedExampleText } from '../demo/workedExample';
import { wrap } from '../reporters/layout';
import { styleFor } from '../reporters/style';
import { mentionsMathjs } from '../sandbox/program';
import { Sandbox } from '../sandbox/session';
import { loadWorkbook } from '../workbook';
import { submissionFolder, workbookFolder } from './open';
import { fromCaller, shownPath, UsageError } from './usage';

export interface DemoCommandOptions {
  readonly workbook?: string;
  readonly submission?: string;
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
    const functions = new LearnersFunctions(await loadWorkbook(root), folder, sandbox);
    await functions.tryAll();
    say(wrap(`This network runs on the functions in ${shownPath(folder)}/, right or wrong.`, style.width, '  '));
    const helped = [...functions.replaced];
    for (const one of helped) say(replacedWords(one, style.width));
    say(`\n${workedExampleText(await workExample(functions), style)}`);
    say(`\n${initialWeightsText(await compareWeights(functions), style)}`);
    const read = await readDigits(functions, digits ?? drawnDigits('demo', 10));
    const title = `${digits === null ? 'Ten drawn digits' : 'MNIST'}, read by a trained network, 784 -> 32 -> 10`;
    say(`\n${digitsText(title, read, style)}`);
    // A function may give up only where the numbers are many.
    for (const one of functions.replaced.slice(helped.length)) say(replacedWords(one, style.width));
    return 0;
  } finally {
    sandbox.discard();
  }
}

function replacedWords({ name, why }: Replaced, width: number): string {
  return wrap(`${name} ${why}: the model answer in solutions/ takes its place.`, width, '  ');
}

function mnistFolder(typed: string): string {
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UsageError(`--mnist: there is no folder ${typed}.`);
  if (!fs.statSync(folder).isDirectory())
    throw new UsageError(`--mnist: ${typed} is a file; name the folder that it is in.`);
  return folder;
}
