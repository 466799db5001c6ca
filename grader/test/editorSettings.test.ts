import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseCLI } from 'vitest/node';
import { KIT_ROOT } from '../workbook/paths';
import { copyOfKit } from './support/commandLine';

/** What `.vscode/` says, against what the kit really does. */

const read = (name: string) => JSON.parse(fs.readFileSync(path.join(KIT_ROOT, name), 'utf8'));
const [task] = read('.vscode/tasks.json').tasks;

/** The matches of the task's problem matchers in `output`, as `file:line` and message. */
function problemsIn(output: string): readonly string[] {
  return task.problemMatcher.flatMap(({ pattern }: { pattern: Record<string, number> & { regexp: string } }) =>
    output.split('\n').flatMap((line) => {
      const found = new RegExp(pattern.regexp).exec(line);
      return found === null ? [] : [`${found[pattern.file]}:${found[pattern.line]} ${found[pattern.message]}`];
    }),
  );
}

test('the task runs what npm run grade runs, and nothing of a shell is between', () => {
  expect([task.command, ...task.args].join(' ')).toBe(`${read('package.json').scripts.grade} --watch`);
});

test('the task knows when a grading starts and ends, and finds the places to look at', async () => {
  const kit = copyOfKit();
  fs.writeFileSync(path.join(kit, 'exercises/relu.ts'), '\nexport const relu = (Z: number[][]) => Z;\n');
  fs.writeFileSync(path.join(kit, 'exercises/softmax.ts'), 'export const softmax = (Z: number[][]) => {\n');
  const child = spawn(process.execPath, task.args, { cwd: kit, env: { ...process.env, INIT_CWD: kit } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await expect.poll(() => output, { timeout: 20_000 }).toContain('Ctrl-C');
  const [{ background }] = task.problemMatcher;
  const lines = output.split('\n');
  expect(lines.filter((line) => new RegExp(background.beginsPattern).test(line))).toHaveLength(1);
  const end = lines.findIndex((line) => new RegExp(background.endsPattern).test(line));
  expect(lines.slice(0, end).join('\n')).toContain('Total');
  expect(problemsIn(output)).toEqual([
    expect.stringMatching(/^exercises\/relu\.ts:2 relu .*not yet$/),
    "exercises/softmax.ts:2 '}' expected.",
  ]);
});

test("the Vitest extension's arguments are Vitest's, and choose the workbook", () => {
  const { options } = parseCLI(`vitest ${read('.vscode/settings.json')['vitest.cliArguments']}`);
  expect(options).toMatchObject({ project: ['workbook'], configLoader: 'runner' });
});

test('the dev container has the recommended extensions', () => {
  const { customizations } = read('.devcontainer/devcontainer.json');
  expect(customizations.vscode.extensions).toEqual(read('.vscode/extensions.json').recommendations);
});
