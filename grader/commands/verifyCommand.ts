import { AuthoringError } from '../authoring/authored';
import { wrap } from '../reporters/text/layout';
import { type Style, styleFor } from '../reporters/text/style';
import { keepStub } from '../verify/keptStub';
import { orphanedFiles } from '../verify/orphans';
import { type Verification, verify } from '../verify/verify';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';
import type { SharedOptions } from './sharedOptions';

export interface VerifyCommandOptions extends Omit<SharedOptions, 'submission' | 'output'> {
  readonly seeds: number;
}

/** `verify`: 0 when every exercise is sound, 1 when one is not. */
export async function verifyCommand(names: readonly string[], options: VerifyCommandOptions): Promise<number> {
  try {
    return await verifyAll(names, options);
  } catch (error) {
    // A fixture that cannot even be loaded is not sound.
    if (!(error instanceof AuthoringError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function verifyAll(names: readonly string[], options: VerifyCommandOptions): Promise<number> {
  const style = styleFor(process.stdout);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const workbook = await openWorkbook(options.workbook);
  const exercises = selectExercises(workbook, names, options.chapter);
  const width = Math.max(...exercises.map(({ name }) => name.length));
  const found: Verification[] = [];
  say(style.dim(`${' '.repeat(width + 2)} misconceptions  variants  margins of agreement    NumPy  64 digits`));
  const { seed, timeLimit } = options;
  for await (const one of verify({ workbook, exercises, seed, otherSeeds: options.seeds, timeLimit })) {
    found.push(one);
    if (one.problems.length === 0) await keepStub(workbook.root, one.exercise);
    say(row(one, width, style));
    for (const problem of one.problems) say(style.bad(wrap(`    ${one.exercise}: ${problem}`, style.width, '      ')));
  }
  const orphans = names.length === 0 && options.chapter === undefined ? orphanedFiles(workbook) : [];
  for (const orphan of orphans) say(style.bad(wrap(orphan, style.width, '  ')));
  const problems = found.reduce((sum, one) => sum + one.problems.length, orphans.length);
  say('');
  say(problems === 0 ? style.good(soundWords(found, options)) : style.bad(`${problems} to fix.`));
  return problems === 0 ? 0 : 1;
}

/** One line for each exercise: what was proven, and by how wide a margin. */
function row({ exercise, problems, ...one }: Verification, width: number, style: Style): string {
  const mark = problems.length === 0 ? style.good('✓') : style.bad('✗');
  const { widestVariant, nearestMisconception } = one.margins;
  const inside = widestVariant === null ? '–' : widestVariant.ratio.toFixed(3);
  const outside = nearestMisconception === null ? '–' : ratioWords(nearestMisconception.ratio);
  const cells = [
    exercise.padEnd(width),
    `${one.misconceptions} caught`.padStart(14),
    `${one.variants} kept`.padStart(8),
    `${inside} < 1 < ${outside}`.padStart(20),
    (one.numpy === null ? '–' : one.numpy.toExponential(0)).padStart(7),
    (one.ulps === null ? '–' : `${one.ulps.toFixed(1)} ulp`).padStart(9),
  ];
  return `${mark} ${cells.join('  ')}`;
}

function ratioWords(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(0) : 'all';
}

function soundWords(found: readonly Verification[], { seeds }: VerifyCommandOptions): string {
  const count = found.length === 1 ? 'The exercise is' : `All ${found.length} exercises are`;
  return `${count} sound, on the default seed and ${seeds === 1 ? '1 other' : `${seeds} others`}.`;
}
