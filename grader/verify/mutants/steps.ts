import ts from 'typescript';
import type { Input } from '../../authoring/values';
import { countNumbers } from '../../sandbox/host/pack';

/**
 * Loops that never end are stopped by counting, so that a mutant comes out the same on a slow machine: every round of
 * a loop is a step, and a call may take a limited number of them.
 */

const STEPS = 10_000;
const STEPS_FOR_A_NUMBER = 100;

/** What a program that counts its steps calls in each round of a loop. */
export const STEP = '__step';

export class Steps {
  private left = STEPS;
  /** Whether there were too many. */
  exhausted = false;

  /** Begins a call. */
  begin(inputs: readonly Input[]): void {
    this.left = inputs.reduce<number>((sum, input) => sum + STEPS_FOR_A_NUMBER * countNumbers(input), STEPS);
  }

  /** @throws RangeError when there were too many */
  readonly step = (): void => {
    if (this.left-- > 0) return;
    this.exhausted = true;
    throw new RangeError('this never ends');
  };
}

/** `code` with a call of `__step` at the beginning of each round of its loops. */
export function countingSteps(code: string): string {
  const file = ts.createSourceFile('program.js', code, ts.ScriptTarget.ES2022, true);
  const insertions: { readonly at: number; readonly text: string }[] = [];
  function visit(node: ts.Node): void {
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      insertions.push({ at: statement.getStart(), text: `{ ${STEP}(); ` });
      ts.forEachChild(node, visit);
      insertions.push({ at: statement.end, text: ' }' });
    } else ts.forEachChild(node, visit);
  }
  visit(file);
  insertions.sort((a, b) => a.at - b.at);
  const places = [0, ...insertions.map(({ at }) => at)];
  return places.map((from, i) => (insertions[i - 1]?.text ?? '') + code.slice(from, places[i + 1])).join('');
}
