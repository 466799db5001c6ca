import ts from 'typescript';
import { cutText } from '../../../text/cutText';
import { sanitizeLine } from '../../../text/sanitize';
import type { Ranks } from './ranks';

/** Characters of a learner's code that a sentence quotes. */
const MAX_QUOTED = 40;

/** What a rule found in a file. */
export interface Sighting {
  readonly line: number;
  readonly sentence: string;
}

/** One file of a submission, read by TypeScript's parser. */
export class Code {
  private readonly nodes: readonly ts.Node[];

  constructor(
    readonly file: ts.SourceFile,
    readonly ranks: Ranks,
  ) {
    const nodes: ts.Node[] = [];
    function visit(node: ts.Node): void {
      nodes.push(node);
      ts.forEachChild(node, visit);
    }
    visit(file);
    this.nodes = nodes;
  }

  /** Path inside the submission. */
  get id(): string {
    return this.file.fileName;
  }

  get text(): string {
    return this.file.text;
  }

  /** All nodes of a kind, in the order of the source. */
  all<T extends ts.Node>(is: (node: ts.Node) => node is T): readonly T[] {
    return this.nodes.filter(is);
  }

  /** The exercise's own function, by its name. */
  own(exercise: string): readonly ts.FunctionLikeDeclaration[] {
    return [
      ...this.all(ts.isFunctionDeclaration),
      ...this.all(ts.isArrowFunction),
      ...this.all(ts.isFunctionExpression),
    ].filter((made) => nameOf(made) === exercise);
  }

  /** The line on which a node begins, counted from 1. */
  lineOf(node: ts.Node): number {
    return this.lineAt(node.getStart(this.file));
  }

  lineAt(offset: number): number {
    return this.file.getLineAndCharacterOfPosition(offset).line + 1;
  }

  /** The text of a line, counted from 1, without what stands in quotes or in a comment. */
  bareLine(line: number): string {
    const text = this.text.split('\n')[line - 1] ?? '';
    return text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "''").replace(/\/\/.*$|\/\*.*?\*\//g, '');
  }

  sighting(at: ts.Node, sentence: string): Sighting {
    return { line: this.lineOf(at), sentence };
  }
}

/** What a function is called, also by the variable that it is put into; null when it has no name. */
export function nameOf(made: ts.FunctionLikeDeclaration): string | null {
  const { name = ts.isVariableDeclaration(made.parent) ? made.parent.name : undefined } = made;
  return name?.getText() ?? null;
}

/** An expression without the parentheses and type assertions around it. */
export function bare(node: ts.Node): ts.Node {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
  return isWrapped ? bare(node.expression) : node;
}

/** What stands around an expression, parentheses and type assertions aside. */
export function around({ parent }: ts.Node): ts.Node {
  return bare(parent) === parent ? parent : around(parent);
}

/** A piece of the learner's code within a sentence. */
export function quoted(node: ts.Node): string {
  return cutText(sanitizeLine(bare(node).getText().replace(/\s+/g, ' ')), MAX_QUOTED);
}
