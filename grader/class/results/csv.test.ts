import { expect, test } from 'vitest';
import { csv } from './csv';

const textOf = (...cells: Parameters<typeof csv>[0][number]) => csv([cells]).slice(1);

test('a byte-order mark tells Excel that it is UTF-8', () => {
  expect(Buffer.from(csv([['Élodie']])).toString('hex')).toMatch(/^efbbbfc389/);
});

test('what a spreadsheet would take for a formula is neutralised; numbers and our own dash are not', () => {
  expect(textOf('=1+1', '+49', '-a', '@x', '\t=1', -2, { verbatim: '-' })).toBe("'=1+1,'+49,'-a,'@x,'\t=1,-2,-\n");
});

test('control characters are shown as text, and a byte-order mark hides no formula', () => {
  expect(textOf('esc\u001b[2Jx', 'bidi\u202egnp', '\ufeff=1')).toBe("esc␛[2Jx,bidi\ufffdgnp,'=1\n");
});

test('commas and quotes are quoted, and a row stays one line', () => {
  expect(textOf('a,b', 'say "x"', 'two\r\nlines', '')).toBe('"a,b","say ""x""",two lines,\n');
});
