/** British English has no comma before the last item. */
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `1, 2 and 3`: items of a list in a sentence. */
export function formatList(items: readonly (string | number)[]): string {
  return conjunction.format(items.map(String));
}
