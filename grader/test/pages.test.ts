import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KIT_ROOT } from '../workbook/paths';

/** README.md, CONTRIBUTING.md and docs/: what they name is there. */

const read = (page: string) => fs.readFileSync(path.join(KIT_ROOT, page), 'utf8');
const docs = fs.readdirSync(path.join(KIT_ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];

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
