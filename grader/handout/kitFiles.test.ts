import path from 'node:path';
import { expect, test } from 'vitest';
import { KIT_ROOT } from '../workbook/paths';
import { fileImports } from './imports';
import { kitFiles } from './kitFiles';
import { packageFiles } from './packageFiles';

const files = kitFiles();

test('whatever the files of a handout import from the kit is in the handout, but for the commands of instructors', () => {
  const missing = [...files].flatMap(([file, text]) =>
    fileImports(path.join(KIT_ROOT, file), text)
      .map(({ target }) => path.relative(KIT_ROOT, target).split(path.sep).join('/'))
      .filter((target) => !files.has(target) && !/^grader\/commands\/\w+Command\.ts$/.test(target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(missing).toEqual([]);
});

test('its lock file locks the packages that it needs, and none that only instructors do', () => {
  const made = packageFiles('Week 1', files, false);
  const { dependencies } = JSON.parse(made.get('package.json') ?? '');
  const { packages } = JSON.parse(made.get('package-lock.json') ?? '');
  for (const name of ['mathjs', 'ts-node', 'vitest', '@vitest/ui', 'fflate']) {
    expect(dependencies).toHaveProperty([name]);
    expect(packages).toHaveProperty([`node_modules/${name}`]);
  }
  for (const name of ['csv-parse', 'cli-progress']) {
    expect(dependencies).not.toHaveProperty([name]);
    expect(packages).not.toHaveProperty([`node_modules/${name}`]);
  }
});

test('an exam has no script for hints', () => {
  const scripts = (exam: boolean) => JSON.parse(packageFiles('Week 1', files, exam).get('package.json') ?? '').scripts;
  expect(scripts(false)).toHaveProperty(['hint']);
  expect(scripts(true)).not.toHaveProperty(['hint']);
});
