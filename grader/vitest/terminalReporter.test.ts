import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit } from '../test/support/commandLine';
import { startVitest } from '../test/support/startVitest';
import { KIT_ROOT } from '../workbook/paths';

/** The options that a script of npm's starts Vitest with. */
function optionsOf(script: string): readonly string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(KIT_ROOT, 'package.json'), 'utf8'));
  return scripts[script].split(' ').slice(6);
}

test('npm run watch prints a screen in which what was saved is told in full, and the rest in a line or two', async () => {
  const kit = copyOfKit();
  const write = (name: string, body: string) =>
    fs.writeFileSync(path.join(kit, `exercises/${name}.ts`), `export function ${name}(Z: number[][]) {\n${body}\n}\n`);
  write('relu', '  return Z.map((row) => row.map(Math.abs));');
  write('sigmoid', '  return Z;');
  const { until } = startVitest(kit, ...optionsOf('watch'));
  const first = await until(/to\s+end\.\n/);
  expect(first).toContain('relu([[-1]]) gives [[1]], expected [[0]]. Right for [[0]].');
  expect(first).toMatch(/\nNext: relu in exercises\/relu\.ts:1\. .*\n\nGraded in /);
  write('sigmoid', '  return (Z;');
  const saved = await until(/to\s+end\.\n/);
  expect(saved).toContain("exercises/sigmoid.ts:2:12 ')' expected.");
  expect(saved).toMatch(/\nNext: fix exercises\/sigmoid\.ts:2, then save it\.\n\nGraded sigmoid in /);
  expect(saved.split('\n').length).toBeLessThan(26);
});

test('npm run ui prints its address last', async () => {
  const { until } = startVitest(copyOfKit(), ...optionsOf('ui'), '--open=false');
  const output = await until(/In the browser: .*\n/);
  expect(output).toMatch(/\nNext: open exercises\/relu\.ts/);
  const address = /In the browser: (http:\S+)\n$/.exec(output)?.[1] ?? '';
  expect((await fetch(address)).status).toBe(200);
});
