import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { outputOf } from '../test/support/gradeFolders';
import { DOUBLE, submit, toyClass } from '../test/support/toyClass';

/** What a terminal, or a CI service that reads the log, would obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding these is this expression's job
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s*::/m;

const NASTY = ['esc\u001b[2J', 'line\n::error::forged', '::warning::folder', 'bidi\u202etxt', 'bell\u0007'];

test.skipIf(process.platform === 'win32')(
  'names of folders, files and exports reach no terminal, log, table or page as they are',
  async () => {
    const toy = toyClass({ ada: 'right' });
    for (const name of NASTY) {
      submit(toy.submissions, name, DOUBLE.squared);
      fs.writeFileSync(path.join(toy.submissions, `${name} loose`), '');
      submit(toy.submissions, `${name} exports`, 'export { one as "\u001b[2J\\n::error::forged" };\nconst one = 1;\n');
      submit(toy.submissions, `${name} imports`, `import "./\\n::error::forged\u001b[2J";\n${DOUBLE.right}`);
    }
    fs.mkdirSync(path.join(toy.submissions, 'ada/exercises'));
    fs.copyFileSync(path.join(toy.submissions, 'ada/double.ts'), path.join(toy.submissions, 'ada/exercises/double.ts'));
    const args = ['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out, '--reporter', 'gradescope'];
    const { status, stdout, stderr } = await runCli(args);
    expect(status).toBe(0);
    expect(stdout).toContain('Ignored, as they are not folders: : :warning::folder loose;');
    const tables = ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html'].map((name) => outputOf(toy.out, name));
    const reports = ['reports', 'gradescope'].flatMap((folder) =>
      fs.readdirSync(path.join(toy.out, folder)).map((name) => outputOf(toy.out, path.join(folder, name))),
    );
    for (const text of [stdout, stderr, ...tables, ...reports]) expect(text).not.toMatch(OBEYED);
    const texts = reports.flatMap((report) => stringsIn(JSON.parse(report)));
    for (const text of texts) expect(text).not.toMatch(OBEYED);
  },
);

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test.skipIf(process.platform !== 'linux')('a folder whose name is not UTF-8 is named', async () => {
  const toy = toyClass({ ada: 'right' });
  const name = (ending: string) =>
    Buffer.concat([Buffer.from(`${toy.submissions}/zo`), Buffer.from([0xeb]), Buffer.from(ending)]);
  fs.mkdirSync(name(''));
  fs.writeFileSync(name('.zip'), '');
  const { stdout } = await runCli(['class', toy.submissions, '--workbook', toy.workbook, '--out', toy.out]);
  expect(stdout).toContain('Not graded, as its name is not UTF-8 (rename it): zo\ufffd; zo\ufffd.zip.');
});
