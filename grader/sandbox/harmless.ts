/** Control characters but tab and line feed, and the characters that reorder or hide text on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding these is this expression's job
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text from a learner's code as text that only shows: a control character becomes its picture (ESC: ␛), so it
 * can neither colour, move nor forge anything on the screen that prints it.
 */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
