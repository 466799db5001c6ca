import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AuthoringError } from '../../authoring/authored';
import { given, made } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { answersFile, recordedFunctions } from './answers';
import { packFile, unpackFile } from './encode';
import { inputsKey } from './inputsKey';
import { hashedWord, recordedRightAnswers, stepsFile } from './steps';

test('numbers that JSON lacks come back, and so does text that looks like them', () => {
  const data = { a: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1], b: 'NaN' };
  expect(unpackFile(packFile(data))).toEqual(data);
});

const half = (x: number) => x / 2;
const source = (seed: number) => () => seed;

test.each<[string, readonly Input[], readonly Input[]]>([
  ['another number', [1], [2]],
  ['0 and -0', [0], [-0]],
  ['the last digit', [0.1], [0.1 + 2 ** -56]],
  ['shape', [[[1, 2]]], [[[1], [2]]]],
  ['a vector and a matrix', [[1, 2]], [[[1, 2]]]],
  ['two arguments and one', [[1], [2]], [[1, 2]]],
  ['names in a record', [{ W: [[1]] }], [{ b: [[1]] }]],
  ['functions', [given(half)], [made(source, 1)]],
  ['what functions are made of', [made(source, 1)], [made(source, 2)]],
])('keys tell %s apart', (_, one, other) => {
  expect(inputsKey(one)).not.toBe(inputsKey(other));
});

test('equal inputs have equal keys', () => {
  const inputs = () => [[[1, Number.NaN]], { W: [[0.5]] }, made(source, 3), 7];
  expect(inputsKey(inputs())).toBe(inputsKey(inputs()));
});

test('a recorded function returns what it returned, each time anew, and refuses other inputs', () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, answersFile('a')), packFile({ half: { [inputsKey([[[2]]])]: [[1]] } }));
  const recorded = recordedFunctions(folder, 'a')('half');
  expect(recorded.name).toBe('half');
  const first = recorded([[2]]) as number[][];
  first[0][0] = 5;
  expect(recorded([[2]])).toEqual([[1]]);
  expect(() => recorded([[3]])).toThrow(AuthoringError);
});

/** A handout in which one right answer, `2 * z`, was recorded on the input 3. */
function handoutWithSteps() {
  const root = temporaryFolder();
  const file = path.join(root, stepsFile('double'));
  const site = {
    name: null,
    into: [],
    reads: null,
    parent: null,
    parts: [],
    callbacks: [],
    within: 1,
    returned: true,
    condition: false,
    does: hashedWord('double', '*'),
  };
  const values = [{ kind: 'number', shape: [], numbers: [6] }];
  const runs = { [inputsKey([3])]: { steps: '0:0', call: 0, threw: false } };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, packFile({ values, answers: [{ sites: [site], runs }] }));
  return { root, own: { ...site, does: '*', id: 0, code: '2 * z', file: '', line: 1, column: 1, start: 0, end: 5 } };
}

test('recorded steps say what they do in the words of the program that they are compared with', () => {
  const { root, own } = handoutWithSteps();
  const [{ steps, more }] = recordedRightAnswers(root, 'double', [own]).map((answer) => answer.trace([3]));
  expect(more).toBe(false);
  expect(steps.map(({ site, value }) => [site.does, site.code, ...value.numbers])).toEqual([['*', '', 6]]);
});

test('words that the program does not use stay hashed', () => {
  const { root } = handoutWithSteps();
  const [{ steps }] = recordedRightAnswers(root, 'double', []).map((answer) => answer.trace([3]));
  expect(steps[0].site.does).toMatch(/^~/);
});

test('of inputs that are not recorded nothing is kept', () => {
  const { root, own } = handoutWithSteps();
  const [run] = recordedRightAnswers(root, 'double', [own]).map((answer) => answer.trace([4]));
  expect(run).toMatchObject({ steps: [], more: true });
});
