import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOfKit, runCli } from '../test/support/commandLine';
import { toyWorkbook } from '../test/support/toyWorkbook';
import { KIT_ROOT } from '../workbook/paths';
import { isSameText, keptStub } from '../workbook/stub';
import { loadWorkbook } from '../workbook/workbook';

test('every stub that learners get is the one that reset goes back to', async () => {
  const { exercises, root } = await loadWorkbook();
  for (const { name } of exercises) {
    const shipped = fs.readFileSync(path.join(KIT_ROOT, `exercises/${name}.ts`), 'utf8');
    // A learner who runs this has begun.
    if (!shipped.includes(`throw new Error('TODO: write ${name}')`)) continue;
    expect(isSameText(keptStub(root, name) ?? '', shipped), name).toBe(true);
  }
});

test('reset puts the stub back, and keeps what was written, each time in a file of its own', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/softmax.ts');
  const stub = fs.readFileSync(path.join(kit, 'fixtures/softmax/stub.txt'), 'utf8');
  for (const [number, answer] of ['first', 'second'].entries()) {
    fs.writeFileSync(file, answer);
    const { status, stdout, stderr } = await runCli(['reset', 'exercises/softmax.ts'], kit);
    const kept = `.progress/answers/softmax-${number + 1}.ts`;
    expect(stdout.replace(/\s+/g, ' ')).toBe(`exercises/softmax.ts has been reset. Your answer is kept in ${kept}. `);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(fs.readFileSync(path.join(kit, kept), 'utf8')).toBe(answer);
    expect(fs.readFileSync(file, 'utf8')).toBe(stub);
  }
  expect(fs.readFileSync(path.join(kit, '.progress/answers/softmax-1.ts'), 'utf8')).toBe('first');
});

test('reset restores a file that was deleted, and leaves a stub alone', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/relu.ts');
  fs.rmSync(file);
  expect((await runCli(['reset', 'relu'], kit)).stdout).toBe('exercises/relu.ts is back, with its comment.\n');
  expect(fs.readFileSync(file, 'utf8')).toBe(fs.readFileSync(path.join(KIT_ROOT, 'fixtures/relu/stub.txt'), 'utf8'));
  expect((await runCli(['reset', 'relu'], kit)).stdout).toBe(
    'exercises/relu.ts is the stub already: nothing was changed.\n',
  );
  expect(fs.existsSync(path.join(kit, '.progress/answers'))).toBe(false);
});

test('an answer that cannot be kept stays where it is', async () => {
  const kit = copyOfKit();
  const file = path.join(kit, 'exercises/relu.ts');
  fs.writeFileSync(file, 'mine');
  fs.writeFileSync(path.join(kit, '.progress'), 'a file where the folder should be');
  const { status, stderr } = await runCli(['reset', 'relu'], kit);
  expect(stderr).toBe('.progress/answers cannot be written: part of its path is a file.\n');
  expect(status).toBe(2);
  expect(fs.readFileSync(file, 'utf8')).toBe('mine');
});

test('in a private workbook, verify keeps the stub of a sound exercise, and reset goes back to it', async () => {
  const root = toyWorkbook();
  const file = path.join(root, 'exercises/double.ts');
  const stub = fs.readFileSync(file, 'utf8');
  expect((await runCli(['reset', 'double', '--workbook', root])).stderr).toContain('stub.txt is missing');
  expect((await runCli(['verify', '--workbook', root, '--seeds', '1'])).status).toBe(0);
  fs.writeFileSync(file, 'mine');
  expect((await runCli(['reset', 'double', '--workbook', root])).status).toBe(0);
  expect(fs.readFileSync(file, 'utf8')).toBe(stub);
  expect(fs.readFileSync(path.join(root, '.progress/answers/double-1.ts'), 'utf8')).toBe('mine');
});

test('verify tells an author whose stub is another than the kept one', async () => {
  const root = toyWorkbook({ double: [] }, { 'fixtures/double/stub.txt': 'another' });
  const { status, stdout } = await runCli(['verify', '--workbook', root, '--seeds', '1']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('exercises/double.ts is not the stub in fixtures/double/stub.txt');
  expect(status).toBe(1);
});
