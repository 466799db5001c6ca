import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { readRoster } from './roster';

function rosterOf(content: string | Buffer) {
  const file = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(file, content);
  return readRoster(file, 'roster.csv');
}

const SIMPLE = 'id,name,email\n17,Ada Lovelace,ada@uni.edu\n18,Bob Smith,bob@uni.edu\n';

describe('a roster is read', () => {
  test('as id,name,email', () => {
    const { kind, entries } = rosterOf(SIMPLE);
    expect(kind).toBe('simple');
    expect(entries).toMatchObject([
      { id: '17', name: 'Ada Lovelace', email: 'ada@uni.edu' },
      { id: '18', name: 'Bob Smith' },
    ]);
  });

  test('as Canvas exports it, without the rows that are not students', () => {
    const { kind, entries } = rosterOf(
      '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Essay (12)\n    Points Possible,,,,,10\n"Lovelace, Ada",101,u17,ada,A,7\n"Student, Test",999,,x,A,\n',
    );
    expect(kind).toBe('canvas');
    expect(entries).toMatchObject([
      { name: 'Lovelace, Ada', id: '101', idNumber: 'u17', username: 'ada', section: 'A' },
    ]);
  });

  test('as Moodle exports it, also with semicolons or from Excel as Unicode text', () => {
    const text = 'First name;Last name;ID number;Email address\nAda;Lovelace;u17;ada@uni.edu\n';
    const expected = [{ name: 'Ada Lovelace', idNumber: 'u17', email: 'ada@uni.edu' }];
    expect(rosterOf(text)).toMatchObject({ kind: 'moodle', entries: expected });
  });

  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  test.each<[string, string | Buffer]>([
    ['semicolons', SIMPLE.replaceAll(',', ';')],
    ['tabs', SIMPLE.replaceAll(',', '\t')],
    [
      'semicolons, and commas in the names',
      'id;name;email\n17;"Lovelace, Ada";ada@uni.edu\n18;Smith, Bob;bob@uni.edu\n',
    ],
    ['a byte-order mark', `\ufeff${SIMPLE}`],
    ['line ends of Windows', SIMPLE.replaceAll('\n', '\r\n')],
    ['Excel’s sep= above the header', `sep=;\r\n${SIMPLE.replaceAll(',', ';')}`],
    ['sep= that says something unusual', `sep=|\n${SIMPLE.replaceAll(',', '|')}`],
    ['titles above the header', `Deep learning, part 3.3;;\n;;\nWinter term;;\n${SIMPLE.replaceAll(',', ';')}`],
    ['UTF-16 as Windows writes it', utf16(`\ufeff${SIMPLE.replaceAll(',', '\t')}`)],
    ['UTF-16 in the other byte order', utf16(`\ufeff${SIMPLE}`).swap16()],
    ['UTF-16 without a mark', utf16(SIMPLE)],
    ['UTF-16 and sep=', utf16(`\ufeffsep=;\r\n${SIMPLE.replaceAll(',', ';')}`)],
    [
      'a title that has more commas than the rest semicolons',
      `Term 1, A, B, C, D, E, F\n${SIMPLE.replaceAll(',', ';')}`,
    ],
    ['two columns that say the same', 'id,email,mail\n17,ada@uni.edu,ada@uni.edu\n18,bob@uni.edu,bob@uni.edu\n'],
  ])('with %s', (_, content) => {
    const { entries } = rosterOf(content);
    expect(entries.map(({ id, email }) => [id, email])).toEqual([
      ['17', 'ada@uni.edu'],
      ['18', 'bob@uni.edu'],
    ]);
  });
});

test.each([
  ['an empty file', '', 'roster.csv is empty.'],
  ['no students', 'id,name,email\n', 'roster.csv lists no students.'],
  [
    'other columns',
    'a,b\n1,2\n',
    /line 1 has no column that identifies a student; it should have the columns of a Canvas/,
  ],
  ['a student twice', `${SIMPLE}17,Eve,eve@uni.edu\n`, 'has "17" twice, on lines 2 and 4.'],
  ['nothing to tell a student by', 'id,name,email\n,Ada,\n', 'line 2 has no id, username or e-mail address for Ada.'],
  ['an open quote', 'id,name\n1,"Ada\n', /is not a CSV file \(line \d\)/],
  [
    'Latin-1',
    Buffer.from('id,name\n1,Zoë\n', 'latin1'),
    'is not text in UTF-8 (line 2). Save it again as "CSV UTF-8".',
  ],
  ['other columns below sep=', 'sep=;\na;b\n1;2\n', /line 2 has no column that identifies a student; it should have/],
  [
    'two columns of one meaning that differ',
    'id,name,id\n17,Ada,17\n18,Bob,19\n',
    'line 3 has "18" in its column "id" and "19" in another that means the same, "id". Delete one of the two columns.',
  ],
  ['a student twice below a title', `Term 1\n${SIMPLE}17,Eve,eve@uni.edu\n`, 'has "17" twice, on lines 3 and 5.'],
])('a roster with %s is refused in one sentence', (_, content, message) => {
  expect(() => rosterOf(content)).toThrow(message);
});

test('a roster that does not exist is refused', () => {
  expect(() => readRoster('/nowhere/roster.csv', 'roster.csv')).toThrow(
    '--roster: roster.csv cannot be read: it does not exist.',
  );
});
