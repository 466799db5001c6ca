import { listedUpTo } from '../listing';
import { KINDS } from './fileKinds';
import type { Submission } from './submissions';
import { TYPED_CODE } from './typedCode';
import { TYPED_TEXT, ZIP } from './unzip';

/** Of one student so many things are named. */
const MAX_NAMED = 4;

/** What somebody handed in instead of exercise files, as the student is told. */
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
