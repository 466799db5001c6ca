import { spawnSync } from 'node:child_process';
import { KIT_ROOT, TS_NODE, VITEST } from '../../workbook/paths';
import { classBench } from './classBench';
import { feedbackBench } from './feedbackBench';
import { tutorBench } from './tutorBench';

/**
 * `npm run bench`: how long a learner waits, as whole processes. Ratios are what to look at, as seconds depend on
 * the machine; the runs alternate, so that a busy moment hits both sides.
 */

const RUNS = 9;

/** Seconds that `node ...args` takes; it must succeed. */
function seconds(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: KIT_ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const grade = [TS_NODE, 'grader/cli.ts', 'grade', '--chapter', '3.3', '--submission', 'solutions'];
const plain = [VITEST, 'run', '--configLoader', 'runner', '--project', 'bench'];
const times = Array.from({ length: RUNS }, () => ({ grade: seconds(grade), plain: seconds(plain) }));
const gradeTime = median(times.map((time) => time.grade));
const plainTime = median(times.map((time) => time.plain));

console.log(`Median of ${RUNS} runs, Node ${process.versions.node}`);
console.log(`grade the solved workbook     ${gradeTime.toFixed(2)} s`);
console.log(`plain Vitest suite, the same  ${plainTime.toFixed(2)} s`);
console.log(`ratio                         ${(gradeTime / plainTime).toFixed(2)} (goal: at most 1.00)`);

async function benchBrowser(): Promise<void> {
  const { saveToVerdict } = await import('./saveToVerdict.ts');
  const saved = await saveToVerdict();
  if (saved === null) return;
  const [workbookTime, plainTime] = [median(saved.workbook), median(saved.plain)];
  console.log(`\nFrom saving softmax.ts to the verdict in the browser, median of ${saved.workbook.length} times`);
  console.log(`workbook in the Vitest UI     ${workbookTime.toFixed(2)} s`);
  console.log(`plain suite in the Vitest UI  ${plainTime.toFixed(2)} s`);
  console.log(`ratio                         ${(workbookTime / plainTime).toFixed(2)} (goal: at most 1.50)`);
}

// One after the other: each would slow the other down.
void classBench().then(feedbackBench).then(tutorBench).then(benchBrowser);
