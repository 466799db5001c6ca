import ts from 'typescript';
import { type Edit, replaced } from './edit';
import { grouped } from './grouped';

/** What stands in an operator's place when it goes wrong. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '/=': ['*=', '='],
  '++': ['--'],
  '--': ['++'],
};

/** Operators of which one side may be forgotten. */
const TWO_SIDED = new Set(['+', '-', '*', '/', '%', '**', '&&', '||', '??']);
/** Operators whose sides make a difference. */
const DIRECTED = new Set(['-', '/', '%', '**']);

/** Another operator, an operand left out, the two the wrong way round. */
export function operators(node: ts.Node): readonly Edit[] {
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node);
  if (ts.isPostfixUnaryExpression(node)) {
    return others(node.getLastToken() as ts.Node);
  }
  return [];
}

function binary({ left, operatorToken, right }: ts.BinaryExpression): readonly Edit[] {
  const operator = operatorToken.getText();
  const whole = left.parent;
  const swapped = `${grouped(right)} ${operator} ${grouped(left)}`;
  return [
    ...others(operatorToken),
    ...(TWO_SIDED.has(operator) ? [left, right].map((side) => replaced('operand', whole, side.getText())) : []),
    ...(DIRECTED.has(operator) ? [replaced('operand', whole, swapped)] : []),
  ];
}

function prefix(node: ts.PrefixUnaryExpression): readonly Edit[] {
  const sign = node.operator;
  const counts = sign === ts.SyntaxKind.PlusPlusToken || sign === ts.SyntaxKind.MinusMinusToken;
  return counts ? others(node.getFirstToken() as ts.Node) : [replaced('operator', node, node.operand.getText())];
}

function others(token: ts.Node): readonly Edit[] {
  return (OTHERS[token.getText()] ?? []).map((other) => replaced('operator', token, other));
}
