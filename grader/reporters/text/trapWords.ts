import type { ExerciseReport, Trap } from '../../grading/report';

/** Of several traps, so many are shown where room is short: the first often explains the others. */
const MAX_SHOWN = 2;

/** The traps of the language that an answer fell into, a sentence each: `Line 5: Math.max(row) is NaN, ...`. */
export function trapWords(exercise: ExerciseReport, all = false): readonly string[] {
  return shownTraps(exercise, all).map((trap) => `${whereIs(trap, exercise.file)}: ${trap.sentence}${endOf(trap)}`);
}

/** Those that are shown: the first few, or all. */
export function shownTraps({ traps = [] }: ExerciseReport, all = false): readonly Trap[] {
  return traps.slice(0, all ? traps.length : MAX_SHOWN);
}

/** The line, with its file where that is not the exercise's own. */
function whereIs(trap: Trap, file: string): string {
  return trap.file === file ? `Line ${trap.line}` : `${trap.file}:${trap.line}`;
}

function endOf({ sentence }: Trap): string {
  return /[.?!]$/.test(sentence) ? '' : '.';
}
