import ts from 'typescript';
import { shows } from './evidence';
import type { Rule } from './rule';

/** A loop that is left in its first round. */
export const returnInLoop: Rule = {
  id: 'return-in-loop',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'wrong-kind', 'undefined', 'not-finite')) return [];
    return code.all(ts.isReturnStatement).flatMap((statement) => {
      const loop = loopAround(statement);
      const { expression } = statement;
      // What push returns is wrong anywhere.
      if (loop === null || expression === undefined || /\.push\(/.test(expression.getText())) return [];
      return [
        code.sighting(
          statement,
          `This return ends the whole function in the first round of the loop on line ${code.lineOf(loop)}: write it after the loop's closing brace`,
        ),
      ];
    });
  },
};

/** The loop whose every round ends with the statement; null when there is none. */
function loopAround(statement: ts.ReturnStatement): ts.Node | null {
  const { parent } = statement;
  const loop = ts.isBlock(parent) ? parent.parent : parent;
  return ts.isForStatement(loop) || ts.isForOfStatement(loop) || ts.isForInStatement(loop) || ts.isWhileStatement(loop)
    ? loop
    : null;
}
