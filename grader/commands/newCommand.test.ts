import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfKit, runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { nameProblem } from '../workbook/exerciseName';
import { KIT_ROOT } from '../workbook/paths';
import { withExercise } from '../workbook/scaffold/syllabus';
import { kitFrom } from './newCommand';

const bin = (name: string) => path.join(KIT_ROOT, 'node_modules', name);

test('what it makes compiles, lints, and is led on by verify', async () => {
  const kit = copyOfKit();
  const { stdout, status } = await runCli(['new', 'scaffolded'], kit);
  expect(status).toBe(0);
  expect(stdout).toContain('1. Write the contract in exercises/scaffolded.ts');
  // What it made, and what that imports: the rest of the kit is checked by `npm run check`.
  fs.writeFileSync(
    path.join(kit, 'tsconfig.new.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['*/scaffolded.ts', 'fixtures/scaffolded'] }),
  );
  const types = spawnSync(process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.new.json'], {
    cwd: kit,
    encoding: 'utf8',
  });
  expect(types.stdout).toBe('');
  const lint = spawnSync(
    process.execPath,
    [
      bin('@biomejs/biome/bin/biome'),
      'check',
      '--vcs-enabled=false',
      'exercises',
      'solutions',
      'reference',
      'fixtures',
    ],
    { cwd: kit, encoding: 'utf8' },
  );
  expect(lint.stderr).toBe('');
  expect(lint.status).toBe(0);
  const verified = await runCli(['verify', 'scaffolded'], kit);
  expect(verified.stdout).toContain('scaffolded: write reference/scaffolded.ts');
  expect(verified.status).toBe(1);
});

test('in a copy with the line ends of Windows it writes those, too', async () => {
  const kit = copyOfKit();
  const syllabus = path.join(kit, 'fixtures/index.ts');
  fs.writeFileSync(syllabus, fs.readFileSync(syllabus, 'utf8').replace(/\r?\n/g, '\r\n'));
  const { stderr, status } = await runCli(['new', 'scaffolded'], kit);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  for (const file of [syllabus, path.join(kit, 'exercises/scaffolded.ts')])
    expect(fs.readFileSync(file, 'utf8').replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['reLU', /^exercises\/relu\.ts already exists/],
  ['relu', /^exercises\/relu\.ts already exists: choose another name, or remove it first\.\n$/],
  ['LeakyRelu', /^"LeakyRelu" is not camelCase.* Did you mean leakyRelu\?\n$/],
  ['leaky-relu', /^"leaky-relu" is not camelCase.* Did you mean leakyRelu\?\n$/],
  ['exercises/relu.ts', /^exercises\/relu\.ts already exists/],
])('the name %s gets a sentence, and nothing is written', async (name, message) => {
  const kit = copyOfKit();
  const before = fs.readdirSync(path.join(kit, 'fixtures'));
  const { stdout, stderr, status } = await runCli(['new', name], kit);
  expect(stderr).toMatch(message);
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(fs.readdirSync(path.join(kit, 'fixtures'))).toEqual(before);
});

test.each([
  ['await', 'is a word of the language'],
  ['arguments', 'is a word of the language'],
  ['constructor', 'means something else in JavaScript'],
  ['require', 'means something else in JavaScript'],
  ['nul', 'is a device on Windows'],
  ['com1', 'is a device on Windows'],
  ['index', 'is a name that the kit uses itself'],
  ['functions', 'is a name that the kit uses itself'],
  ['syllabus', 'is a name that the kit uses itself'],
  ['variants', 'is a name that the kit uses itself'],
])('no exercise can be called %s', (name, problem) => {
  expect(nameProblem(name)).toContain(problem);
});

test.each(['unique', 'convolve', 'get', 'of', 'async', 'isNaN', 'digits', 'mean'])(
  'an exercise can be called %s',
  (name) => {
    expect(nameProblem(name)).toBeNull();
  },
);

test('where a file cannot be written, nothing is left of the exercise', async () => {
  const kit = copyOfKit();
  fs.writeFileSync(path.join(kit, 'fixtures/scaffolded'), 'a file in its place');
  const { stdout, stderr, status } = await runCli(['new', 'scaffolded'], kit);
  expect(stderr).toBe('fixtures/scaffolded cannot be written: part of its path is a file.\n');
  expect(stdout).toBe('');
  expect(status).toBe(2);
  for (const folder of ['exercises', 'solutions', 'reference'])
    expect(fs.existsSync(path.join(kit, folder, 'scaffolded.ts'))).toBe(false);
});

test('a workbook behind a link finds the kit, and its author what to do', async () => {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'far/away'), { recursive: true });
  fs.symlinkSync(path.join(folder, 'far/away'), path.join(folder, 'near'), 'junction');
  const workbook = path.join(folder, 'near/exam');
  expect((await runCli(['new', 'half', '--workbook', workbook])).status).toBe(0);
  const { stderr } = await runCli(['grade', '--workbook', workbook]);
  expect(stderr).toMatch(/^reference\/half\.ts on case ".+": TODO: write the reference of half\.\n$/);
});

test.each([
  ['D:\\exam', 'C:\\kit', 'C:/kit'],
  ['C:\\exam', 'C:\\kit', '../kit'],
  ['C:\\', 'C:\\kit', './kit'],
])('on Windows a workbook in %s imports the kit in %s as %s', (root, kit, way) => {
  expect(kitFrom(root, kit, path.win32)).toBe(way);
});

test('a workbook of one’s own is made, verified and graded from outside the kit', async () => {
  const workbook = path.join(temporaryFolder(), 'exam');
  expect((await runCli(['new', 'half', '--workbook', workbook])).status).toBe(0);
  expect((await runCli(['new', 'third', '--workbook', workbook])).status).toBe(0);
  const body = '(Z: Matrix): Matrix {\n  return Z.map((row) => row.map((z) => z / 2));\n}\n';
  for (const folder of ['reference', 'solutions']) {
    fs.writeFileSync(
      path.join(workbook, folder, 'half.ts'),
      `import type { Matrix } from '../authoring';\n\nexport function half${body}`,
    );
  }
  const types = spawnSync(process.execPath, [bin('typescript/bin/tsc'), '-p', workbook], { encoding: 'utf8' });
  expect(types.stdout).toBe('');
  const graded = await runCli([
    'grade',
    'half',
    '--workbook',
    workbook,
    '--submission',
    path.join(workbook, 'solutions'),
  ]);
  expect(graded.stdout).toMatch(/half +10 \/ 10/);
  const verified = await runCli(['verify', '--workbook', workbook]);
  expect(verified.stdout).toContain('half: write the contract of exercises/half.ts');
  expect(verified.stdout).toContain('third: write reference/third.ts');
});

describe('the syllabus', () => {
  const source = (items: string) =>
    `import type { Chapter } from '../authoring';\n\nexport const syllabus: readonly Chapter[] = [\n  {\n    id: '1',\n    exercises: [${items}],\n  },\n];\n`;

  test('takes the exercise at the end of its last chapter, imports in alphabetical order', () => {
    const once = withExercise(source(''), 'tanh');
    const twice = withExercise(once ?? '', 'abs');
    expect(twice).toContain(
      "import { fixture as abs } from './abs/fixture';\nimport { fixture as tanh } from './tanh/fixture';\n",
    );
    expect(twice).toContain('exercises: [tanh, abs],');
  });

  test('is left alone when it has been rearranged', () => {
    expect(withExercise('export const syllabus = [chapter()];\n', 'tanh')).toBeNull();
  });
});
