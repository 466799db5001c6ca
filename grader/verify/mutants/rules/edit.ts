import type ts from 'typescript';

/** What kind of slip a mutant is. */
export type Kind =
  | 'operator'
  | 'operand'
  | 'constant'
  | 'index'
  | 'bound'
  | 'condition'
  | 'call'
  | 'argument'
  | 'spread'
  | 'name'
  | 'statement';

/** One change of a source: the characters from `start` to `end` become `replacement`. */
export interface Edit {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What must be imported from mathjs besides, as it stands in an import: `min`, `sum as mathjsSum`. */
  readonly needs?: string;
}

/** How one kind of node goes wrong. Nodes know their parents and their source file. */
export type Rule = (node: ts.Node) => readonly Edit[];

/** `node` becomes `replacement`. */
export function replaced(kind: Kind, node: ts.Node, replacement: string): Edit {
  return { kind, start: node.getStart(), end: node.end, replacement };
}

/** Every two neighbours of a list of nodes, with what stands between them, the wrong way round. */
export function neighboursSwapped(kind: Kind, nodes: readonly ts.Node[]): readonly Edit[] {
  return nodes.slice(1).map((next, i) => {
    const node = nodes[i];
    const between = node.getSourceFile().text.slice(node.end, next.getStart());
    return { kind, start: node.getStart(), end: next.end, replacement: next.getText() + between + node.getText() };
  });
}

/** Each node of a list missing, with the comma that belongs to it. */
export function oneRemoved(kind: Kind, nodes: readonly ts.Node[]): readonly Edit[] {
  return nodes.map((node, i) => {
    if (i > 0) return { kind, start: nodes[i - 1].end, end: node.end, replacement: '' };
    return { kind, start: node.getStart(), end: nodes.length > 1 ? nodes[1].getStart() : node.end, replacement: '' };
  });
}
