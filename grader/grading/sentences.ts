import type { Finding, Shape } from '../authoring/findings';
import { formatNumber, formatPair, formatPosition, formatShape } from '../text/formatNumber';
import { formatList } from '../text/lists';
import type { WrongKind } from './coerce';
import type { Failure } from './judge';
import { kindSentence } from './kindSentence';
import { isTodo } from './run';

/** The one place that turns findings into sentences. No full stop at the end: reporters add what follows. */

/**
 * Why a check fails, as a sentence.
 *
 * @param shown what a file of the submission is called in the report
 */
export function failureSentence(
  finding: Failure['finding'],
  functionName: string,
  shown: (id: string) => string,
): string {
  if (finding.kind !== 'threw') return sentence(finding, functionName);
  const { place, message } = finding;
  if (place !== null && place.id !== `${functionName}.ts` && isTodo(message))
    return `${functionName} needs ${shown(place.id)}, which is not written yet`;
  const where = place === null ? '' : ` at ${shown(place.id)}:${place.line}`;
  return `${functionName} threw an error${where}: ${message}`;
}

/** What is wrong, as a sentence. `functionName` is the learner's function. */
export function sentence(finding: Finding | WrongKind, functionName: string): string {
  switch (finding.kind) {
    case 'wrong-kind':
      return kindSentence(finding, functionName);
    case 'shape':
      return wrongShape(finding.name, finding.expected, finding.got);
    case 'entry': {
      const [got, expected] = formatPair(finding.got, finding.expected);
      return `${formatPosition(finding.name, finding.at)} is ${got}, expected ${expected}${share(finding.wrong, finding.total)}`;
    }
    case 'not-finite':
      return `${formatPosition(finding.name, finding.at)} is ${finding.got}, expected a finite number`;
    case 'row-sum':
      return `${formatPosition(finding.name, [finding.row])} sums to ${formatNumber(finding.got)}, expected 1`;
    case 'out-of-range':
      return `${formatPosition(finding.name, finding.at)} is ${formatNumber(finding.got)}, expected ${range(finding.low, finding.high)}`;
    case 'column-statistic': {
      const { name, column, statistic } = finding;
      const [got, expected] = formatPair(finding.got, finding.expected);
      return `column ${column} of ${name} has ${statistic} ${got}, expected ${expected}`;
    }
    case 'mean-largest': {
      const [got, bound] = formatPair(finding.got, finding.bound, 2);
      const largest = `the largest probability of a row of ${finding.name} is ${got} on average`;
      return finding.expected === 'above'
        ? `${largest}, expected above ${bound}: with weights this large one class dominates`
        : `${largest}, expected below ${bound}: weights this small leave the network undecided`;
    }
    case 'not-near': {
      const [got, expected] = formatPair(finding.got, finding.expected, 5);
      const slack = formatNumber(finding.slack);
      return `${formatPosition(finding.name, finding.at)} is ${got}, expected ${expected} to within ${slack} (${finding.why})`;
    }
    case 'none-of': {
      const [got, expected] = formatPair(finding.got, finding.expected);
      return `${formatPosition(finding.name, finding.at)} is ${got}, which ${finding.complaint}; the nearest right answer has ${expected}`;
    }
    case 'no-fall': {
      const [first, last] = [formatNumber(finding.first), formatNumber(finding.last)];
      return `${finding.name} begins at ${first} and ends at ${last}, expected it to fall below a tenth of that`;
    }
    case 'missing-keys':
      return `${finding.name} lacks the ${keys(finding.keys)}`;
    case 'extra-keys':
      return `${finding.name} should not have the ${keys(finding.keys)}`;
    case 'not-judged':
      return `this cannot be judged (${finding.reason})`;
    case 'changed-input':
      return finding.at === null
        ? `The call changed its argument ${finding.name}; make a copy instead`
        : `The call changed its argument: ${formatPosition(finding.name, finding.at)} is not what it was; make a copy instead`;
    case 'law':
      return `${finding.statement} does not hold: ${sentence(finding.finding, functionName)}`;
    case 'says':
      return finding.sentence;
  }
}

/** How many entries differ, where there are several. */
function share(wrong: number, total: number): string {
  if (total === 1) return '';
  return wrong === total ? ` (all ${total} entries differ)` : ` (${wrong} of ${total} entries differ)`;
}

function keys(names: readonly string[]): string {
  return `${names.length === 1 ? 'key' : 'keys'} ${formatList(names)}`;
}

function range(low: number, high: number): string {
  if (high === Number.POSITIVE_INFINITY) return `${low} or more`;
  if (low === Number.NEGATIVE_INFINITY) return `${high} or less`;
  return `a number in [${low}, ${high}]`;
}

function wrongShape(name: string, expected: Shape, got: Shape): string {
  const transposed = expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0];
  const why = transposed ? ': rows and columns are swapped' : '';
  return `${name} has shape ${formatShape(got)}, expected ${formatShape(expected)}${why}`;
}
