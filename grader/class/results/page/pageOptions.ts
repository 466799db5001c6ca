import type { Exercise } from '../../../authoring/exercise';
import type { Report } from '../../../grading/report';
import type { Result } from '../../store/journalLine';
import type { Left } from '../leftToDecide';
import type { UnknownGroup } from '../unknownGroups';

/** A student as a page names one. */
export interface PageName {
  /** The roster's name, or else the folder's. */
  readonly name: string;
  /** Address of the student's own page, from the class' page; null when there is none. */
  readonly page: string | null;
}

/** A student with a mark. */
export interface PageStudent extends PageName {
  readonly result: Result;
  /** Whether the platform says that it was saved and not submitted. */
  readonly isDraft: boolean;
}

/** What the page of a class is made from. */
export interface PageOptions {
  /** Title of the assignment. */
  readonly title: string;
  /** By name: in the order in which the table first shows them. */
  readonly students: readonly PageStudent[];
  /** How many have a mark, but are not on the roster: they are in nothing that the page says. */
  readonly offRoster: number;
  /** What a person has to decide. */
  readonly left: readonly Left[];
  /** Submissions of the same code, each a list of students' names; and those that are the model answers. */
  readonly sameCode: { readonly groups: readonly (readonly PageName[])[]; readonly model: readonly PageName[] };
  readonly exercises: readonly Exercise[];
  /** The report of a student, by folder; null when it is not there. */
  readonly reportOf: (student: string) => Report | null;
  /** Wrong answers that no misconception explains. Who is in them may be nobody of this page. */
  readonly unknown: readonly UnknownGroup[];
  /** A student's answer to an exercise, as it was handed in; null when it cannot be read. */
  readonly codeOf: (student: string, exercise: string) => string | null;
}
