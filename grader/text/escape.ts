/** `text` as content or attribute, in HTML and in SVG alike. */
export function escaped(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
