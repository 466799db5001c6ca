import { indent, wrap } from '../reporters/text/layout';
import { type Style, styleFor } from '../reporters/text/style';
import { type ExerciseMutants, verifyMutants } from '../verify/mutants/verifyMutants';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';

export interface MutantsCommandOptions {
  readonly workbook?: string;
  readonly chapter?: string;
  readonly seed: string;
}

const COLUMNS = ['mutants', 'caught', 'stopped', 'equivalent', 'survivors'];

/** `verify --mutants`: 0 when no mutant survives, 1 when one does. */
export async function mutantsCommand(names: readonly string[], options: MutantsCommandOptions): Promise<number> {
  const begun = Date.now();
  const style = styleFor(process.stdout);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const workbook = await openWorkbook(options.workbook);
  const exercises = selectExercises(workbook, names, options.chapter);
  const width = Math.max(...exercises.map(({ name }) => name.length));
  const found: ExerciseMutants[] = [];
  say(style.dim(`${' '.repeat(width + 2)}  ${COLUMNS.join('  ')}`));
  await verifyMutants({ workbook, exercises, seed: options.seed }, (one) => {
    found.push(one);
    say(row(one, width, style));
    for (const problem of one.problems) say(style.bad(indent(wrap(problem, style.width - 4, '  '), '    ')));
  });
  const problems = found.reduce((sum, one) => sum + one.problems.length, 0);
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  say('');
  say(problems === 0 ? style.good(noneWords(found, seconds)) : style.bad(`${problems} to fix (${seconds} s).`));
  if (problems > 0) say(wrap(ADVICE, style.width));
  return problems === 0 ? 0 : 1;
}

const ADVICE =
  'Whoever makes such a mistake is told that all is right: add a case or a draw that tells the two apart, and a check on it.';

function row({ exercise, fates, problems }: ExerciseMutants, width: number, style: Style): string {
  const mark = problems.length === 0 ? style.good('✓') : style.bad('✗');
  const { caught, stopped, equivalent, survived } = fates;
  const counts = [caught + stopped + equivalent + survived, caught, stopped, equivalent, survived];
  return `${mark} ${exercise.padEnd(width)}  ${counts.map((count, i) => String(count).padStart(COLUMNS[i].length)).join('  ')}`;
}

function noneWords(found: readonly ExerciseMutants[], seconds: string): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const mutants = sum(found.flatMap(({ fates }) => Object.values(fates)));
  const answers = sum(found.map(({ implementations }) => implementations));
  return `None of ${mutants} mutants of ${answers} right answers survives (${seconds} s).`;
}
