import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { writeShortClass } from './shortClass';

/**
 * `npm run bench:scale`: whether grading ever larger classes takes time in proportion and no more memory. Linux, for
 * its /proc.
 */

const COUNTS = [100, 1000, 10_000];
const SAMPLE_MS = 100;

/** The most memory that the process has had so far, in MB; null when it is gone. */
function peakMemory(pid: number): number | null {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    const found = /^VmHWM:\s+(\d+) kB/m.exec(status);
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

/** Grades `count` submissions: seconds, and the host's peak of memory in MB. */
async function measure(count: number): Promise<{ seconds: number; peak: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-scale-'));
  try {
    const submissions = path.join(folder, 'submissions');
    writeShortClass(submissions, count);
    const args = ['class', submissions, '--chapter', '3.3', '--out', path.join(folder, 'out')];
    const start = performance.now();
    const child = spawn(process.execPath, [TS_NODE, 'grader/cli.ts', ...args], { cwd: KIT_ROOT, stdio: 'ignore' });
    let peak = 0;
    const sampling = setInterval(() => {
      peak = Math.max(peak, peakMemory(child.pid as number) ?? 0);
    }, SAMPLE_MS);
    const status = await new Promise((resolve) => child.on('close', resolve));
    clearInterval(sampling);
    if (status !== 0) throw new Error(`class ended with ${status}`);
    return { seconds: (performance.now() - start) / 1000, peak };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const most = Number(process.argv[2] ?? COUNTS.at(-1));
  for (const count of COUNTS.filter((one) => one <= most)) {
    const { seconds, peak } = await measure(count);
    const each = ((seconds / count) * 1000).toFixed(0);
    console.log(
      `${String(count).padStart(6)} submissions  ${seconds.toFixed(1).padStart(6)} s  ${each} ms each  host ${peak.toFixed(0)} MB at most`,
    );
  }
}

void main();
