import v8 from 'node:v8';

/**
 * V8's flags for a long run beside guests that want the same cores. Garbage is collected when the heap has grown to one
 * and a half times what is in use: V8 would take what memory there is otherwise, and starting a process takes longer the
 * more memory the one that starts it has. And V8 does not optimize the compiler's largest functions, nor inline them:
 * that took as much processor time as the host itself, for as long as a class of 400 takes.
 */
const FLAGS = [
  '--heap-growing-percent=50',
  '--max-optimized-bytecode-size=1500',
  '--max-inlined-bytecode-size-cumulative=100',
];

/** Sets up this process for grading a class. */
export function tuneForLongRun(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
