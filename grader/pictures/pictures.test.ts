import { describe, expect, test } from 'vitest';
import { barsOfRow, exercise, graph, hasTheShape, heatMap, largestProbabilities, lossCurve } from '../authoring';
import { grade } from '../grading/gradeSubmission';
import { submissionOf } from '../test/support/temporarySubmissions';
import { loadWorkbook } from '../workbook/workbook';
import { draw } from './draw';
import type { Sketch } from './pictureKinds';
import { sketchesOf } from './sketches';

/** The pictures of one check of an exercise that is answered by `source`, or by the model answer. */
async function pictures(name: string, check: string, source?: string): Promise<readonly Sketch[]> {
  const workbook = await loadWorkbook();
  const exercises = workbook.exercises.filter((one) => one.name === name);
  const folder = submissionOf(source === undefined ? {} : { [`${name}.ts`]: source });
  let found: readonly Sketch[] = [];
  await grade({
    workbook,
    folder,
    shownFolder: 'exercises',
    exercises,
    seed: 'workbook',
    timeLimit: 2000,
    observe(observed) {
      const index = observed.plan.checks.findIndex((one) => one.check.id === check);
      found = sketchesOf(observed, index);
    },
  });
  return found;
}

async function words(name: string, check: string, source?: string): Promise<readonly string[]> {
  return (await pictures(name, check, source)).map((sketch) => sketch.words);
}

const SOFTMAX = (powers: string) => `
export function softmax(Z: number[][]): number[][] {
  return Z.map((row) => { const powers = row.map((z) => ${powers}); const sum = powers.reduce((a, b) => a + b);
    return powers.map((p) => p / sum); });
}`;

describe('words say what a picture shows', () => {
  test('bars: the row that is furthest off, with what it came from', async () => {
    const [bars] = await words('softmax', 'agrees', SOFTMAX('Math.exp(z / 2)'));
    expect(bars).toMatch(
      /^Bars: row A\[\d\] on another case, "one-sample", for Z\[\d\] = \[[-\d., ]+\]\. Expected [\d., ]+; got [\d., ]+\.$/,
    );
  });

  test('bars of a right answer: the first row of the first case', async () => {
    const [bars] = await words('softmax', 'extreme-scores');
    expect(bars).toBe(
      'Bars: row A[0] on case "large-scores", for Z[0] = [1000, 999, 998]. Yours are as high as expected: 0.665, 0.245, 0.09.',
    );
  });

  test('a heat map: one column, or everything', async () => {
    const [map] = await words(
      'forwardMlp',
      'agrees',
      `import { softmax } from './softmax';
       const product = (A: number[][], B: number[][]) => A.map((row) => B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)));
       export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]) {
         const A1 = product(X, W1).map((row) => row.map((z, j) => Math.max(0, z + (j === 0 ? 0 : b1[0][j]))));
         return [A1, softmax(product(A1, W2).map((row) => row.map((z, j) => z + b2[0][j])))];
       }`,
    );
    expect(map).toContain(
      'Map of |got - expected| on another case, "with-biases": 4 of 20 entries of A1 differ, all in column 0',
    );
    expect(map).toContain('12 of 12 entries of A2 differ, which is all of them');
  });

  test('a graph: how many points lie off the curve, and where', async () => {
    const source =
      'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => (z < -2 ? 1 : Math.max(0, z))));';
    const [curve] = await words('relu', 'agrees', source);
    expect(curve).toMatch(
      /^Graph of relu: output over input\. \d+ of 39\d\d entries of yours lie off the curve: at -2 \(1\), /,
    );
  });

  test('the loss curve: a case is a point, and a loss beyond the window need only be finite', async () => {
    expect(await words('crossEntropy', 'agrees')).toEqual([
      'Graph of crossEntropy: loss over p, on the curve -ln p. All 7 cases of yours lie on the curve.',
    ]);
  });

  test('a distribution: what small and large weights do', async () => {
    const [distribution] = await words('forwardMlp', 'large-weights');
    expect(distribution).toMatch(
      /weights x 0\.01: yours 0\.1\d* to 0\.1\d*, expected .*; weights x 1: yours 1, expected 1\./,
    );
  });
});

describe('nothing is drawn when there is nothing to draw', () => {
  test.each([
    ['an answer of another kind', 'export const softmax = () => 1;'],
    ['an error', "export function softmax() { throw new Error('no'); }"],
    ['a stub', "export function softmax() { throw new Error('TODO: write softmax'); }"],
  ])('%s', async (_, source) => {
    expect(await pictures('softmax', 'agrees', source)).toEqual([]);
  });

  test('a matrix of another shape has no heat map, but its bars show what is missing', async () => {
    const sketches = await pictures('softmax', 'agrees', 'export const softmax = (Z: number[][]) => Z.map(() => [1]);');
    expect(sketches.map(({ kind }) => kind)).toEqual(['bars']);
    expect(sketches[0].words).toContain('got 1, none');
  });
});

test('a picture brings its text alternative, its own background, and dark colours for dark pages', async () => {
  const [bars, map] = await pictures('softmax', 'agrees', SOFTMAX('Math.exp(2 * z)'));
  for (const sketch of [bars, map]) {
    const svg = await draw(sketch);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain(`<title>${sketch.words.replaceAll('"', '&#34;')}</title>`);
    expect(svg).toContain('fill="var(--card)"');
    expect(svg).toContain('@media screen and (prefers-color-scheme: dark)');
  }
});

describe('authoring', () => {
  const loss = (A: number[][], y: number[][]) => A.length - y.length;
  const spec = {
    name: 'loss',
    chapter: '1',
    reference: loss,
    parameters: ['A', 'y'] as [string, string],
    returns: 'loss',
    hints: ['Think.'] as const,
  };

  test('a picture that does not fit the function is a compile error', () => {
    const cases = { only: (): [number[][], number[][]] => [[[1]], [[1]]] };
    const check = { title: 'It is right', points: 1, on: ['only'] as const, holds: hasTheShape() };
    exercise({ ...spec, cases, checks: { fits: { ...check, pictures: [lossCurve()] } } });
    // @ts-expect-error a number has no rows
    exercise({ ...spec, cases, checks: { bars: { ...check, pictures: [barsOfRow()] } } });
    // @ts-expect-error a number is not a matrix
    exercise({ ...spec, cases, checks: { map: { ...check, pictures: [heatMap()] } } });
    // @ts-expect-error the function does not work entry by entry
    exercise({ ...spec, cases, checks: { graph: { ...check, pictures: [graph()] } } });
  });

  test('a picture of a case that is never called is refused', () => {
    const cases = {
      only: (): [number[][], number[][]] => [[[1]], [[1]]],
      other: (): [number[][], number[][]] => [[[1]], [[1]]],
    };
    const picture = largestProbabilities({ other: 'never called' }, (output: number) => [[output]]);
    const check = { title: 'It is right', points: 1, on: ['only'] as const, holds: hasTheShape(), pictures: [picture] };
    expect(() => exercise({ ...spec, cases, checks: { shows: check } })).toThrow(
      'fixtures/loss/fixture.ts: check "shows" shows the case "other", which no check is on.',
    );
  });
});

test('an answer with rows longer than a call may have arguments can be drawn', async () => {
  const source =
    'export const forwardMlp = (X, W1) => [[[0]], [W1.length === 784 ? new Array(130_000).fill(0) : [0]]];';
  const [distribution] = await pictures('forwardMlp', 'small-weights', source);
  expect(distribution?.words).toContain('yours 0, expected');
});
