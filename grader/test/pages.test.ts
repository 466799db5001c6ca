import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as authoring from '../authoring/index';
import { exportNames, reporterNames } from '../reporters/registry';
import { KIT_ROOT } from '../workbook/paths';

/** README.md, CONTRIBUTING.md and docs/: what they name is there, and what they list is complete. */

const read = (page: string) => fs.readFileSync(path.join(KIT_ROOT, page), 'utf8');
const docs = fs.readdirSync(path.join(KIT_ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];

/** Paths of all files and folders of the kit, from its root. */
const kept = fs
  .readdirSync(KIT_ROOT)
  .filter((top) => top !== 'node_modules' && top !== '.git')
  .flatMap((top) => [top, ...(fs.statSync(path.join(KIT_ROOT, top)).isDirectory() ? filesBelow(top) : [])]);

function filesBelow(folder: string): readonly string[] {
  const names = fs.readdirSync(path.join(KIT_ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`);
}

/** What the first group of `pattern` finds in a page, each once. */
const found = (page: string, pattern: RegExp) => [...new Set([...read(page).matchAll(pattern)].map(([, one]) => one))];

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string) =>
  found(page, /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

/** Why a link of `page` leads nowhere; null when it leads somewhere. */
function fault(page: string, link: string): string | null {
  if (/^https?:/.test(link)) return null;
  const [file, anchor] = link.split('#');
  const target = file === '' ? page : path.join(path.dirname(page), file);
  if (!fs.existsSync(path.join(KIT_ROOT, target))) return `${link}: no such file`;
  return anchor === undefined || anchorsOf(target).includes(anchor) ? null : `${link}: no such heading`;
}

test('the README opens with the two commands of a fresh clone', () => {
  expect(/```sh\n([\s\S]*?)```/.exec(read('README.md'))?.[1]).toBe('npm ci && npm run grade\nnpm ci && npm test\n');
});

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = found(page, /(?:\]\(|src="|srcset=")([^)"\s]+)/g);
  expect(links.map((link) => fault(page, link)).filter((one) => one !== null)).toEqual([]);
});

test.each(pages)('every script that %s names is one of package.json', (page) => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = found(page, /npm run (?:-s |--silent )?([a-z](?:[\w:-]*\w)?)/g);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

test.each(pages)('whatever %s gives to a script stands behind a --', (page) => {
  expect(found(page, /(npm run [a-z:-]*[a-z] (?!--? |"--" )[^\s`]+)/g)).toEqual([]);
});

// NAME and leakyRelu are exercises that a reader makes.
test.each(pages)('every file that %s names is there', (page) => {
  const named = found(page, /`((?:grader|fixtures|reference|docs|\.ci)\/[\w./-]+)`/g);
  const missing = named.filter((name) => !/NAME|leakyRelu/.test(name) && !fs.existsSync(path.join(KIT_ROOT, name)));
  expect(missing).toEqual([]);
});

// The map leaves out `grader/`, and in a sentence the folder that it has just named.
test('every file and folder that the map names is there', () => {
  const named = found('docs/architecture.md', /(?<![\w(.-])([\w-][\w./-]*(?:\/|\.(?:ts|json|jsonc|md)))(?![\w./])/g);
  expect(named.length).toBeGreaterThan(80);
  const isThere = (name: string) => kept.some((file) => `/${file}`.endsWith(`/${name.replace(/\/$/, '')}`));
  expect(named.filter((name) => !name.includes('NAME') && !isThere(name))).toEqual([]);
});

test('every script of package.json is explained in README.md or CONTRIBUTING.md', () => {
  const listed = ['README.md', 'CONTRIBUTING.md'].flatMap((page) => found(page, /`npm (?:run )?([\w:-]+)/g));
  expect(Object.keys(JSON.parse(read('package.json')).scripts).filter((name) => !listed.includes(name))).toEqual([]);
});

test('CONTRIBUTING.md lists above .ci/run what that runs', () => {
  const above = read('CONTRIBUTING.md').split('| `.ci/run`')[0];
  const listed = [...above.matchAll(/^\| `npm (?:run )?([\w:]+)` \|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(found('.ci/run', /^(?:suite|npm run) ([\w:]+)/gm).sort());
});

test.each([
  ['README.md', reporterNames],
  ['docs/class.md', exportNames],
])('%s names the reporters there are', (page, names) => {
  const row = /^\| `--reporter NAME` +\|(.*?)[|:]/m.exec(read(page))?.[1] ?? '';
  expect([...row.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(names);
});

test('docs/authoring.md and docs/pictures.md name all that fixtures are written with', () => {
  const named = found('docs/authoring.md', /\b([a-z]\w+)\b/gi).concat(found('docs/pictures.md', /`(\w+)\(/g));
  expect(Object.keys(authoring).filter((name) => /^[a-z]/.test(name) && !named.includes(name))).toEqual([]);
});
