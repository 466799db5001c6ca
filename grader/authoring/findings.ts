/**
 * What is wrong with the values of an answer, as data. Only `grading/sentences.ts` turns findings into
 * sentences.
 *
 * `name` is what the part of the answer is called in the exercise's contract (`A2`); rows and columns count from 0,
 * as in the learner's code.
 */
export type Finding =
  | {
      readonly kind: 'shape';
      readonly name: string;
      readonly expected: Shape;
      readonly got: Shape;
    }
  | {
      readonly kind: 'entry';
      readonly name: string;
      readonly at: readonly number[];
      readonly expected: number;
      readonly got: number;
      /** How many entries differ, of how many. */
      readonly wrong: number;
      readonly total: number;
    }
  | {
      readonly kind: 'not-finite';
      readonly name: string;
      readonly at: readonly number[];
      readonly got: number;
    }
  | {
      readonly kind: 'row-sum';
      readonly name: string;
      readonly row: number;
      readonly got: number;
    }
  | {
      readonly kind: 'out-of-range';
      readonly name: string;
      readonly at: readonly number[];
      readonly low: number;
      readonly high: number;
      readonly got: number;
    }
  | {
      readonly kind: 'column-statistic';
      readonly name: string;
      readonly column: number;
      readonly statistic: 'mean' | 'deviation';
      readonly expected: number;
      readonly got: number;
    }
  | {
      /** The mean, over the rows, of each row's largest entry lies on the wrong side of `bound`. */
      readonly kind: 'mean-largest';
      readonly name: string;
      readonly expected: 'above' | 'below';
      readonly bound: number;
      readonly got: number;
    }
  | {
      readonly kind: 'not-near';
      readonly name: string;
      readonly at: readonly number[];
      readonly expected: number;
      readonly slack: number;
      /** Where the expected value comes from, in the author's words. */
      readonly why: string;
      readonly got: number;
    }
  | {
      /** None of several right answers; `expected` is the entry of the nearest one. */
      readonly kind: 'none-of';
      readonly name: string;
      readonly at: readonly number[];
      readonly expected: number;
      /** What no right answer does, in the author's words: `no order of the samples gives`. */
      readonly complaint: string;
      readonly got: number;
    }
  | {
      /** The last number is not below a tenth of the first. */
      readonly kind: 'no-fall';
      readonly name: string;
      readonly first: number;
      readonly last: number;
    }
  | {
      readonly kind: 'missing-keys' | 'extra-keys';
      readonly name: string;
      readonly keys: readonly string[];
    }
  | {
      readonly kind: 'changed-input';
      readonly name: string;
      readonly at: readonly number[] | null;
    }
  | {
      readonly kind: 'law';
      readonly statement: string;
      readonly finding: Finding;
    }
  | {
      /** The property's own code threw an error: its author did not think of such an answer. */
      readonly kind: 'not-judged';
      readonly reason: string;
    }
  | {
      /** An author's own sentence, for what no other kind says. */
      readonly kind: 'says';
      readonly sentence: string;
    };

export type Shape = readonly number[];
