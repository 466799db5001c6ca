import { expect, test } from 'vitest';
import { exerciseOf, gradeFiles } from '../test/support/temporarySubmissions';

const WRONG_SOFTMAX = 'export const softmax = (Z: number[][]) => Z.map((row) => row.map((z) => Math.exp(z)));';
const STUB = (name: string) => `export function ${name}() { throw new Error('TODO: write ${name}'); }`;

test('a right forwardMlp on top of a wrong softmax keeps its marks, and the report says so', async () => {
  const report = await gradeFiles({ 'softmax.ts': WRONG_SOFTMAX });
  expect(exerciseOf(report, 'softmax').status).toBe('failed');
  expect(exerciseOf(report, 'forwardMlp')).toMatchObject({ status: 'passed', score: 35, carriedForward: ['softmax'] });
});

test('forwardMlp solved first, on untouched stubs, earns its points', async () => {
  const files = { 'relu.ts': STUB('relu'), 'softmax.ts': STUB('softmax') };
  const report = await gradeFiles(files, { exercises: ['forwardMlp'] });
  expect(report.exercises).toHaveLength(1);
  expect(report.exercises[0]).toMatchObject({ score: 35, carriedForward: ['relu', 'softmax'] });
});

test.each([
  ['has a syntax error', 'export function softmax( {'],
  ['is missing', null],
  ['never ends', 'for (;;);'],
])('it keeps them when softmax.ts %s', async (_, softmax) => {
  const report = await gradeFiles({ 'softmax.ts': softmax }, { exercises: ['forwardMlp'], timeLimit: 500 });
  expect(report.exercises[0]).toMatchObject({ status: 'passed', score: 35, carriedForward: ['softmax'] });
});

test('mistakes of its own still cost marks, and are what is shown', async () => {
  const forwardMlp = `import { multiply } from 'mathjs'; import { relu } from './relu'; import { softmax } from './softmax';
    export function forwardMlp(X, W1, b1, W2, b2) { const A1 = relu(multiply(X, W1)); return [A1, softmax(multiply(A1, W2))]; }`;
  const report = await gradeFiles({ 'softmax.ts': WRONG_SOFTMAX, 'forwardMlp.ts': forwardMlp });
  const { score, carriedForward, checks, diagnosis } = exerciseOf(report, 'forwardMlp');
  expect(carriedForward).toEqual(['softmax']);
  expect(score).toBe(20);
  expect(checks.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['agrees', 'zero-weights']);
  expect(diagnosis[0]?.misconception).toBe('no-biases');
});

test('an answer through a helper file is followed through, too', async () => {
  const files = {
    'softmax.ts': WRONG_SOFTMAX,
    'layers.ts': "export { softmax as output } from './softmax';",
    'forwardMlp.ts': `import { add, multiply } from 'mathjs'; import { relu } from './relu'; import { output } from './layers';
      export function forwardMlp(X, W1, b1, W2, b2) { const A1 = relu(add(multiply(X, W1), b1)); return [A1, output(add(multiply(A1, W2), b2))]; }`,
  };
  const report = await gradeFiles(files, { exercises: ['forwardMlp'] });
  expect(report.exercises[0]).toMatchObject({ score: 35, carriedForward: ['softmax'] });
});

test('a learner who wrote everything inside forwardMlp is graded on that alone', async () => {
  const forwardMlp = `import { add, multiply } from 'mathjs';
    const relu = (Z) => Z.map((row) => row.map((z) => Math.max(0, z)));
    const softmax = (Z) => Z.map((row) => row.map((z) => Math.exp(z)));
    export function forwardMlp(X, W1, b1, W2, b2) { const A1 = relu(add(multiply(X, W1), b1)); return [A1, softmax(add(multiply(A1, W2), b2))]; }`;
  const report = await gradeFiles(
    { 'softmax.ts': WRONG_SOFTMAX, 'forwardMlp.ts': forwardMlp },
    { exercises: ['forwardMlp'] },
  );
  expect(report.exercises[0].carriedForward).toEqual([]);
  expect(report.exercises[0].score).toBeLessThan(20);
});

