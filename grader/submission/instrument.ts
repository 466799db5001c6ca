import ts from 'typescript';
import type { Position } from './compile';
import { isAssignment, isCompound, namesIn, rootName, unwrapped } from './expressions';
import { doing, functionName, isCounting, isErased, isLiteral, isOperand, isRead, isRecorded } from './recordable';

/** An expression of a source whose values are recorded. */
export interface Site extends Position {
  /** Its number, by which the program names it. */
  readonly id: number;
  readonly file: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** As it is written, types left out around it. */
  readonly code: string;
  /** What its value is assigned to, as it is written; null when it is not. */
  readonly name: string | null;
  /** The variables that its value goes into, or into a part of which. */
  readonly into: readonly string[];
  /** A value that is only read: a variable, or an entry of one. */
  readonly reads: string | null;
  /** What is done there: an operator, a function's name, or the kind of expression. */
  readonly does: string;
  /** The recorded expression that it is a part of. */
  readonly parent: number | null;
  /** The recorded expressions that it is made of, in order. */
  readonly parts: readonly number[];
  /** The functions among a call's arguments, or the one that it names: numbers of `Site.within`. */
  readonly callbacks: readonly number[];
  /** The function whose code it is, 0 outside of all. */
  readonly within: number;
  /** Whether it is what that function returns. */
  readonly returned: boolean;
  /** Whether it is a condition on which depends what is done next. */
  readonly condition: boolean;
}

/** A source that says what it does, and where. */
export interface Instrumented {
  readonly text: string;
  readonly sites: readonly Site[];
}

type Draft = { -readonly [K in keyof Site]: Site[K] } & { parts: number[]; callbacks: number[] };

/** What an expression's value is for. */
interface Use {
  readonly name?: string;
  readonly into?: readonly string[];
  readonly returned?: boolean;
  readonly condition?: boolean;
}

/** Where a walk is: the function, and the recorded expression that what comes next is a part of. */
interface Context {
  readonly within: number;
  readonly parent: Draft | null;
}

/**
 * The source with each expression inside a call of `recorder`, which gets the number of the expression and its value
 * and hands the value on. What the program does stays the same: what is called on an object is still called on it, what is
 * skipped is still skipped.
 *
 * @param recorder a name that the source does not hold
 * @param first the number of its first site
 */
export function instrument(source: string, file: string, recorder: string, first = 0): Instrumented {
  const tree = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022, true);
  return new Walk(tree, source, file, recorder, first).done();
}

class Walk {
  private readonly sites: Draft[] = [];
  private readonly insertions: { readonly at: number; readonly text: string }[] = [];
  private functions = 0;
  private readonly functionNames = new Map<string, number>();
  private readonly calls: { readonly site: Draft; readonly name: string }[] = [];

  constructor(
    private readonly tree: ts.SourceFile,
    private readonly source: string,
    private readonly file: string,
    private readonly recorder: string,
    private readonly first: number,
  ) {}

  done(): Instrumented {
    this.visit(this.tree, { within: 0, parent: null });
    for (const { site, name } of this.calls) {
      const called = this.functionNames.get(name);
      if (called !== undefined) site.callbacks.push(called);
    }
    // What begins or ends at the same place is inserted in the order of the walk.
    const sorted = this.insertions.sort((a, b) => a.at - b.at);
    const cuts = [0, ...sorted.map(({ at }) => at)];
    const text = cuts.map((from, i) => (sorted[i - 1]?.text ?? '') + this.source.slice(from, cuts[i + 1])).join('');
    return { text, sites: this.sites };
  }

