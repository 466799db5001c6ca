import ts from 'typescript';
import { bare, type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import type { Rule } from './rule';

/** A loop that counts something else than it asks for. */
export const endlessLoop: Rule = {
  id: 'endless-loop',
  find(code, { problem }) {
    if (problem === null || !('reason' in problem) || problem.reason !== 'timeout') return [];
    const counting = code.all(ts.isForStatement).flatMap((loop) => {
      const { condition, incrementor } = loop;
      if (condition === undefined || incrementor === undefined) return [];
      const asked = namesIn(condition);
      if ([incrementor, loop.statement].some((part) => asked.some((name) => isChangedIn(part, name)))) return [];
      const changes = namesIn(incrementor).some((name) => isChangedIn(incrementor, name));
      const why = changes
        ? `it asks about ${quoted(condition)} and changes ${quoted(incrementor)}`
        : `${quoted(incrementor)} changes nothing`;
      return [code.sighting(loop, `This loop never ends: ${why}`)];
    });
    const waiting = code.all(ts.isWhileStatement).flatMap((loop) => {
      if (loop.expression.kind === ts.SyntaxKind.TrueKeyword) return [];
      if (namesIn(loop.expression).some((name) => isChangedIn(loop.statement, name))) return [];
      return [code.sighting(loop, `This loop never ends: nothing inside it makes ${quoted(loop.expression)} false`)];
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

/** `for (let j = 0; j < n; i++)`. */
export const countsAnother: Rule = {
  id: 'counts-another',
  find: (code) =>
    code.all(ts.isForStatement).flatMap((loop) => {
      const { initializer, condition, incrementor, statement } = loop;
      if (initializer === undefined || condition === undefined || incrementor === undefined) return [];
      const begun = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
      const [own] = begun.map(({ name }) => name.getText());
      const counted = ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor);
      if (begun.length !== 1 || !counted || !ts.isIdentifier(incrementor.operand)) return [];
      const other = incrementor.operand.text;
      if (other === own || !namesIn(condition).includes(own) || isChangedIn(statement, own)) return [];
      const written = incrementor.getText().replace(other, own);
      return [code.sighting(loop, `This loop begins with ${own} and counts ${other}: write ${written}`)];
    }),
};

/** `let s = 0`, around a loop. */
function sumAround(name: ts.Expression, loop: ts.Node): ts.VariableDeclaration | null {
  const declared = ts.isIdentifier(name) ? declarationOf(name) : null;
  const isZero = declared !== null && ts.isVariableDeclaration(declared) && declared.initializer?.getText() === '0';
  return isZero && !(declared.pos >= loop.pos && declared.end <= loop.end) ? declared : null;
}

function usesOf(code: Code, declared: ts.Node, within: ts.Node): readonly ts.Identifier[] {
  return code
    .all(ts.isIdentifier)
    .filter((use) => use.pos >= within.pos && use.end <= within.end && declarationOf(use) === declared);
}

/** `for (...) s = a[k] * b[k];`, or `C[i][j] = ...` there. */
export const setAnew: Rule = {
  id: 'sum-set-anew',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isForStatement).flatMap((loop) => {
      const { statement } = loop;
      const [last, ...before] = ts.isBlock(statement) ? [...statement.statements].reverse() : [statement];
      if (last === undefined || !ts.isExpressionStatement(last)) return [];
      const set = last.expression;
      if (!ts.isBinaryExpression(set) || set.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
      // Where more is done than that, a product is meant to be added; all else may be the last of several.
      if (before.length > 0 && productOf(set.right) === null) return [];
      if (!isSumIn(code, set, loop) && (before.length > 0 || !isSameEntry(set, loop))) return [];
      const name = quoted(set.left);
      return [
        code.sighting(
          set,
          `${name} = ... sets ${name} anew each time, so that only the last is left: to add up write ${name} += ...`,
        ),
      ];
    });
  },
};

/** Whether a variable that is 0 before the loop is set to something else, and not read. */
function isSumIn(code: Code, { left, right }: ts.BinaryExpression, { statement }: ts.ForStatement): boolean {
  const declared = sumAround(left, statement);
  return declared !== null && usesOf(code, declared, statement).length === 1 && !ts.isNumericLiteral(right);
}

/** A product, or the one that a variable was made as. */
function productOf(node: ts.Node): ts.BinaryExpression | null {
  const made = bare(node);
  if (ts.isBinaryExpression(made)) return made.operatorToken.kind === ts.SyntaxKind.AsteriskToken ? made : null;
  const declared = ts.isIdentifier(made) ? declarationOf(made) : null;
  const isMade = declared !== null && ts.isVariableDeclaration(declared) && declared.initializer !== undefined;
  return isMade && !ts.isIdentifier(bare(declared.initializer)) ? productOf(declared.initializer) : null;
}

/** Whether an entry is set that is the same each time, to a product of what the loop counts, and not read. */
function isSameEntry({ left, right }: ts.BinaryExpression, { initializer }: ts.ForStatement): boolean {
  if (!ts.isElementAccessExpression(left) || initializer === undefined) return false;
  const product = productOf(right);
  if (product === null) return false;
  const counted = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations.map(({ name }) => name.getText())
    : [];
  const isCounted = (part: ts.Node) => namesIn(part).some((name) => counted.includes(name));
  return isCounted(product.left) && isCounted(product.right) && !isCounted(left) && !/\+\+|--/.test(left.getText());
}

/** `let s = 0` before the loops over rows and columns, and never again. */
export const neverReset: Rule = {
  id: 'sum-goes-on',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isForStatement).flatMap((outer) => {
      const inner = ts.isBlock(outer.statement) ? outer.statement.statements.filter(ts.isForStatement) : [];
      return inner.flatMap(({ statement }) => {
        const sums = code
          .all(ts.isBinaryExpression)
          .filter(
            ({ pos, end, operatorToken }) =>
              pos >= statement.pos && end <= statement.end && operatorToken.getText() === '+=',
          );
        return sums.flatMap(({ left }) => {
          const declared = sumAround(left, outer);
          if (declared === null) return [];
          const uses = usesOf(code, declared, outer);
          const isKept = uses.some(({ pos, parent }) => pos >= statement.end && isKeptBy(parent));
          const isSetBack = uses.some(({ parent }) => isSet(parent, left.getText()));
          if (!isKept || isSetBack) return [];
          const name = left.getText();
          return [
            code.sighting(
              left,
              `${name} is never set back to 0, so that each sum goes on where the one before it ended: write let ${name} = 0 inside the loop around this one`,
            ),
          ];
        });
      });
    });
  },
};

/** `for (...) { sum += e; row.push(e / sum); }`, or the same in a map. */
export const dividedWhileAdding: Rule = {
  id: 'divided-while-adding',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isBinaryExpression).flatMap((division) => {
      const { left, right, operatorToken } = division;
      if (operatorToken.kind !== ts.SyntaxKind.SlashToken || !ts.isIdentifier(right)) return [];
      const turn = loopAround(division) ?? mapAround(division);
      const declared = turn === null ? null : sumAround(right, turn);
      if (turn === null || declared === null || !(isKeptBy(division.parent) || isGivenBy(turn, division))) return [];
      const added = usesOf(code, declared, turn).find(
        (use) => ts.isBinaryExpression(use.parent) && use.parent.operatorToken.getText() === '+=',
      );
      const isShare = added !== undefined && (loopAround(added) ?? mapAround(added)) === turn && isAddedTo(added, left);
      if (!isShare) return [];
      const { text } = right;
      return [
        code.sighting(
          division,
          `${text} still grows here, so that only the last entry is divided by all of it: divide when the sum is complete, in a loop or map of its own`,
        ),
      ];
    });
  },
};

