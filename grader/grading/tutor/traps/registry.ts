import { argumentOrder } from './argumentOrder';
import { arrayArithmetic, arrayAsIndex, arrayCompared, numpyProperty } from './arrays';
import { unclosed } from './brackets';
import { commaExpression, extraParameter, fromNothing, missingArgument } from './calls';
import { changedArgument } from './changedInput';
import { returnInLoop } from './earlyReturn';
import { forEachReturn } from './forEach';
import { imports } from './imports';
import { countsAnother, dividedWhileAdding, endlessLoop, neverReset, rowOutside, setAnew } from './loops';
import { axis, entryByEntry, matrixDivision, uncorrected } from './mathjs';
import { greedyCallback, mathApplied, mathOnArray, nothingToChoose } from './mathOnArrays';
import { bracesWithoutReturn, functionWithoutReturn, pathWithoutReturn, returnAlone } from './missingReturn';
import { notAFunction } from './notAFunction';
import { notDefined } from './notDefined';
import { logBelowZero, numberAsText, stepTooSmall } from './numbers';
import { assignedCondition, caret, commaIndex, negativeIndex, oneTooFar, squareCall } from './operators';
import { forIn, sortByText } from './order';
import { usedInItself } from './outOfReach';
import { productOrder } from './products';
import { python } from './python';
import { reduceWithoutStart } from './reduce';
import { callsItself, comparisonForNumber, extraBrackets, functionAsNumber, objectForList } from './results';
import { arrayOfHoles, noCopy, pushResult, shallowCopy, shallowRecord, sharedRows } from './rows';
import type { Rule } from './rule';
import {
  classCalled,
  constant,
  mathjsOnMatrix,
  missingRow,
  reduceOfNothing,
  sizesDoNotMeet,
  tooManyArguments,
} from './thrown';
import { entryByName, unusedResult } from './unused';
import { emptyEntries, loopVariable, neverSet, plusWrongWayRound, shadowed } from './variables';

/** All traps; of several on a line the first is named. */
export const RULES: readonly Rule[] = [
  python,
  unclosed,
  imports,
  classCalled,
  assignedCondition,
  notDefined,
  usedInItself,
  notAFunction,
  missingRow,
  constant,
  reduceOfNothing,
  tooManyArguments,
  mathjsOnMatrix,
  sizesDoNotMeet,
  productOrder,
  endlessLoop,
  countsAnother,
  callsItself,
  comparisonForNumber,
  extraBrackets,
  objectForList,
  functionAsNumber,
  missingArgument,
  extraParameter,
  argumentOrder,
  commaExpression,
  fromNothing,
  bracesWithoutReturn,
  functionWithoutReturn,
  pathWithoutReturn,
  returnAlone,
  forEachReturn,
  returnInLoop,
  neverSet,
  shadowed,
  emptyEntries,
  plusWrongWayRound,
  setAnew,
  neverReset,
  dividedWhileAdding,
  rowOutside,
  loopVariable,
  mathOnArray,
  mathApplied,
  nothingToChoose,
  arrayCompared,
  greedyCallback,
  arrayArithmetic,
  numpyProperty,
  arrayAsIndex,
  entryByName,
  unusedResult,
  reduceWithoutStart,
  sortByText,
  forIn,
  sharedRows,
  arrayOfHoles,
  pushResult,
  caret,
  squareCall,
  commaIndex,
  negativeIndex,
  oneTooFar,
  stepTooSmall,
  logBelowZero,
  numberAsText,
  axis,
  entryByEntry,
  matrixDivision,
  uncorrected,
  shallowCopy,
  shallowRecord,
  noCopy,
  changedArgument,
];
