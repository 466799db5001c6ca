import ts from 'typescript';
import { type Code, quoted } from './code';
import { declarationAround, declarationOf } from './declarations';
import { shows } from './evidence';
import type { Rule } from './rule';

const ADDS = new Set([
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
]);

/** `let total;` that is added to before it is set. */
export const neverSet: Rule = {
  id: 'never-set',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'undefined', 'wrong-numbers', 'text')) return [];
    return code.all(ts.isVariableDeclaration).flatMap((declaration) => {
      const { name, initializer, parent } = declaration;
      if (initializer !== undefined || !ts.isIdentifier(name) || !ts.isVariableStatement(parent.parent)) return [];
      const first = code
        .all(ts.isIdentifier)
        .find((use) => use.text === name.text && use !== name && declarationOf(use) === declaration);
      if (first === undefined || !isAddedTo(first)) return [];
      return [
        code.sighting(
          declaration,
          `${name.text} is undefined until it is set, and undefined plus a number is NaN: write let ${name.text} = 0`,
        ),
      ];
    });
  },
};

/** Whether the first thing that happens to a variable is `total += x` or `total = total + x`. */
function isAddedTo(use: ts.Identifier): boolean {
  const { parent } = use;
  if (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent) || parent.left !== use) return false;
  if (ADDS.has(parent.operatorToken.kind)) return true;
  const isSet = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return (
    isSet &&
    ts.isBinaryExpression(parent.right) &&
    [parent.right.left, parent.right.right].some((side) => side.getText() === use.text)
  );
}

/** `let sum` within a loop, and another `sum` around it that stays as it was. */
export const shadowed: Rule = {
  id: 'declared-anew',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'undefined')) return [];
    return code.all(ts.isVariableDeclaration).flatMap((inner) => {
      const { name, parent } = inner;
      const block = parent.parent.parent;
      if (!ts.isIdentifier(name) || !ts.isVariableStatement(parent.parent) || !ts.isBlock(block)) return [];
      const outer = outerOf(name, block);
      if (outer === null) return [];
      const uses = code.all(ts.isIdentifier).filter((use) => use.text === name.text && declarationOf(use) === outer);
      const isSet = uses.some(
        ({ parent: of }) =>
          ts.isBinaryExpression(of) && of.left.getText() === name.text && of.operatorToken.getText().endsWith('='),
      );
      const isReadLater = uses.some((use) => use.pos > block.end);
      if (isSet || !isReadLater) return [];
      return [
        code.sighting(
          inner,
          `${parent.getText().split(' ')[0]} makes a new ${name.text} within these braces, and the ${name.text} around them stays as it was: leave ${parent.getText().split(' ')[0]} out here`,
        ),
      ];
    });
  },
};

/** The variable of the same name, and of the same function, outside of a loop's braces. */
function outerOf(name: ts.Identifier, block: ts.Block): ts.VariableDeclaration | null {
  const isLoop = ts.isIterationStatement(block.parent, false) || ts.isIfStatement(block.parent);
  const outside = isLoop ? declarationAround(name.text, block.parent) : null;
  return outside !== null && ts.isVariableDeclaration(outside) ? outside : null;
}

/** `sums[j] += x` on an array that begins empty. */
export const emptyEntries: Rule = {
  id: 'entry-never-set',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'text', 'wrong-numbers')) return [];
    return code.all(ts.isBinaryExpression).flatMap(({ left, operatorToken }) => {
      if (!ADDS.has(operatorToken.kind) || !ts.isElementAccessExpression(left)) return [];
      if (!beginsEmpty(left, code)) return [];
      const entry = quoted(left);
      return [
        code.sighting(
          left,
          `${entry} is undefined until it is set, and undefined plus a number is NaN: begin with ${entry} = 0, or fill the array with zeros`,
        ),
      ];
    });
  },
};

/** Whether an entry's array has no entries when they are first added to, and none is set by `=`. */
function beginsEmpty({ expression }: ts.ElementAccessExpression, code: Code): boolean {
  const text = expression.getText();
  const sets = code
    .all(ts.isBinaryExpression)
    .filter(({ operatorToken: { kind } }) => kind === ts.SyntaxKind.EqualsToken);
  const isFilled = sets.some(({ left }) => ts.isElementAccessExpression(left) && left.expression.getText() === text);
  if (isFilled || new RegExp(`${text.replace(/[^\w]/g, '\\$&')}\\.(?:push|fill)\\b`).test(code.text)) return false;
  if (ts.isIdentifier(expression)) {
    const declared = declarationOf(expression);
    return declared !== null && ts.isVariableDeclaration(declared) && isEmptyArray(declared.initializer);
  }
  return sets.some(({ left, right }) => left.getText() === text && isEmptyArray(right));
}

function isEmptyArray(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  const isNew = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isNew && node.expression.getText() === 'Array' && (node.arguments?.length ?? 0) < 2;
}

/** `for (let z of row) z = 0`: a new value for the loop's own name. */
export const loopVariable: Rule = {
  id: 'loop-variable-set',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isBinaryExpression).flatMap(({ left, operatorToken: { kind } }) => {
      const isSet = kind === ts.SyntaxKind.EqualsToken || ADDS.has(kind);
      if (!isSet || !ts.isIdentifier(left)) return [];
      const whole = itemOf(left);
      const isRead = code
        .all(ts.isIdentifier)
        .some(
          (use) => use.text === left.text && use.pos > left.parent.end && declarationOf(use) === declarationOf(left),
        );
      if (whole === null || isRead) return [];
      const [name, array] = [left.text, quoted(whole)];
      return [
        code.sighting(
          left,
          `${name} is only a name for an entry of ${array}, and a new value for it leaves ${array} as it was: make a new array, with ${array}.map((${name}) => ...)`,
        ),
      ];
    });
  },
};

/** The array whose item a name is, in a loop or in forEach; null when it is none. */
function itemOf(name: ts.Identifier): ts.Expression | null {
  const declared = declarationOf(name);
  if (declared === null) return null;
  if (ts.isVariableDeclaration(declared)) {
    const loop = declared.parent.parent;
    return ts.isForOfStatement(loop) ? loop.expression : null;
  }
  if (!ts.isParameter(declared) || declared.parent.parameters[0] !== declared) return null;
  const call = declared.parent.parent;
  const isForEach =
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'forEach';
  return isForEach ? (call.expression as ts.PropertyAccessExpression).expression : null;
}

/** `total =+ x`. */
export const plusWrongWayRound: Rule = {
  id: 'plus-after-equals',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isBinaryExpression).flatMap((node) => {
      const { operatorToken, right } = node;
      if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPrefixUnaryExpression(right)) return [];
      const sign =
        right.operator === ts.SyntaxKind.PlusToken ? '+' : right.operator === ts.SyntaxKind.MinusToken ? '-' : null;
      const isTight =
        sign !== null && code.text.slice(operatorToken.getStart(), right.operand.getStart()).startsWith(`=${sign} `);
      if (!isTight) return [];
      return [
        code.sighting(
          operatorToken,
          `=${sign} sets the variable anew, to ${sign}${quoted(right.operand)}: to add to it, write ${sign}=`,
        ),
      ];
    });
  },
};
