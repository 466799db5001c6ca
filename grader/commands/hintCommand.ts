import { wrap } from '../reporters/text/layout';
import { openWorkbook } from '../workbook/open';
import { nextHint } from '../workbook/progress/hints';
import { findExercise } from '../workbook/select';
import type { SharedOptions } from './sharedOptions';

/** `hint EXERCISE`: one more hint at each call; after the last, all of them again. */
export async function hintCommand(typed: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  const { root, exercises } = await openWorkbook(options.workbook);
  const { name, hints } = findExercise(exercises, typed);
  const { shown, fresh, forgotten } = await nextHint(root, name, hints.length);
  const number = (index: number) => `Hint ${index + 1} of ${hints.length}: `;
  const lines = shown.map((index) => wrap(number(index) + hints[index], 80, '  '));
  if (!fresh)
    lines.push(wrap(`That was the last hint. The model answer is in solutions/${name}.ts, when you want it.`, 80));
  else if (shown[0] + 1 < hints.length && forgotten === null)
    lines.push(
      `The next one: npm run hint -- ${name}${options.workbook === undefined ? '' : ` --workbook ${options.workbook}`}`,
    );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (forgotten !== null)
    console.error(wrap(`It cannot be remembered which hints you have seen, so this one comes again. ${forgotten}`, 80));
  return 0;
}
