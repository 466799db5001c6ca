import ts from 'typescript';
import type { Input } from '../../../authoring/values';
import { type Code, quoted } from './code';
import { type Evidence, shows } from './evidence';
import { shapeOf } from './products';
import type { Rule } from './rule';

/** How arrays of arrays are made, and how not. */

/** `Array(n).fill([])`: all rows are one and the same. */
export const sharedRows: Rule = {
  id: 'shared-rows',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'wrong-kind')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: [row] }) => {
      if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'fill' || row === undefined) return [];
      if (!code.ranks.isArray(row) || !writesIntoRows(code)) return [];
      const made = expression.expression;
      const [size] = ts.isNewExpression(made) || ts.isCallExpression(made) ? (made.arguments ?? []) : [];
      return [
        code.sighting(
          expression.name,
          `fill(${quoted(row)}) puts one and the same array into every row, so that writing into one writes into all: write Array.from({ length: ${size === undefined ? 'n' : quoted(size)} }, () => ${quoted(row)})`,
        ),
      ];
    });
  },
};

/** Whether entries of rows are set, or pushed, anywhere: rows that are only read may be shared. */
function writesIntoRows(code: Code): boolean {
  return /\w\[[^\]]+\](?:\[[^\]]+\]\s*(?:[-+*/]|\*\*)?=(?!=)|\.(?:push|splice|unshift)\()/.test(code.text);
}

/** `Array(n).map(...)`: holes are passed over. */
export const arrayOfHoles: Rule = {
  id: 'array-of-holes',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'wrong-kind', 'threw', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression }) => {
      if (!ts.isPropertyAccessExpression(expression) || !['map', 'forEach', 'reduce'].includes(expression.name.text))
        return [];
      const made = expression.expression;
      const isHoles =
        (ts.isNewExpression(made) || ts.isCallExpression(made)) &&
        made.expression.getText() === 'Array' &&
        made.arguments?.length === 1 &&
        !ts.isSpreadElement(made.arguments[0]);
      if (!isHoles) return [];
      const size = quoted((made.arguments as ts.NodeArray<ts.Expression>)[0]);
      return [
        code.sighting(
          expression.name,
          `${quoted(made)} has holes and no entries, which ${expression.name.text} passes over: write Array.from({ length: ${size} }, (_, i) => ...)`,
        ),
      ];
    });
  },
};

/** `A = A.push(row)`: the new length. */
export const pushResult: Rule = {
  id: 'push-gives-length',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-kind', 'threw', 'not-finite', 'wrong-numbers', 'undefined')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const { expression, parent } = call;
      if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'push') return [];
      const isUsed =
        ts.isReturnStatement(parent) ||
        (ts.isBinaryExpression(parent) && parent.right === call) ||
        (ts.isVariableDeclaration(parent) && parent.initializer === call);
      if (!isUsed) return [];
      const array = quoted(expression.expression);
      return [
        code.sighting(
          call,
          `push returns the new length, not the array: write ${array}.push(...) on its own, and ${ts.isReturnStatement(parent) ? `return ${array} at the end` : `use ${array} after it`}`,
        ),
      ];
    });
  },
};

/** `[...Z]` and `Z.slice()`: the rows are still the caller's. */
export const shallowCopy: Rule = {
  id: 'shallow-copy',
  find(code, evidence) {
    if (!shows(evidence, 'changed-input')) return [];
    const copied = [
      ...code
        .all(ts.isSpreadElement)
        .filter(({ parent }) => ts.isArrayLiteralExpression(parent) && parent.elements.length === 1),
      ...code
        .all(ts.isPropertyAccessExpression)
        .filter(
          ({ name, parent }) => name.text === 'slice' && ts.isCallExpression(parent) && parent.arguments.length === 0,
        ),
    ];
    return copied.flatMap((node) => {
      if (code.ranks.of(node.expression) !== 2) return [];
      const matrix = quoted(node.expression);
      return [
        code.sighting(
          node,
          `This copies the list of rows, not the rows themselves, which are still those of ${matrix}: write ${matrix}.map((row) => [...row])`,
        ),
      ];
    });
  },
};

/** `const moved = params`, into which entries are written. */
export const noCopy: Rule = {
  id: 'no-copy',
  find(code, evidence) {
    if (!shows(evidence, 'changed-input', 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isVariableDeclaration).flatMap((made) => {
      const { name, initializer } = made;
      if (initializer === undefined || !ts.isIdentifier(initializer) || !ts.isIdentifier(name)) return [];
      const isWhole = code.ranks.isArray(initializer) || code.ranks.isRecord(initializer);
      const isWritten = new RegExp(`\\b${name.text}(?:\\[[^\\]]+\\])+\\s*(?:[-+*/])?=(?!=)`).test(code.text);
      if (!isWhole || !isWritten) return [];
      const text = quoted(initializer);
      const instead =
        isOfOneShape(evidence) || code.ranks.isRecord(initializer)
          ? `write structuredClone(${text})`
          : `make ${name.text} anew, with as many rows and columns as it should have`;
      return [
        code.sighting(
          made,
          `${name.text} is another name for ${text} and no copy, so writing into ${name.text} changes ${text}: ${instead}`,
        ),
      ];
    });
  },
};

/** Whether a result can be taken to have the shape of an argument: of several shapes it need not have any. */
function isOfOneShape({ cases, returnsList }: Evidence): boolean {
  const shapesOf = (inputs: readonly Input[]) => new Set(inputs.flatMap((one) => shapeOf(one)?.join() ?? []));
  return returnsList || cases.every((inputs) => shapesOf(inputs).size < 2);
}

/** `{ ...params }`: the matrices are still the caller's. */
export const shallowRecord: Rule = {
  id: 'shallow-copy',
  find(code, evidence) {
    if (!shows(evidence, 'changed-input', 'wrong-numbers')) return [];
    return code.all(ts.isSpreadAssignment).flatMap(({ expression, parent }) => {
      const made = parent.parent;
      if (parent.properties.length !== 1 || !ts.isVariableDeclaration(made)) return [];
      const name = made.name.getText();
      const isWritten = new RegExp(
        `\\b${name.replace(/\W/g, '\\$&')}(?:\\[[^\\]]+\\]|\\.\\w+)+\\[[^\\]]+\\]\\s*(?:[-+*/])?=(?!=)`,
      ).test(code.text);
      if (!isWritten) return [];
      const text = quoted(expression);
      return [
        code.sighting(
          parent,
          `{ ...${text} } copies the names, not the matrices: they are the same arrays in both, so writing into ${name} changes ${text} as well; write structuredClone(${text})`,
        ),
      ];
    });
  },
};
