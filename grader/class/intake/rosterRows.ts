import { type CsvError, parse } from 'csv-parse/sync';
import type { UserError } from '../../errors';

/** A row of a roster, and the line of the file that it ends on. */
export interface RosterRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The error that says `what` is wrong with the file. */
export type Complain = (what: string) => UserError;

/** Excel writes this first to say what separates cells, and does not count it as a row. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
/** How many rows may stand above the header: some exports begin with a title or two. */
const MAX_TITLES = 10;

/**
 * The rows of a CSV file from its header on, whatever a spreadsheet saved it as: with commas, semicolons or tabs, with
 * Excel's `sep=` or a title above the header, in UTF-8 or UTF-16.
 *
 * @param isHeader tells the header from a title above it
 * @throws UserError when the file is not such text, or has no header
 */
export function rosterRows(
  bytes: Buffer,
  isHeader: (cells: readonly string[]) => boolean,
  complain: Complain,
  expected: string,
): { readonly header: RosterRow; readonly rows: readonly RosterRow[] } {
  const text = decode(bytes, complain);
  if (text.trim() === '') throw complain('is empty.');
  const separator = SEPARATOR_LINE.exec(text);
  const body = separator === null ? text : text.slice(separator[0].length);
  const skipped = separator === null ? 0 : 1;
  let problem: UserError | null = null;
  for (const delimiter of separator === null ? byFrequency(body) : [separator[1]]) {
    const rows = parseRows(body, delimiter, skipped);
    if ('problem' in rows) problem ??= complain(rows.problem);
    else {
      const start = rows.slice(0, MAX_TITLES).findIndex(({ cells }) => isHeader(cells));
      if (start >= 0) return { header: rows[start], rows: rows.slice(start + 1) };
    }
  }
  throw problem ?? complain(`line ${1 + skipped} has no column that identifies a student; it should have ${expected}.`);
}

/** Spreadsheets save UTF-16 when asked for "Unicode text", and older code pages when not asked. */
function decode(bytes: Buffer, complain: Complain): string {
  const [first, second] = bytes;
  const isPair = bytes.length % 2 === 0;
  // A letter of a header is a byte and a zero in UTF-16; a byte-order mark need not be there.
  if (isPair && ((first === 0xff && second === 0xfe) || second === 0)) return withoutMark(bytes.toString('utf16le'));
  if (isPair && ((first === 0xfe && second === 0xff) || first === 0))
    return withoutMark(Buffer.from(bytes).swap16().toString('utf16le'));
  const line = firstLineNotUtf8(bytes);
  if (line === null) return withoutMark(bytes.toString('utf8'));
  throw complain(`is not text in UTF-8 (line ${line}). Save it again as "CSV UTF-8".`);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function firstLineNotUtf8(bytes: Buffer): number | null {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const written = bytes.subarray(start, end);
    if (!Buffer.from(written.toString('utf8'), 'utf8').equals(written)) return line;
    start = end;
  }
  return null;
}

/** What may separate cells, the commonest first. */
function byFrequency(text: string): readonly string[] {
  const count = (delimiter: string) => text.split(delimiter).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a));
}

function parseRows(
  text: string,
  delimiter: string,
  skipped: number,
): readonly RosterRow[] | { readonly problem: string } {
  try {
    // With `info`, which the package's types do not follow, each row comes with where it ends.
    const rows: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines + skipped,
    }));
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    return { problem: `is not a CSV file${lines === undefined ? '' : ` (line ${lines + skipped})`}: ${message}.` };
  }
}
