import { wrongStepsOf } from '../../verify/mutants/wrongSteps';
import { loadWorkbook } from '../../workbook/workbook';

/** A process of its own, where files of the workbook are loaded as they are on the command line: see `wrongSteps.ts`. */

async function measure(share: number): Promise<void> {
  const workbook = await loadWorkbook();
  for (const exercise of workbook.exercises)
    process.stdout.write(`${JSON.stringify(await wrongStepsOf(workbook, exercise, 'workbook', share))}\n`);
}

void measure(Number(process.argv[2]));
