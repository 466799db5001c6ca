import { Script } from 'node:vm';

const { defineProperty } = Object;
const { ceil, max } = Math;
const HANDED = '__forwardPassWork';
const run: (script: Script, options: object) => void = Function.prototype.call.bind(Script.prototype.runInThisContext);
/** Made when it is first wanted: a startup snapshot cannot hold one. */
let handOver: Script | null = null;

/**
 * Does synchronous `work` of ours on text that is not ours, for at most `limit` ms.
 *
 * @throws an Error with code `ERR_SCRIPT_EXECUTION_TIMEOUT` when it takes longer, and whatever `work` throws
 */
export function withinTime<T>(limit: number, work: () => T): T {
  let result: { value: T } | undefined;
  const handed = () => {
    result = { value: work() };
  };
  defineProperty(globalThis, HANDED, { value: handed, configurable: true });
  handOver ??= new Script(`{ const work = ${HANDED}; delete this.${HANDED}; work(); }`);
  run(handOver, { timeout: max(1, ceil(limit)), displayErrors: false });
  return (result as unknown as { value: T }).value;
}
