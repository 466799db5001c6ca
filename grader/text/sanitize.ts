/**
 * Control characters but tab and line feed, the characters that reorder or hide text on a terminal, and the line
 * ends that only some programs take for such.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding these is this expression's job
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udfff]/g;

/**
 * What GitHub's runner takes for a command: `::` at the start of a line, before which white space does not count
 * (and a reporter may begin a line wherever there is a space), and `##[` anywhere.
 * See `ActionCommand.TryParseV2` and `TryParse` in actions/runner.
 */
const COMMAND = /(?<=^|\s):{2,}|##(?=\[)/g;

/**
 * Text from a learner's code as text that only shows: a control character becomes its picture (ESC: ␛), so it
 * can neither colour, move nor forge anything on the screen that prints it, and `::notice` becomes `: :notice`, which
 * gives no command to a CI service that reads it. Half a surrogate pair, which is not a character and breaks what other
 * programs read, becomes U+FFFD.
 */
export function sanitize(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(UNSAFE, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
    })
    .replace(COMMAND, (mark) => (mark === '##' ? '## ' : [...mark].join(' ')));
}

/** The same for text that stays on one line, such as a file's name. */
export function sanitizeLine(text: string): string {
  return sanitize(text).replace(/[\n\t]/g, (character) => (character === '\n' ? '␊' : '␉'));
}
