import { fileWords } from './typedCode';
import { ARCHIVE, TYPED_TEXT } from './unzip';

const DOCUMENT = /\.(?:docx?|odt|rtf|pages)$/i;
const NOTEBOOK = /\.ipynb$/i;

/** What people hand in instead of exercise files, and what several of a kind are called. */
export const KINDS: readonly {
  readonly ending: RegExp;
  readonly one: (file: string) => string;
  readonly several: string;
}[] = [
  { ending: /^link\.html$/, one: fileWords, several: 'links' },
  { ending: TYPED_TEXT, one: fileWords, several: 'typed texts' },
  { ending: /\.(?:png|jpe?g|heic|gif|webp|bmp|tiff?)$/i, one: (file) => `the picture ${file}`, several: 'pictures' },
  { ending: /\.pdf$/i, one: (file) => `the PDF ${file}`, several: 'PDFs' },
  { ending: DOCUMENT, one: (file) => `the document ${file}`, several: 'documents' },
  { ending: NOTEBOOK, one: (file) => `the notebook ${file}`, several: 'notebooks' },
  {
    ending: ARCHIVE,
    one: (file) => `${file}, which cannot be opened here`,
    several: 'archives that cannot be opened here',
  },
];

/** Whether code can be copied from a file. */
export const holdsText = (file: string) => DOCUMENT.test(file) || NOTEBOOK.test(file);

/** Whether a file is of a kind that people write answers into instead of exercise files. */
export function isKnown(file: string): boolean {
  return KINDS.some(({ ending }) => ending.test(file));
}
