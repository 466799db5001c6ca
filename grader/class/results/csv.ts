import { stringify } from 'csv-stringify/sync';
import { sanitize } from '../../text/sanitize';

/** A cell; a number or `verbatim` is written as it is, text is neutralised when a spreadsheet would take it for a formula. */
export type Cell = string | number | Verbatim;

/** Text of ours that must stay as it is, such as Moodle's `-` for "no grade". */
export interface Verbatim {
  readonly verbatim: string;
}

/**
 * Rows as CSV, quoted where needed, with the byte-order mark without which Excel garbles "Élodie". Importers take it: Canvas
 * looks for "Student" within the first cell, and writes the mark itself for whoever turns that on (lib/gradebook_importer.rb,
 * lib/csv_with_i18n.rb in instructure/canvas-lms); Moodle takes it off (csv_import_reader in lib/csvlib.class.php).
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    bom: true,
    cast: {
      string: (value) => ({ value: oneLine(value), escape_formulas: true }),
      number: (value) => String(value),
      object: (value) => ({ value: (value as unknown as Verbatim).verbatim, escape_formulas: false }),
    },
  });
}

/**
 * Some importers take a line break for the end of the row, quoted or not; a terminal does what control characters say;
 * and a byte-order mark would hide a formula.
 */
function oneLine(text: string): string {
  return sanitize(text.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('\ufeff', ''));
}
