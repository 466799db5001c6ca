import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit, runCli } from '../../test/support/commandLine';
import { KIT_ROOT } from '../paths';

/** A fenced block of a page: its language, what stands after that, and its text. */
interface Block {
  readonly language: string;
  readonly label: string;
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  const source = fs.readFileSync(path.join(KIT_ROOT, page), 'utf8');
  return [...source.matchAll(/^```(\w+)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map(([, language, label, text]) => ({
    language,
    label,
    text,
  }));
}

/** What docs/authoring.md makes, under another name: the kit may hold an exercise called as in the page. */
function tutorialBlocks(name: string): readonly Block[] {
  const renamed = (text: string) => text.replaceAll('leakyRelu', name);
  return blocksOf('docs/authoring.md').map(({ language, label, text }) => ({
    language,
    label: renamed(label),
    text: renamed(text),
  }));
}

/** `npm run verify -- leakyRelu` as arguments of the command line. */
function argumentsOf(command: string): readonly string[] {
  const match = /^npm run (\w+)(?: -- (.*))?\n$/.exec(command);
  if (match === null) throw new Error(`not an npm script: ${command}`);
  return [match[1], ...(match[2]?.split(' ') ?? [])];
}

/** Does in `kit` what the page says, for an exercise called `name`, and expects what it promises. */
async function followTutorial(kit: string, name: string): Promise<void> {
  let output = '';
  for (const { language, label, text } of tutorialBlocks(name)) {
    if (language === 'ts') fs.writeFileSync(path.join(kit, label), text);
    if (language === 'sh') {
      const { stdout, stderr } = await runCli(argumentsOf(text), kit);
      expect(stderr).toBe('');
      output = stdout.replace(/\s+/g, ' ');
    }
    if (language === 'text') for (const line of text.trim().split('\n')) expect(output).toContain(line);
  }
}

/** Runs a program of the packages in `kit`; what it wrote when it failed, else nothing. */
function complaints(kit: string, program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(KIT_ROOT, 'node_modules', program), ...args],
    {
      cwd: kit,
      encoding: 'utf8',
      env: { ...process.env, VITEST: undefined },
    },
  );
  return status === 0 ? '' : stdout + stderr;
}

/** The folders that a new exercise changes: the rest of a kit is as it was checked before. */
const CHANGED = ['exercises', 'solutions', 'reference', 'fixtures'];

/** Tests that read the kit's own syllabus. */
const OF_THE_SYLLABUS = ['grader/cli.test.ts', 'grader/commands/watchAndGrade.test.ts'];

// Two exercises made, proven and graded, then the kit's own checks: half a minute on an idle machine.
test('docs/authoring.md does what it says, and a kit with two such exercises more passes its own checks', async () => {
  const kit = copyOfKit();
  expect(tutorialBlocks('leakyOne').filter(({ language }) => language === 'sh')).toHaveLength(3);
  await followTutorial(kit, 'leakyOne');
  await followTutorial(kit, 'leakyTwo');

  const graded = await runCli(['grade', '--submission', 'solutions', 'leakyOne', 'leakyTwo'], kit);
  expect(graded.stdout).toMatch(/leakyOne +10 \/ 10/);
  expect(graded.status).toBe(0);
  const verified = await runCli(['verify', '--seeds', '0'], kit);
  expect(verified.stdout).toContain('exercises are sound');
  fs.writeFileSync(
    path.join(kit, 'tsconfig.changed.json'),
    JSON.stringify({ extends: './tsconfig.json', include: CHANGED }),
  );
  expect(complaints(kit, 'typescript/bin/tsc', '-p', 'tsconfig.changed.json')).toBe('');
  expect(complaints(kit, '@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...CHANGED)).toBe('');
  for (const file of OF_THE_SYLLABUS) expect(fs.existsSync(path.join(kit, file))).toBe(true);
  const vitest = ['vitest/vitest.mjs', 'run', '--configLoader', 'runner', '--project', 'kit'] as const;
  expect(complaints(kit, ...vitest, ...OF_THE_SYLLABUS)).toBe('');
}, 300_000);
