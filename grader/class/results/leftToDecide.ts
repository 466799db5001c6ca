import { shownPath } from '../../workbook/callerPaths';
import { identicalGroups, withModelAnswers } from '../intake/sameCode';
import { groupWords, listed } from '../listing';
import { DECISIONS, type Decision } from '../store/intakeNotes';
import { byEntry, type Gradebook, type Row, statusOf } from './gradebook';
import { errorsOf, isNearlyRight, nameOf, withCandidates, withSharers } from './rowWords';

/** What is said of groups of the same code, on the terminal and the page. */
export const SAME_CODE = 'The same code but for formatting, comments and names of variables';
/** And of whose code is the model answers. */
export const MODEL_CODE = 'The same as the model answers in solutions/';

const WRONGLY_TAKEN = 'docs/class.md, "What was taken wrongly"';

const TITLES: Readonly<Record<Decision['kind'], string>> = {
  copies: 'As many exercise files in more than one folder (look whether the right one counts)',
  folders: 'Exercise files in more than one folder; the one with most of them counts',
  together: 'Exercise files in several folders, none of them twice: graded together (look whether they run)',
  'near names': 'Not graded under that name (--accept-near-names grades these)',
  typed: `Code typed as text is not graded (${WRONGLY_TAKEN})`,
  archive: `An archive that nothing here opens (it is in the download; unpack it: ${WRONGLY_TAKEN})`,
  'other files': 'Exercise files are missing, and there are others (look whether the answers are in them)',
  'earlier attempt':
    'Handed in again without the other files (an earlier attempt, which is not in the download, may have them: look in SpeedGrader)',
  problem: 'Worth a look',
};

/** A list of single students is cut later than others: each is to be looked at. */
const MANY_CHARACTERS = 2000;

/** Something to decide, and of whom. */
export interface Left {
  readonly title: string;
  readonly who: readonly string[];
}

/**
 * What a person has to decide, a kind each.
 *
 * @param studentName what a student with a folder is called
 * @param shown what a file is called
 */
export function decisions(
  gradebook: Gradebook,
  studentName: (student: string) => string = (student) => student,
  shown: (file: string) => string = shownPath,
): readonly Left[] {
  const { rows, notes } = gradebook;
  const open = [...notes.values()].filter(({ withheld }) => withheld === null);
  const unclear = rows.filter((row) => statusOf(row, gradebook) === 'unclear owner');
  const drafts = rows.filter(({ entry, withheld }) => entry?.isDraft === true && withheld === null);
  const nearlyRight = rows.flatMap(({ result, withheld, beside }) => {
    if (result === null || withheld !== null || beside === 'set-aside') return [];
    const words = errorsOf(result, ({ error }) => isNearlyRight(error));
    return words === '' ? [] : `${studentName(result.student)} (${words})`;
  });
  const ofKind = (kind: Decision['kind']) =>
    open.flatMap(({ student, decide }) =>
      decide.filter((one) => one.kind === kind).map((one) => `${studentName(student)} (${wordsOf(one, shown)})`),
    );
  return [
    { title: unclearTitle(gradebook), who: unclear.filter((row) => !isShared(row)).map(withCandidates) },
    {
      title: 'The name is that of several on the roster (no mark; see "Whose folder is it?" in docs/class.md)',
      who: unclear.filter(isShared).map(withSharers),
    },
    { title: `Several folders of one student (no mark; see ${WRONGLY_TAKEN})`, who: contested(rows) },
    ...DECISIONS.map((kind) => ({ title: TITLES[kind], who: ofKind(kind) })),
    {
      title: `An export or an import does not work (0 points for these; leave it, or see ${WRONGLY_TAKEN})`,
      who: nearlyRight,
    },
    {
      title: 'Only a draft, by the Status in the roster (graded all the same)',
      who: drafts.flatMap(({ student }) => (student === null ? [] : studentName(student))),
    },
  ].filter(({ who }) => who.length > 0);
}

/** What is left for a person to decide, or to look at: a line a kind. */
export function leftToDecide(gradebook: Gradebook): readonly string[] {
  const found = [...gradebook.notes.values()];
  const lines = [
    ...decisions(gradebook).flatMap(({ title, who }) => listed(title, who, ' (see gradebook.csv)', MANY_CHARACTERS)),
    ...listed(SAME_CODE, identicalGroups(found).map(groupWords), ', in report.html'),
    ...listed(MODEL_CODE, withModelAnswers(found), ', in report.html'),
  ];
  return lines.length === 0
    ? ['Nothing is left for you to decide.']
    : [
        'Left for you to decide, or to look at (docs/class.md, "What it says, and what to do"):',
        ...lines.map((line) => `- ${line}`),
      ];
}

function wordsOf({ kind, words }: Decision, shown: (file: string) => string): string {
  return kind === 'typed' ? shown(words) : words;
}

/** `ada, 17 (Ada Lovelace)`: folders of one student. */
function contested(rows: readonly Row[]): readonly string[] {
  return [...byEntry(rows.filter(({ beside }) => beside === 'contested'))].map(
    ([entry, folders]) => `${folders.map(({ student }) => student).join(', ')} (${nameOf(entry)})`,
  );
}

/** Whether people on the roster share what the folder is named by. */
function isShared({ candidates }: Row): boolean {
  return candidates.length > 1 && candidates.every(({ by }) => by === candidates[0].by);
}

/** Why it is not clear whose a folder is. */
function unclearTitle({ namedBy }: Gradebook): string {
  const [only] = namedBy;
  const how =
    namedBy.length === 1 ? `folders are named by ${only}` : `folders could be named by ${namedBy.join(' or ')}`;
  return `Not clear whose (no mark; ${how}, so rename these)`;
}
