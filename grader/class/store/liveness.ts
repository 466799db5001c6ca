import fs from 'node:fs';

/** Whether a process is running, as far as this system tells. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, counted from when the system did; null where the system does not tell, and for a zombie,
 * which has ended without its parent taking note, as in a container without an init.
 */
export function startOf(pid: number): string | null {
  try {
    const status = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; after it come the state, and the start as the 20th field.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${bootId()} ${fields[19]}`;
  } catch {
    return null;
  }
}

/**
 * Where our process ids mean something: a running system (two may have the same name), and a namespace in it, as a
 * container has its own. Null where the system does not tell.
 */
export function processSpace(): string | null {
  try {
    return `${bootId()} ${fs.readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

function bootId(): string {
  return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
