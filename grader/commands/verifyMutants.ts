import path from 'node:path';
import { styleFor } from '../reporters/text/style';
import { type Implementation, implementationsOf } from '../verify/mutants/implementations';
import { tryInProcesses } from '../verify/mutants/pool';
import type { MutantsResult } from '../verify/mutants/tryMutants';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';

export async function mutantsCommand(
  names: readonly string[],
  options: { workbook?: string; chapter?: string; seed: string },
): Promise<number> {
  const start = Date.now();
  const workbook = await openWorkbook(options.workbook);
  const exercises = selectExercises(workbook, names, options.chapter);
  for (const { name } of exercises) {
    const tasks = (await implementationsOf(workbook, name)).map((implementation) => ({
      root: workbook.root,
      seed: options.seed,
      draws: 10_000,
      implementation,
    }));
    await tryInProcesses(tasks, ({ implementation: { variant, file } }, { fates, survivors }) => {
      console.log(
        name,
        variant ?? path.relative(workbook.root, file),
        JSON.stringify(fates),
        ((Date.now() - start) / 1000).toFixed(1),
      );
      for (const s of survivors)
        console.log(
          `     ${path.relative(workbook.root, s.file)}:${s.line}:${s.column} ${s.kind} ${s.code.slice(0, 60)} -> ${s.replacement.slice(0, 60)}`,
        );
    });
  }
  return 0;
}
