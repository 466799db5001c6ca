import type { SourceMap } from 'node:module';
import type { Position } from './compile';

/** A place in one of a submission's files. */
export interface Place extends Position {
  readonly id: string;
}

/** Characters of a stack's line that may be a frame; the text before the frames is the learner's, of any length. */
const MAX_FRAME = 500;

/**
 * The topmost frame of a V8 stack trace that lies in one of a submission's files, in positions of the TypeScript.
 *
 * @param sourceMap the source map of a file, null for files that are not the submission's
 */
export function placeInStack(stack: string, sourceMap: (id: string) => SourceMap | null): Place | null {
  for (const line of stack.split('\n')) {
    if (line.length > MAX_FRAME) continue;
    const match = /^(?:\s+at .*?\(?)?([^\s()]+?):(\d+)(?::(\d+))?\)?$/.exec(line);
    if (match === null) continue;
    const [, id, lineText, columnText] = match;
    const map = sourceMap(id);
    if (map !== null) return placeInSource(id, map, Number(lineText), Number(columnText ?? 1));
  }
  return null;
}

function placeInSource(id: string, map: SourceMap, line: number, column: number): Place | null {
  const entry = map.findEntry(line - 1, column - 1);
  return 'originalLine' in entry ? { id, line: entry.originalLine + 1, column: entry.originalColumn + 1 } : null;
}
