import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from './paths';

/** The kit's version, as its package.json has it. */
export function kitVersion(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(KIT_ROOT, 'package.json'), 'utf8'));
  return String(version);
}
