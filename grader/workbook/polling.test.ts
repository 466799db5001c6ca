import { expect, test } from 'vitest';
import { isWindowsDrive } from './polling';

const WSL = 'Linux version 5.15.153.1-microsoft-standard-WSL2 (root@941d701f84f1) (gcc 11.2.0)';
const DEBIAN = 'Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org)';

test.each([
  ['/mnt/c/Users/ada/kit/exercises', WSL, true],
  ['/mnt/d', WSL, true],
  ['/home/ada/kit/exercises', WSL, false],
  ['/mnt/data/kit', WSL, false],
  ['/mnt/c/kit', DEBIAN, false],
  ['/mnt/c/kit', '', false],
])('whether %s is a drive of Windows (%s)', (folder, version, expected) => {
  expect(isWindowsDrive(folder, version)).toBe(expected);
});
