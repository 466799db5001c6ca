import { listedUpTo } from '../listing';
import type { Submission } from './submissions';
import { fileWords, TYPED_CODE } from './typedCode';
import { ARCHIVE, TYPED_TEXT, ZIP } from './unzip';

/** Of one student so many things are named. */
const MAX_NAMED = 4;

/** What people hand in instead of exercise files, and what several of a kind are called. */
const KINDS: readonly { readonly ending: RegExp; readonly one: (file: string) => string; readonly several: string }[] =
  [
    { ending: /^link\.html$/, one: fileWords, several: 'links' },
    { ending: TYPED_TEXT, one: fileWords, several: 'typed texts' },
    { ending: /\.(?:png|jpe?g|heic|gif|webp|bmp|tiff?)$/i, one: (file) => `the picture ${file}`, several: 'pictures' },
    { ending: /\.pdf$/i, one: (file) => `the PDF ${file}`, several: 'PDFs' },
    { ending: /\.(?:docx?|odt|rtf|pages)$/i, one: (file) => `the document ${file}`, several: 'documents' },
    { ending: /\.ipynb$/i, one: (file) => `the notebook ${file}`, several: 'notebooks' },
    {
      ending: ARCHIVE,
      one: (file) => `${file}, which cannot be opened here`,
      several: 'archives that cannot be opened here',
    },
  ];

/** What somebody without exercise files handed in, as the student is told. */
export function handedInWords({ instead, typed, problems }: Submission): readonly string[] {
  // `exercises.zip: it is empty`
  const troubles = problems.map((problem) => problem.replace(/: it (?=is |has |holds )/, ', which '));
  // What a zip holds is named, and not the zip.
  const files = instead.filter((file) => !ZIP.test(file));
  const known = KINDS.flatMap(({ ending, one, several }) => {
    const ofKind = files.filter((file) => ending.test(file));
    if (ofKind.length === 0) return [];
    if (typed.length > 0 && ending === TYPED_TEXT) return [TYPED_CODE];
    return [ofKind.length === 1 ? one(ofKind[0]) : `${ofKind.length} ${several}`];
  });
  const others = files.filter((file) => !KINDS.some(({ ending }) => ending.test(file)));
  const words = [...known, ...others, ...troubles];
  return words.length <= MAX_NAMED ? words : [listedUpTo(MAX_NAMED - 1, words)];
}
