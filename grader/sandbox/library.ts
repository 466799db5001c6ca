import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { Watch } from './intrinsics';

/**
 * Runs in the guest: mathjs, loaded once and shared by a submission's exercises.
 */

/**
 * What changes mathjs itself, or runs its expression language, which can: afterwards the next exercise gets a
 * fresh guest. What hangs on mathjs' objects is watched instead.
 */
const STATEFUL =
  /^(?:on|off|once|emit|config|expression|import|create|factory|typed|evaluate|parse|compile|parser|Parser|chain|Chain|help|Help|docs|reviver|createUnit|simplify\w*|derivative|rationalize|resolve|symbolicEqual|\w*Node)$/;

export interface Library {
  /** What an exercise's `import … from 'mathjs'` gets. */
  readonly exports: object;
  /** Whether an exercise has reached for something that changes mathjs for others. */
  used(): boolean;
}

/** Evaluates mathjs' browser bundle. Call it while every built-in is as it was. */
export function loadLibrary(file: string, watch: Watch): Library {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const run = compileFunction(readFileSync(file, 'utf8'), ['module', 'exports'], { filename: 'mathjs' });
  run.call(module.exports, module, module.exports);
  const exports = {};
  let used = false;
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module.exports))) {
    const get = () => {
      used = true;
      return module.exports[name];
    };
    Object.defineProperty(exports, name, STATEFUL.test(name) ? { get, enumerable: true } : descriptor);
  }
  Object.freeze(exports);
  watch.add(exports, module.exports);
  return { exports, used: () => used };
}
