/** `text` cut to `length` UTF-16 units, with an ellipsis where something is missing; no character is cut in two. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
