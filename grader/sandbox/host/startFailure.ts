import { UserError } from '../../errors';
import { sanitizeLine } from '../../text/sanitize';
import { START_LIMIT_MS } from '../protocol/limits';

/** How a guest's process ended. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Why a guest never answered, before any learner's code ran. */
export interface StartFailure {
  /**
   * - `refused`: a tool of the isolation says that the kernel does not allow it
   * - `broken`: the process cannot be made, or ends by itself
   * - `busy`: the system is short of processes, files or memory at this moment
   * - `killed`: the system has killed it, as it does when memory is short
   * - `silent`: it runs and says nothing
   */
  readonly kind: 'refused' | 'broken' | 'busy' | 'killed' | 'silent';
  /** In words, to follow a colon. */
  readonly reason: string;
}

/** The kit cannot start a guest on this machine: no learner's answer is at fault. */
export class CannotStart extends UserError {
  constructor({ reason }: StartFailure) {
    super(`The process that runs exercises cannot be started on this machine: ${reason}.`);
  }
}

/** What the tools of util-linux begin their complaints with. */
const REFUSAL = /^(?:setpriv|prlimit|unshare): .+$/m;
const SHORTAGE = /Cannot allocate memory|Resource temporarily unavailable|Too many open files/;
const BUSY_CODES = new Set(['EAGAIN', 'EMFILE', 'ENFILE', 'ENOMEM']);
/** What `unshare` says when what it started was killed: it would end by the same signal, and cannot. */
const UNSHARE_OF_KILLED = /^unshare: sigprocmask unblock failed/m;

/** Whether somebody, most likely the kernel, has killed the process. */
export function wasKilled({ signal }: Ending, diagnostics: string): boolean {
  return signal === 'SIGKILL' || UNSHARE_OF_KILLED.test(diagnostics);
}

/**
 * Why a guest's process ended before it answered.
 *
 * @param ending null when it has not ended
 * @param diagnostics what it wrote to standard error
 */
export function failureOfProcess(ending: Ending | null, diagnostics: string): StartFailure {
  if (ending === null) return { kind: 'silent', reason: `it did not answer within ${START_LIMIT_MS / 1000} s` };
  if (wasKilled(ending, diagnostics))
    return { kind: 'killed', reason: 'the system kills it at once, as it does when memory is short' };
  const refusal = REFUSAL.exec(diagnostics);
  if (refusal !== null) return { kind: SHORTAGE.test(refusal[0]) ? 'busy' : 'refused', reason: line(refusal[0]) };
  const how = ending.signal === null ? `with status ${ending.status}` : `by ${ending.signal}`;
  const error = errorLine(diagnostics);
  return { kind: 'broken', reason: `it ends at once ${how}${error === '' ? '' : ` (${error})`}` };
}

/** Why there was no process at all: what `spawn` threw or emitted. */
export function failureOfSpawn(error: NodeJS.ErrnoException): StartFailure {
  return { kind: BUSY_CODES.has(error.code ?? '') ? 'busy' : 'broken', reason: line(error.message) };
}

/** The line that names an error, or else the last one. */
function errorLine(diagnostics: string): string {
  const lines = diagnostics.split('\n').filter((text) => text.trim() !== '');
  return line(lines.find((text) => /^(?:Uncaught )?\w*Error\b/.test(text)) ?? lines.at(-1) ?? '');
}

function line(text: string): string {
  return sanitizeLine(text.trim().slice(0, 200)).replace(/\.$/, '');
}
