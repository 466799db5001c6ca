import ts from 'typescript';
import { declarationOf } from './declarations';

/**
 * How many indices an expression takes until a number is left: a number none, a row one, a matrix two. Null where the
 * source alone does not tell. Far less than a type checker knows, and at a hundredth of its time.
 */
export type Rank = number | null;

/** Of numbers, exercises' matrices, and what arrays have. */
export interface Known {
  /** Ranks of the parameters of the exercise's own function; `record` for matrices by name. */
  readonly parameters: readonly (Rank | 'record')[];
  readonly exercise: string;
  readonly exercises: readonly string[];
}

const KEEPS = new Set(['filter', 'slice', 'sort', 'reverse', 'concat', 'toSorted', 'toReversed', 'with', 'splice']);
const NUMBERS = new Set(['indexOf', 'findIndex', 'lastIndexOf', 'push', 'unshift']);
const EACH = new Set(['map', 'forEach', 'filter', 'some', 'every', 'find', 'findIndex', 'flatMap']);
/** Functions of mathjs that make one number of one argument. */
const ONE_NUMBER = new Set(['sum', 'mean', 'min', 'max', 'std', 'variance', 'median', 'prod', 'norm']);

/** How deep a name is followed to where it comes from. */
const MAX_DEPTH = 12;

export class Ranks {
  constructor(private readonly known: Known) {}

  of(node: ts.Expression, depth = 0): Rank {
    if (depth > MAX_DEPTH) return null;
    const next = (inner: ts.Expression) => this.of(inner, depth + 1);
    if (ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return 0;
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return next(node.expression);
    if (ts.isArrayLiteralExpression(node)) return this.ofArray(node, depth);
    if (ts.isIdentifier(node)) return this.ofName(node, depth);
    if (ts.isPropertyAccessExpression(node))
      return node.name.text === 'length' || node.expression.getText() === 'Math'
        ? 0
        : this.isRecord(node.expression, depth + 1)
          ? 2
          : null;
    if (ts.isElementAccessExpression(node)) {
      if (this.isRecord(node.expression, depth + 1)) return 2;
      const { kind } = node.argumentExpression;
      return kind === ts.SyntaxKind.BinaryExpression && node.argumentExpression.getText().includes(',')
        ? null
        : less(next(node.expression));
    }
    if (ts.isConditionalExpression(node)) return same(next(node.whenTrue), next(node.whenFalse));
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) return this.ofCall(node, depth);
    return null;
  }

  /** Whether an expression is an array for sure. */
  isArray(node: ts.Expression): boolean {
    return (this.of(node) ?? 0) > 0;
  }

  /** Whether an expression is the record of matrices that the exercise is handed, or a copy of it. */
  isRecord(node: ts.Expression, depth = 0): boolean {
    if (depth > MAX_DEPTH) return false;
    if (ts.isObjectLiteralExpression(node)) {
      const [first] = node.properties;
      return first !== undefined && ts.isSpreadAssignment(first) && this.isRecord(first.expression, depth + 1);
    }
    if (ts.isCallExpression(node))
      return node.expression.getText() === 'structuredClone' && this.isRecord(node.arguments[0], depth + 1);
    const declared = ts.isIdentifier(node) ? declarationOf(node) : null;
    if (declared === null) return false;
    if (ts.isParameter(declared)) return this.ownRank(declared) === 'record';
    return (
      ts.isVariableDeclaration(declared) &&
      declared.initializer !== undefined &&
      this.isRecord(declared.initializer, depth + 1)
    );
  }

  private ofArray({ elements }: ts.ArrayLiteralExpression, depth: number): Rank {
    const [first] = elements;
    if (first === undefined) return 1;
    if (ts.isSpreadElement(first)) return this.of(first.expression, depth + 1);
    return 1 + (this.of(first, depth + 1) ?? 0);
  }

  private ofCall(node: ts.CallExpression | ts.NewExpression, depth: number): Rank {
    const { expression, arguments: given = ts.factory.createNodeArray<ts.Expression>() } = node;
    const text = expression.getText();
    if (text === 'Array') return 1;
    if (text === 'Array.from') return given.length < 2 ? this.of(given[0], depth + 1) : this.mapped(given[1], depth);
    if (text.startsWith('Math.')) return 0;
    if (ts.isPropertyAccessExpression(expression)) return this.ofMethod(expression, given, depth);
    if (!ts.isIdentifier(expression)) return null;
    if (this.known.exercises.includes(text)) return /Loss|Entropy/.test(text) ? 0 : null;
    const declared = declarationOf(expression);
    if (declared === null) return null;
    if (ts.isImportSpecifier(declared)) return ONE_NUMBER.has(text) && given.length === 1 ? 0 : null;
    return this.returned(declared, depth);
  }

