import { wrap } from '../reporters/text/layout';
import { styleFor } from '../reporters/text/style';
import { tryPromises } from '../sandbox/selftest/promises';

/** `verify --sandbox`: tries what docs/security.md promises. 0 when all holds that this platform can hold, else 1. */
export async function sandboxCommand(): Promise<number> {
  const style = styleFor(process.stdout);
  const reports = await tryPromises();
  for (const { promise, held, detail, expected } of reports) {
    const mark = held ? style.good('held    ') : expected ? style.bad('not held') : style.note('not here');
    process.stdout.write(`${mark}  ${wrap(promise, 70, ' '.repeat(10))}\n`);
    process.stdout.write(`          ${style.dim(wrap(detail, 70, ' '.repeat(10)))}\n`);
  }
  const broken = reports.filter(({ held, expected }) => expected && !held).length;
  const absent = reports.filter(({ held, expected }) => !expected && !held).length;
  const parts = [`${reports.length - broken - absent} of ${reports.length} promises held`];
  if (absent > 0) parts.push(`${absent} cannot be kept on this machine`);
  process.stdout.write(`\n${wrap(`${parts.join('; ')}. What they mean: docs/security.md.`, 80)}\n`);
  return broken === 0 ? 0 : 1;
}
