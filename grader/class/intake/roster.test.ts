import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/submissions';
import { matchRoster } from './matching';
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

  test('as Canvas exports it, without the rows that are no students', () => {
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
    const unicode = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(';', '\t'), 'utf16le')]);
    expect(rosterOf(unicode)).toMatchObject({ kind: 'moodle', entries: expected });
  });
});

test.each([
  ['an empty file', '', 'roster.csv is empty.'],
  ['no students', 'id,name,email\n', 'roster.csv lists no students.'],
  ['other columns', 'a,b\n1,2\n', /has no column that identifies a student; it should have the columns of a Canvas/],
  ['a student twice', `${SIMPLE}17,Eve,eve@uni.edu\n`, 'has "17" twice, on lines 2 and 4.'],
  ['nothing to tell a student by', 'id,name,email\n,Ada,\n', 'line 2 has no id, username or e-mail address for Ada.'],
  ['an open quote', 'id,name\n1,"Ada\n', /is not a CSV file \(line \d\)/],
  ['Latin-1', Buffer.from('id,name\n1,Zoë\n', 'latin1'), 'is not text in UTF-8. Save it again as "CSV UTF-8".'],
])('a roster with %s is refused in one sentence', (_, content, message) => {
  expect(() => rosterOf(content)).toThrow(message);
});

test('a roster that does not exist is refused', () => {
  expect(() => readRoster('/nowhere/roster.csv', 'roster.csv')).toThrow(
    '--roster: roster.csv cannot be read: it does not exist.',
  );
});

describe('folders find their student', () => {
  const match = (folder: string, roster = rosterOf(SIMPLE)) =>
    matchRoster([folder], roster).find(({ student }) => student === folder)?.entry?.name ?? null;

  test.each(['17', 'ada@uni.edu', 'ADA', 'Ada Lovelace', 'Lovelace, Ada', 'Ada Lovelace_123_assignsubmission_file'])(
    'by "%s"',
    (folder) => {
      expect(match(folder)).toBe('Ada Lovelace');
    },
  );

  test.each(['lovelaceada_101_5555_exercises', 'lovelaceada_LATE_101_5555_exercises', 'ada', 'u17'])(
    'by "%s" of a Canvas export, whose logins are addresses',
    (folder) => {
      const roster = rosterOf('Student,ID,SIS User ID,SIS Login ID,Section\n"Lovelace, Ada",101,u17,ada@uni.edu,A\n');
      expect(match(folder, roster)).toBe('Lovelace, Ada');
    },
  );

  test('but not by what two could mean', () => {
    const two = rosterOf('id,name,email\n1,Ada Lovelace,a@x\n2,Ada Lovelace,b@x\n');
    expect(match('Ada Lovelace', two)).toBeNull();
    expect(match('2', two)).toBe('Ada Lovelace');
  });

  test('missing students and unknown folders are listed; two folders of one student are contested', () => {
    const matches = matchRoster(['17', 'ada', 'mallory'], rosterOf(SIMPLE));
    expect(matches.map(({ student, entry, contested }) => [student, entry?.id ?? null, contested])).toEqual([
      ['17', '17', true],
      ['ada', '17', true],
      [null, '18', false],
      ['mallory', null, false],
    ]);
  });
});
