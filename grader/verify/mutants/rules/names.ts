import ts from 'typescript';
import { type Edit, replaced } from './edit';

/** Another parameter of the same function in a parameter's place; a parameter without its default. */
export function names(node: ts.Node): readonly Edit[] {
  if (ts.isParameter(node) && node.initializer !== undefined)
    return [{ kind: 'name', start: (node.type ?? node.name).end, end: node.end, replacement: '' }];
  if (!ts.isIdentifier(node) || !isUse(node)) return [];
  const known = siblingsOf(node);
  const next = known[(known.indexOf(node.text) + 1) % known.length];
  return next === undefined || next === node.text ? [] : [replaced('name', node, next)];
}

/** Whether the identifier stands for a value, rather than for a property or a declaration. */
function isUse(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isBindingElement(parent)) return false;
  return !('name' in parent && parent.name === identifier);
}

/** The parameters of the nearest function that has one of this name. */
function siblingsOf(identifier: ts.Identifier): readonly string[] {
  for (let around: ts.Node = identifier.parent; around !== undefined; around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    const declared = around.parameters.flatMap(({ name }) => boundNames(name));
    if (declared.includes(identifier.text)) return declared.filter((name) => !name.startsWith('_'));
  }
  return [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}
