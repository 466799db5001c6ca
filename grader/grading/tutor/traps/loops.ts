import ts from 'typescript';
import { quoted } from './code';
import type { Rule } from './rule';

/** A loop that counts something else than it asks for. */
export const endlessLoop: Rule = {
  id: 'endless-loop',
  find(code, { problem }) {
    if (problem === null || !('reason' in problem) || problem.reason !== 'timeout') return [];
    const counting = code.all(ts.isForStatement).flatMap((loop) => {
      const { condition, incrementor } = loop;
      if (condition === undefined || incrementor === undefined) return [];
      const changed = namesIn(incrementor);
      const asked = namesIn(condition);
      if (asked.some((name) => changed.includes(name)) || asked.some((name) => isChangedIn(loop.statement, name)))
        return [];
      return [
        code.sighting(
          loop,
          `This loop never ends: it asks about ${quoted(condition)} and changes ${quoted(incrementor)}`,
        ),
      ];
    });
    const waiting = code.all(ts.isWhileStatement).flatMap((loop) => {
      if (loop.expression.kind === ts.SyntaxKind.TrueKeyword) return [];
      if (namesIn(loop.expression).some((name) => isChangedIn(loop.statement, name))) return [];
      return [code.sighting(loop, `This loop never ends: nothing inside it changes ${quoted(loop.expression)}`)];
    });
    return [...counting, ...waiting];
  },
};

function namesIn(node: ts.Node): readonly string[] {
  const names: string[] = [];
  function visit(inner: ts.Node): void {
    if (ts.isIdentifier(inner)) names.push(inner.text);
    ts.forEachChild(inner, visit);
  }
  visit(node);
  return names;
}

function isChangedIn(body: ts.Node, name: string): boolean {
  const escaped = name.replace(/\W/g, '\\$&');
  return new RegExp(
    `\\b${escaped}\\b\\s*(?:[-+*/%]|\\*\\*)?=(?!=)|\\b${escaped}\\b\\s*(?:\\+\\+|--)|(?:\\+\\+|--)\\s*${escaped}\\b|\\b${escaped}\\b\\.(?:push|pop|shift|splice)`,
  ).test(body.getText());
}
