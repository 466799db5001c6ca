import type { Submission } from '../../../submission/submission';
import type { TypeChecker } from '../../../submission/typeChecker';
import { sanitizeLine } from '../../../text/sanitize';
import type { Runnable } from '../../run';
import type { Trap } from './rule';

/** A line of an answer. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

/**
 * What TypeScript says against the lines on which an answer goes wrong. Elsewhere a type error says nothing about that,
 * as it runs all the same.
 *
 * @param lines those that go wrong, but for those that a trap is named on
 */
export function typeErrorsOn(
  lines: readonly Line[],
  { program }: Runnable,
  submission: Submission,
  types: TypeChecker,
): readonly Trap[] {
  if (lines.length === 0) return [];
  const sources = new Map(
    program.modules.flatMap(({ id, sealed }) => {
      const text = sealed === true ? undefined : submission.parsed(id)?.text;
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
  const files = [...new Set(lines.map(({ file }) => file))].filter((file) => sources.has(file));
  return files.flatMap((file) =>
    types
      .problems(file, sources)
      .filter((problem) => lines.some((one) => one.file === file && one.line === problem.line))
      .slice(0, 1)
      .map(({ line, message }) => ({
        id: 'type-error',
        file,
        line,
        sentence: `TypeScript says: ${sanitizeLine(message)}`,
      })),
  );
}
