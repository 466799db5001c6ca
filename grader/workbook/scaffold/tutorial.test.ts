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

/** `npm run verify -- tanh` as arguments of the command line. */
function argumentsOf(command: string): readonly string[] {
  const match = /^npm run (\w+)(?: -- (.*))?\n$/.exec(command);
  if (match === null) throw new Error(`not an npm script: ${command}`);
  return [match[1], ...(match[2]?.split(' ') ?? [])];
}

test('docs/authoring.md does what it says, block by block', async () => {
  const kit = copyOfKit();
  let output = '';
  let ran = 0;
  for (const { language, label, text } of blocksOf('docs/authoring.md')) {
    if (language === 'ts') fs.writeFileSync(path.join(kit, label), text);
    if (language === 'sh') {
      const { stdout, stderr } = await runCli(argumentsOf(text), kit);
      expect(stderr).toBe('');
      output = stdout.replace(/\s+/g, ' ');
      ran += 1;
    }
    if (language === 'text') for (const line of text.trim().split('\n')) expect(output).toContain(line);
  }
  expect(ran).toBe(3);
  const { stdout, status } = await runCli(['grade', '--submission', 'solutions', 'tanh'], kit);
  expect(stdout).toMatch(/tanh +10 \/ 10/);
  expect(status).toBe(0);
});