  private ofMethod(
    { expression, name: { text: method } }: ts.PropertyAccessExpression,
    given: readonly ts.Expression[],
    depth: number,
  ): Rank {
    if (method === 'map') return this.mapped(given[0], depth);
    if (KEEPS.has(method)) return this.of(expression, depth + 1);
    if (NUMBERS.has(method)) return 0;
    if (method === 'flat') return 1;
    if (method === 'fill' && given.length > 0) return 1 + (this.of(given[0], depth + 1) ?? 0);
    if (method === 'reduce' && given.length > 1) return this.of(given[1], depth + 1);
    return method === 'reduce' || method === 'pop' || method === 'at' ? less(this.of(expression, depth + 1)) : null;
  }

  /** One more than what a callback returns; at least an array. */
  private mapped(callback: ts.Expression | undefined, depth: number): Rank {
    return 1 + ((callback === undefined ? null : this.returned(callback, depth)) ?? 0);
  }

  private returned(node: ts.Node, depth: number): Rank {
    const made = ts.isVariableDeclaration(node) && node.initializer !== undefined ? node.initializer : node;
    if (!ts.isFunctionLike(made) || !('body' in made) || made.body === undefined) return null;
    if (made.type !== undefined) return ofType(made.type);
    if (!ts.isBlock(made.body as ts.Node)) return this.of(made.body as ts.Expression, depth + 1);
    const [last] = (made.body as ts.Block).statements.slice(-1);
    return last !== undefined && ts.isReturnStatement(last) && last.expression !== undefined
      ? this.of(last.expression, depth + 1)
      : null;
  }

  private ofName(name: ts.Identifier, depth: number): Rank {
    const declared = declarationOf(name);
    if (declared === null) return null;
    if (ts.isParameter(declared)) return this.ofParameter(declared, depth);
    if (ts.isBindingElement(declared)) return this.ofPart(declared, depth);
    if (!ts.isVariableDeclaration(declared)) return null;
    const typed = declared.type === undefined ? null : ofType(declared.type);
    if (typed !== null) return typed;
    if (declared.initializer !== undefined) return this.of(declared.initializer, depth + 1);
    const loop = declared.parent.parent;
    return ts.isForOfStatement(loop) ? less(this.of(loop.expression, depth + 1)) : null;
  }

  /** An item of a list that is taken apart: `[first]`. */
  private ofPart({ parent, dotDotDotToken }: ts.BindingElement, depth: number): Rank {
    if (!ts.isArrayBindingPattern(parent) || dotDotDotToken !== undefined) return null;
    const whole = parent.parent;
    if (ts.isParameter(whole)) return less(this.ofParameter(whole, depth));
    if (!ts.isVariableDeclaration(whole)) return null;
    const loop = whole.parent.parent;
    if (ts.isForOfStatement(loop)) return less(less(this.of(loop.expression, depth + 1)));
    return whole.initializer === undefined ? null : less(this.of(whole.initializer, depth + 1));
  }

  private ofParameter(parameter: ts.ParameterDeclaration, depth: number): Rank {
    const typed = parameter.type === undefined ? null : ofType(parameter.type);
    if (typed !== null) return typed;
    const own = this.ownRank(parameter);
    if (own !== undefined) return own === 'record' ? null : own;
    const owner = parameter.parent;
    const place = owner.parameters.indexOf(parameter);
    const call = owner.parent;
    if (!ts.isCallExpression(call) || call.arguments[0] !== owner) return null;
    const { expression } = call;
    if (!ts.isPropertyAccessExpression(expression)) return null;
    return this.ofCallbackParameter(expression, call, place, depth);
  }

  /** What a parameter of the exercise's own function is; undefined for those of other functions. */
  private ownRank(parameter: ts.ParameterDeclaration): Rank | 'record' | undefined {
    const owner = parameter.parent;
    const { name } = (ts.isFunctionDeclaration(owner) ? owner : owner.parent) as { readonly name?: ts.Node };
    if (name?.getText() !== this.known.exercise) return undefined;
    return this.known.parameters[owner.parameters.indexOf(parameter)] ?? null;
  }

  private ofCallbackParameter(
    { expression, name }: ts.PropertyAccessExpression,
    call: ts.CallExpression,
    place: number,
    depth: number,
  ): Rank {
    const whole = this.of(expression, depth + 1);
    if (EACH.has(name.text)) return [less(whole), 0, whole][place] ?? null;
    if (name.text !== 'reduce') return null;
    const start = call.arguments[1];
    const first = start === undefined ? less(whole) : this.of(start, depth + 1);
    return [first, less(whole), 0, whole][place] ?? null;
  }
}

function ofType(type: ts.TypeNode): Rank {
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 0;
  if (ts.isArrayTypeNode(type)) return more(ofType(type.elementType));
  if (ts.isTypeOperatorNode(type)) return ofType(type.type);
  return type.getText() === 'Matrix' ? 2 : null;
}

const more = (rank: Rank) => (rank === null ? null : rank + 1);
const less = (rank: Rank) => (rank === null || rank === 0 ? null : rank - 1);
const same = (a: Rank, b: Rank) => (a === b ? a : null);
