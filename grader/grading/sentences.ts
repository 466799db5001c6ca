import type { Expected, Finding, Got, Shape } from '../authoring/findings';

/** The one place that turns findings into sentences. No full stop at the end: reporters add what follows. */

/** `A[0][2]`: a position as the learner would write it. */
const at = (name: string, position: readonly number[]) => name + position.map((index) => `[${index}]`).join('');

/** `(4, 10)`: a shape as NumPy prints it. */
export function shapeWords(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** At most `digits` significant digits, without trailing zeros. */
export function formatNumber(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return String(value);
  const short = Number(value.toPrecision(digits));
  return Math.abs(short) >= 1e-4 || short === 0 ? String(short) : short.toExponential();
}

/** Two numbers with as many digits as it takes to tell them apart. */
export function formatPair(got: number, expected: number): [got: string, expected: string] {
  for (let digits = 6; digits < 17; digits += 2) {
    const pair: [string, string] = [formatNumber(got, digits), formatNumber(expected, digits)];
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(got), String(expected)];
}

/** What is wrong, as a sentence. `functionName` is the learner's function. */
export function sentence(finding: Finding, functionName: string): string {
  switch (finding.kind) {
    case 'wrong-kind':
      return wrongKind(finding.name, finding.expected, finding.got, functionName);
    case 'shape':
      return wrongShape(finding.name, finding.expected, finding.got);
    case 'entry': {
      const [got, expected] = formatPair(finding.got, finding.expected);
      const { wrong, total } = finding;
      const share =
        total === 1
          ? ''
          : wrong === total
            ? ` (all ${total} entries differ)`
            : ` (${wrong} of ${total} entries differ)`;
      return `${at(finding.name, finding.at)} is ${got}, expected ${expected}${share}`;
    }
    case 'not-finite':
      return `${at(finding.name, finding.at)} is ${finding.got}, expected a finite number`;
    case 'row-sum':
      return `${at(finding.name, [finding.row])} sums to ${formatNumber(finding.got)}, expected 1`;
    case 'out-of-range':
      return `${at(finding.name, finding.at)} is ${formatNumber(finding.got)}, expected ${range(finding.low, finding.high)}`;
    case 'changed-input':
      return finding.at === null
        ? `The call changed its argument ${finding.name}; make a copy instead`
        : `The call changed its argument: ${at(finding.name, finding.at)} is not what it was; make a copy instead`;
    case 'law':
      return `${finding.statement} does not hold: ${sentence(finding.finding, functionName)}`;
    case 'says':
      return finding.sentence;
  }
}

function range(low: number, high: number): string {
  if (high === Number.POSITIVE_INFINITY) return `${low} or more`;
  if (low === Number.NEGATIVE_INFINITY) return `${high} or less`;
  return `a number in [${low}, ${high}]`;
}

function wrongShape(name: string, expected: Shape, got: Shape): string {
  const transposed = expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0];
  const why = transposed ? ': rows and columns are swapped' : '';
  return `${name} has shape ${shapeWords(got)}, expected ${shapeWords(expected)}${why}`;
}

function expectedWords(expected: Expected): string {
  if (typeof expected !== 'string') return `an array of ${expected.list}`;
  const words = {
    number: 'one number',
    vector: 'an array of numbers',
    matrix: 'a matrix (an array of rows)',
    record: 'an object with named matrices',
  };
  return words[expected];
}

function wrongKind(name: string, expected: Expected, got: Got, functionName: string): string {
  const wanted = `expected ${expectedWords(expected)}`;
  switch (got.kind) {
    case 'number':
      return `${name} is a single number, ${wanted}`;
    case 'record':
      return `${name} is an object, ${wanted}`;
    case 'vector':
      return expected === 'matrix'
        ? `${name} is a flat array of ${got.length} numbers, ${wanted}`
        : `${name} is an array of ${got.length} numbers, ${wanted}`;
    case 'matrix':
      return `${name} is a matrix of shape ${shapeWords(got.shape)}, ${wanted}`;
    case 'list':
      return `${name} is an array of ${got.length} arrays, ${wanted}`;
    case 'other':
      return otherKind(name, got.what, got.detail, wanted, functionName);
  }
}

function otherKind(name: string, what: string, detail: string, wanted: string, functionName: string): string {
  switch (what) {
    case 'undefined':
      return `${name} is undefined: did you forget to return? ${functionName} returned nothing where ${wanted.replace('expected ', '')} should be`;
    case 'promise':
      return `${name} is a Promise, ${wanted}: take async and await away, nothing here needs to wait`;
    case 'mathjs-matrix':
      return `${name} is a mathjs Matrix, ${wanted}: return a plain array, call .toArray()`;
    case 'mathjs-number':
      return `${name} is a mathjs number object, ${wanted}: return a plain number`;
    case 'typed-array':
      return `${name} is a typed array, ${wanted}: return plain arrays, call Array.from(...)`;
    case 'typed-rows':
      return `${name} has typed arrays as rows, ${wanted}: return plain rows, call Array.from(row)`;
    case 'ragged':
      return `${name} is ragged: ${detail.replaceAll('row [', `${name}[`)}; all rows of a matrix are equally long`;
    case 'entry':
      return `${name}${detail}, expected a number`;
    case 'mixed':
      return `${name}${detail.startsWith('[') ? '' : ' is '}${detail}, ${wanted}`;
    case 'string':
      return `${name} is a string (${JSON.stringify(detail.slice(0, 30))}), ${wanted}`;
    case 'too-large':
      return `${name} is ${detail}: far larger than any answer here, ${wanted}`;
    case 'null':
      return `${name} is null, ${wanted}`;
    case 'object':
      return `${name} is an object, ${wanted}`;
    default:
      return `${name} is a ${what}, ${wanted}`;
  }
}
