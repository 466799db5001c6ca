import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { escaped } from '../../text/escape';
import { htmlDocument } from './shell';

const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];

test('a page without a script lets nothing run or load', () => {
  expect(policyOf(htmlDocument({ title: 'A', body: '' }))).toBe("default-src 'none'; style-src 'unsafe-inline'");
});

test('a page with a script lets that one run, and no other', () => {
  const script = 'show();';
  const html = htmlDocument({ title: 'A', body: '', script });
  expect(html).toContain(`<script>${script}</script>`);
  const hash = createHash('sha256').update(script).digest('base64');
  expect(policyOf(html)).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
});

test('a title, like any text, never becomes markup', () => {
  expect(htmlDocument({ title: '</title><script>', body: '' })).toContain('<title>&#60;/title&#62;&#60;script&#62;');
  expect(escaped(`a & b "c" 'd'`)).toBe('a &#38; b &#34;c&#34; &#39;d&#39;');
});
