import { arrayArithmetic, arrayAsIndex, greedyCallback, mathOnArray, numpyProperty } from './arrays';
import { unclosed } from './brackets';
import { commaExpression, fromNothing, missingArgument } from './calls';
import { returnInLoop } from './earlyReturn';
import { forEachReturn } from './forEach';
import { imports } from './imports';
import { axis, uncorrected } from './mathjs';
import { bracesWithoutReturn, functionWithoutReturn, pathWithoutReturn, returnAlone } from './missingReturn';
import { notAFunction } from './notAFunction';
import { notDefined } from './notDefined';
import { logBelowZero, stepTooSmall } from './numbers';
import { caret, commaIndex, endlessLoop, negativeIndex, oneTooFar } from './operators';
import { forIn, sortByText } from './order';
import { python } from './python';
import { reduceWithoutStart } from './reduce';
import { arrayOfHoles, pushResult, shallowCopy, shallowRecord, sharedRows } from './rows';
import type { Rule } from './rule';
import { constant, mathjsOnMatrix, missingRow, reduceOfNothing, tooManyArguments } from './thrown';
import { unusedResult } from './unused';
import { emptyEntries, neverSet, plusWrongWayRound } from './variables';

/** All traps; of several on a line the first is named. */
export const RULES: readonly Rule[] = [
  python,
  unclosed,
  imports,
  notDefined,
  notAFunction,
  missingRow,
  constant,
  reduceOfNothing,
  tooManyArguments,
  mathjsOnMatrix,
  endlessLoop,
  missingArgument,
  commaExpression,
  fromNothing,
  bracesWithoutReturn,
  functionWithoutReturn,
  pathWithoutReturn,
  returnAlone,
  forEachReturn,
  returnInLoop,
  neverSet,
  emptyEntries,
  plusWrongWayRound,
  mathOnArray,
  greedyCallback,
  arrayArithmetic,
  numpyProperty,
  arrayAsIndex,
  unusedResult,
  reduceWithoutStart,
  sortByText,
  forIn,
  sharedRows,
  arrayOfHoles,
  pushResult,
  caret,
  commaIndex,
  negativeIndex,
  oneTooFar,
  stepTooSmall,
  logBelowZero,
  axis,
  uncorrected,
  shallowCopy,
  shallowRecord,
];