  /** Statements and all else that is no expression by itself. */
  private visit(node: ts.Node, context: Context): void {
    if (isErased(node)) return;
    if (ts.isFunctionLike(node)) this.enter(node, context);
    else if (ts.isVariableDeclaration(node)) this.declaration(node, context);
    else if (ts.isReturnStatement(node)) this.value(node.expression, context, { returned: true });
    else if (ts.isForStatement(node)) this.loop(node, context);
    else if (ts.isExpressionStatement(node)) this.statement(node.expression, context);
    else if (ts.isForInStatement(node) || ts.isForOfStatement(node)) {
      this.value(node.expression, context, { into: namesIn(node.initializer) });
      this.visit(node.statement, context);
    } else if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
      this.value(node.expression, context, { condition: true });
      ts.forEachChild(node, (child) => {
        if (child !== node.expression) this.visit(child, context);
      });
    } else this.children(node, context);
  }

  private children(node: ts.Node, context: Context): void {
    ts.forEachChild(node, (child) => {
      if (ts.isIdentifier(child) && !isOperand(node, child)) return;
      if (ts.isExpression(child)) this.value(child, context);
      else this.visit(child, context);
    });
  }

  private loop({ initializer, condition, incrementor, statement }: ts.ForStatement, context: Context): void {
    if (initializer !== undefined)
      if (ts.isVariableDeclarationList(initializer)) this.visit(initializer, context);
      else this.value(initializer, context);
    this.value(condition, context, { condition: true });
    if (incrementor !== undefined) this.statement(incrementor, context);
    this.visit(statement, context);
  }

  /** An expression whose value is not used. */
  private statement(node: ts.Expression, context: Context): void {
    const counts = (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && isCounting(node);
    if (counts && ts.isIdentifier(node.operand)) this.counted(node, node.operand.text, context);
    else this.value(node, context);
  }

  private declaration({ name, initializer }: ts.VariableDeclaration, context: Context): void {
    if (initializer === undefined) return;
    this.value(initializer, context, { ...(ts.isIdentifier(name) ? { name: name.text } : {}), into: namesIn(name) });
  }

  /** The code of a function; one written as an expression returns it. */
  private enter(node: ts.SignatureDeclaration, { parent }: Context): void {
    const within = ++this.functions;
    parent?.callbacks.push(within);
    const name = functionName(node);
    if (name !== null) this.functionNames.set(name, within);
    const inside = { within, parent: null };
    for (const { name: parameter, initializer } of node.parameters)
      this.value(initializer, inside, { name: parameter.getText(this.tree), into: namesIn(parameter) });
    const body = 'body' in node ? (node.body as ts.Node | undefined) : undefined;
    if (body === undefined) return;
    if (ts.isBlock(body)) this.visit(body, inside);
    else this.value(body as ts.Expression, inside, { returned: true });
  }

  /** An expression whose value is used. */
  private value(written: ts.Expression | undefined, context: Context, use: Use = {}): void {
    if (written === undefined) return;
    const node = unwrapped(written);
    if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) this.enter(node, context);
    else if (!isRecorded(node) && !(isLiteral(node) && Object.keys(use).length > 0)) this.parts(node, context);
    else this.recorded(this.site(node, context, use), node, context);
  }

  private recorded(site: Draft, node: ts.Expression, context: Context, [before, after] = ['', '']): void {
    this.insertions.push({ at: site.start, text: `${this.recorder}(${site.id}, ${before}` });
    this.parts(node, { ...context, parent: site });
    this.insertions.push({ at: site.end, text: `${after})` });
  }

  /** `i++;`: its value is what `i` is then. */
  private counted(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, name: string, context: Context): void {
    const site = this.site(node, context, { name, into: [name] });
    this.recorded(site, node, context, ['(', `, ${name})`]);
  }

  private site(node: ts.Expression, { within, parent }: Context, use: Use): Draft {
    const { name = null, into = [], returned = false, condition = false } = use;
    const id = this.first + this.sites.length;
    const start = node.getStart(this.tree);
    const { line, character } = this.tree.getLineAndCharacterOfPosition(start);
    const assigned = ts.isBinaryExpression(node) && isCompound(node) ? node.left : null;
    const site: Draft = {
      line: line + 1,
      column: character + 1,
      id,
      file: this.file,
      start,
      end: node.end,
      code: this.source.slice(start, node.end),
      name: assigned?.getText(this.tree) ?? name,
      into: assigned === null ? into : namesIn(assigned),
      reads: isRead(node) ? rootName(node) : null,
      does: doing(node),
      parent: parent?.id ?? null,
      parts: [],
      callbacks: [],
      within,
      returned,
      condition,
    };
    this.sites.push(site);
    parent?.parts.push(id);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      this.calls.push({ site, name: node.expression.text });
    return site;
  }

  /** What an expression is made of. */
  private parts(node: ts.Expression, context: Context): void {
    if (ts.isBinaryExpression(node)) this.binary(node, context);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      this.callee(node.expression, context, ts.isNewExpression(node));
      for (const argument of node.arguments ?? []) this.argument(argument, context);
    } else if (ts.isTaggedTemplateExpression(node)) {
      if (ts.isTemplateExpression(node.template))
        for (const { expression } of node.template.templateSpans) this.value(expression, context);
    } else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) this.access(node, context);
    else if (ts.isConditionalExpression(node)) {
      this.value(node.condition, context, { condition: true });
      this.value(node.whenTrue, context);
      this.value(node.whenFalse, context);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (isCounting(node)) this.target(node.operand, context);
      else this.value(node.operand, context);
    } else if (ts.isDeleteExpression(node)) this.target(node.expression, context);
    else if (ts.isTypeOfExpression(node)) this.target(node.expression, context);
    else if (ts.isArrayLiteralExpression(node)) for (const item of node.elements) this.argument(item, context);
    else if (ts.isObjectLiteralExpression(node)) for (const item of node.properties) this.property(item, context);
    else if (ts.isTemplateExpression(node))
      for (const { expression } of node.templateSpans) this.value(expression, context);
    else if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) this.value(node.expression, context);
    else if (ts.isYieldExpression(node)) this.value(node.expression, context);
    else if (ts.isClassExpression(node)) this.visit(node, context);
  }

  private argument(node: ts.Expression, context: Context): void {
    this.value(ts.isSpreadElement(node) ? node.expression : node, context);
  }

  private property(node: ts.ObjectLiteralElementLike, context: Context): void {
    if (ts.isPropertyAssignment(node)) this.value(node.initializer, context);
    else if (ts.isSpreadAssignment(node)) this.value(node.expression, context);
    else if (!ts.isShorthandPropertyAssignment(node)) this.visit(node, context);
  }

  private binary(node: ts.BinaryExpression, context: Context): void {
    const { left, right } = node;
    if (!isAssignment(node)) {
      this.value(left, context);
      this.value(right, context);
      return;
    }
    this.target(left, context);
    const plain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    const named = rootName(left) === null ? {} : { name: left.getText(this.tree) };
    this.value(right, context, plain ? { ...named, into: namesIn(left) } : {});
  }

  /** What is called: not recorded itself, as a method must find its object. */
  private callee(written: ts.Expression, context: Context, isNew: boolean): void {
    const node = unwrapped(written);
    if (isNew || ts.isIdentifier(node) || node.kind === ts.SyntaxKind.SuperKeyword) return;
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) this.access(node, context);
    else if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) this.enter(node, context);
    else this.parts(node, context);
  }

  /** What is written to, or looked at without being read. */
  private target(written: ts.Expression, context: Context): void {
    const node = unwrapped(written);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) this.access(node, context);
  }

  /** The object and the index of an access. A chain with `?.` is skipped whole or not at all, so it stays in one piece. */
  private access(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, context: Context): void {
    const object = node.expression;
    if (ts.isOptionalChain(object)) this.parts(object, context);
    else if (object.kind !== ts.SyntaxKind.SuperKeyword) this.value(object, context);
    if (ts.isElementAccessExpression(node)) this.value(node.argumentExpression, context);
  }
}