/** The function around a node, when a map calls it for each entry. */
function mapAround(node: ts.Node): ts.ArrowFunction | ts.FunctionExpression | null {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    const { parent } = node;
    return ts.isCallExpression(parent) && /\.map$/.test(parent.expression.getText()) ? node : null;
  }
  return ts.isSourceFile(node) ? null : mapAround(node.parent);
}

/** Whether a function gives a value back as it is. */
const isGivenBy = (made: ts.Node, value: ts.Node) =>
  ts.isFunctionLike(made) &&
  (ts.isReturnStatement(value.parent) || (ts.isArrowFunction(made) && bare(made.body) === value));

/** Whether the very value is added that is divided. */
function isAddedTo({ parent }: ts.Identifier, divided: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && bare(parent.right).getText() === bare(divided).getText();
}

/** Whether a value becomes an entry of an array as it is. */
function isKeptBy(parent: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return /\.push$/.test(parent.expression.getText());
  return (
    ts.isBinaryExpression(parent) && ts.isElementAccessExpression(parent.left) && parent.operatorToken.getText() === '='
  );
}

const isSet = (parent: ts.Node, name: string) =>
  ts.isBinaryExpression(parent) && parent.operatorToken.getText() === '=' && parent.left.getText() === name;

/** `const row = []` before the loop that fills it and pushes it. */
export const rowOutside: Rule = {
  id: 'one-row-for-all',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'wrong-kind', 'not-finite')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const [row, ...others] = call.arguments;
      if (!/\.push$/.test(call.expression.getText()) || row === undefined || others.length > 0 || !ts.isIdentifier(row))
        return [];
      const declared = declarationOf(row);
      const loop = loopAround(call);
      if (declared === null || loop === null || !ts.isVariableDeclaration(declared)) return [];
      const { initializer } = declared;
      const isOutside =
        declared.end <= loop.pos && initializer !== undefined && ts.isArrayLiteralExpression(initializer);
      const uses = usesOf(code, declared, loop);
      const isFilled = uses.some(
        ({ parent: { parent } }) => ts.isCallExpression(parent) && parent.expression.getText() === `${row.text}.push`,
      );
      if (!isOutside || !isFilled || uses.some(({ parent }) => isSet(parent, row.text))) return [];
      if (loopAround(declared) !== null) {
        const sentence = `${quoted(call)} stands in the loop that fills ${row.text}, so that ${row.text} is pushed once for each entry: write it after that loop's closing brace`;
        return [code.sighting(call, sentence)];
      }
      return [
        code.sighting(
          declared,
          `There is one ${row.text} only, and it is pushed again and again, longer each time: write const ${row.text} inside the loop`,
        ),
      ];
    });
  },
};

function loopAround(node: ts.Node): ts.Node | null {
  if (ts.isFunctionLike(node) || ts.isSourceFile(node)) return null;
  return ts.isForStatement(node) || ts.isForOfStatement(node) ? node : loopAround(node.parent);
}
