/**
 * A picture's contents as data, before it is drawn. Whatever shows a picture shows `words` as its text alternative:
 * they say what there is to see.
 */
export type Sketch = BarsSketch | HeatMapSketch | GraphSketch | DistributionSketch;

interface Titled {
  readonly title: string;
  readonly words: string;
}

export interface BarsSketch extends Titled {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
}

/** One entry of a row, expected beside got. */
export interface Bar {
  readonly column: number;
  /** The entry of the input it came from, when the input has the answer's shape. */
  readonly input: number | null;
  readonly want: number;
  /** Missing when the answer's row is too short. */
  readonly got: number | null;
  readonly wrong: boolean;
}

export interface HeatMapSketch extends Titled {
  readonly kind: 'heat-map';
  readonly maps: readonly DifferenceMap[];
}

/** |got - want|, entry by entry; 0 where the tolerance is kept. */
export interface DifferenceMap {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
  /** Rows and columns of the matrix that one cell stands for: more than 1 in a large matrix. */
  readonly cell: readonly [rows: number, columns: number];
}

export interface GraphSketch extends Titled {
  readonly kind: 'graph';
  readonly x: string;
  readonly from: number;
  readonly to: number;
  readonly curve: readonly (readonly [x: number, y: number])[];
  readonly points: readonly GraphPoint[];
}

export interface GraphPoint {
  readonly x: number;
  readonly y: number;
  readonly wrong: boolean;
  readonly name: string | null;
}

export interface DistributionSketch extends Titled {
  readonly kind: 'distribution';
  readonly what: string;
  readonly panels: readonly {
    readonly title: string;
    readonly want: readonly number[];
    readonly got: readonly number[];
  }[];
}