test('a forwardMlp stub stays not started, whatever it imports', async () => {
  const stub = `import { softmax } from './softmax';\nexport const used = softmax;\n${STUB('forwardMlp')}`;
  const report = await gradeFiles(
    { 'softmax.ts': STUB('softmax'), 'forwardMlp.ts': stub },
    { exercises: ['forwardMlp'] },
  );
  expect(report.exercises[0]).toMatchObject({ status: 'not-started', score: 0, carriedForward: [] });
});

test('the source of what stands in cannot be read', async () => {
  const forwardMlp = `import { softmax } from './softmax';
    export function forwardMlp(X) { console.log(softmax.toString()); return [X, X]; }`;
  const report = await gradeFiles(
    { 'softmax.ts': WRONG_SOFTMAX, 'forwardMlp.ts': forwardMlp },
    { exercises: ['forwardMlp'] },
  );
  expect(report.exercises[0].console).toContain('[code not shown]');
  expect(report.exercises[0].console).not.toContain('maximum');
});

test('no error of V8 quotes what stands in', async () => {
  const forwardMlp = `import { relu } from './relu';
    const real = Array.prototype.map;
    const exported = [];
    const define = Object.defineProperty;
    function quote(f) {
      for (const attempt of [() => { f.name = 'x'; }, () => structuredClone(f), () => Reflect.construct(f, [])]) {
        try { attempt(); } catch (error) { console.log('quoted:', error.message.replace(/ {9,}/g, ' ')); }
      }
    }
    export function forwardMlp(X) {
      Array.prototype.map = function (f) { quote(f); return real.call(this, f); };
      Object.defineProperty = (target, ...rest) => { exported.push(target); return define(target, ...rest); };
      try { relu([[1]]); require('./softmax').softmax([[1, 2]]); } finally { Array.prototype.map = real; Object.defineProperty = define; }
      for (const target of exported) for (const key of Object.keys(target)) quote(target[key]);
      return X;
    }`;
  const files = { 'relu.ts': STUB('relu'), 'softmax.ts': WRONG_SOFTMAX, 'forwardMlp.ts': forwardMlp };
  const report = await gradeFiles(files, { exercises: ['forwardMlp'] });
  const { console } = report.exercises[0];
  expect(console).toContain('quoted:');
  expect(console).toContain('structuredClone cannot copy a function');
  expect(console).not.toMatch(/Math|row|=>|power|\bZ\b/);
});

test('the reference stands in only for what the exercise is meant to build on', async () => {
  const files = {
    'relu.ts': `import { forwardMlp } from './forwardMlp';
      export function relu(Z) {
        const zeros = [Z[0].map(() => 0)];
        const one = Z[0].map((_, i) => Z[0].map((_, j) => (i === j ? 1 : 0)));
        return forwardMlp(Z, one, zeros, one, zeros)[0];
      }`,
    'forwardMlp.ts': STUB('forwardMlp'),
  };
  const report = await gradeFiles(files, { exercises: ['relu'] });
  expect(report.exercises[0]).toMatchObject({ score: 0, carriedForward: [] });
});

test('a function that calls hand over does not reach the next exercise', async () => {
  // An object that all exercises share and that no watch looks at.
  const hole = 'let hole; try { structuredClone(() => {}); } catch (error) { hole = Object.getPrototypeOf(error); }';
  const files = {
    'numericalGradient.ts': `${hole}
      export function numericalGradient(...inputs) { (hole.kept ??= []).push(...inputs); throw new Error('not solved'); }`,
    'forwardPerceptron.ts': `${hole}
      export function forwardPerceptron(X, W, b) {
        return hole.kept.find((kept) => typeof kept === 'function' && kept.name.endsWith('perceptron'))(X, { W, b });
      }`,
  };
  const report = await gradeFiles(files, { exercises: ['numericalGradient', 'forwardPerceptron'] });
  expect(exerciseOf(report, 'forwardPerceptron').score).toBe(0);
});

test('an answer of the wrong size, however large, costs its own exercise only', async () => {
  const forwardMlp = 'export const forwardMlp = () => [[[1]], [new Array(200_000).fill(0)]];';
  const report = await gradeFiles({ 'forwardMlp.ts': forwardMlp }, { exercises: ['forwardMlp', 'crossEntropy'] });
  expect(exerciseOf(report, 'forwardMlp').status).toBe('failed');
  expect(exerciseOf(report, 'crossEntropy').score).toBe(25);
});
