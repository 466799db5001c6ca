/** The vocabulary that fixtures are written with. */

export type { Matrix } from '../../reference/matrix';
export { after } from './after';
export {
  columnsOf,
  from,
  functionOf,
  madeOf,
  matrixOf,
  numberOf,
  recordOf,
  rowsOf,
  type Size,
  size,
} from './arguments';
export {
  addRow,
  columnwise,
  entrywise,
  mean,
  normalised,
  oneRowShared,
  reversedColumns,
  sum,
  toFourDecimals,
  transposed,
} from './arithmetic';
export { AuthoringError } from './authored';
export type { Tolerance } from './compare';
export { anyOf, draws } from './draws';
export {
  among,
  constant,
  mixed,
  multiples,
  oneHotRow,
  probabilities,
  reals,
  uniformly,
  varied,
  wholes,
} from './entries';
export { type Chapter, type Exercise, exercise } from './exercise';
export { given, made } from './given';
export {
  full,
  matrix,
  oneHot,
  type Random,
  random,
  scale,
  shift,
  zeros,
} from './inputs';
export {
  all,
  between,
  columnsCentred,
  columnsScaled,
  differsFrom,
  entriesNear,
  falls,
  finite,
  near,
  part,
  rowsSumToOne,
  saturated,
  undecided,
} from './invariants';
export { batchTwice, rowAlone, rowOrder } from './laws';
export type { Misconceptions, Variants } from './misconceptions';
export { isOneOf } from './oneOf';
export * from './pictures';
export {
  agreesWithReference,
  hasTheShape,
  inputsUnchanged,
  law,
} from './properties';
export { type Slips, slipsOf } from './slips';
