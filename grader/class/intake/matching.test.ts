import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { identifierKinds } from './identifierKinds';
import { matchRoster } from './matching';
import { type Roster, type RosterEntry, readRoster } from './roster';

function rosterOf(content: string): Roster {
  const file = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(file, content);
  return readRoster(file, 'roster.csv');
}

const CANVAS = 'Student,ID,SIS User ID,SIS Login ID,Section\n';

/** By folder, the name of the student whose it is; null for nobody's. */
function owners(folders: readonly string[], roster: Roster): Record<string, string | null> {
  const { matches } = matchRoster(folders, roster);
  return Object.fromEntries(
    matches.flatMap(({ student, entry }) => (student === null ? [] : [[student, entry?.name ?? null]])),
  );
}

/** By folder that is nobody's, whom it could be of, and why. */
function candidates(folders: readonly string[], roster: Roster): Record<string, readonly string[]> {
  return Object.fromEntries(
    matchRoster(folders, roster).matches.flatMap(({ student, candidates }) =>
      candidates.length === 0 ? [] : [[student, candidates.map(({ entry, by }) => `${by} of ${entry.name}`)]],
    ),
  );
}

describe('a folder finds its student', () => {
  test.each(['17', 'ada@uni.edu', 'ADA', 'Ada Lovelace', 'Lovelace, Ada', 'Ada Lovelace_123_assignsubmission_file'])(
    'by "%s"',
    (folder) => {
      const roster = rosterOf('id,name,email\n17,Ada Lovelace,ada@uni.edu\n18,Bob Smith,bob@uni.edu\n');
      expect(owners([folder], roster)).toEqual({ [folder]: 'Ada Lovelace' });
    },
  );

  test.each(['lovelaceada_101_5555_exercises', 'lovelaceada_LATE_101_5555_exercises', '101', 'ada', 'u17'])(
    'by "%s" of a Canvas export, whose logins are addresses',
    (folder) => {
      const roster = rosterOf(`${CANVAS}"Lovelace, Ada",101,u17,ada@uni.edu,A\n`);
      expect(owners([folder], roster)).toEqual({ [folder]: 'Lovelace, Ada' });
    },
  );

  test('by what Moodle calls a participant of a blind marking', () => {
    const roster = rosterOf('Identifier,Full name,Email address\nParticipant 7,Ada Lovelace,ada@uni.edu\n');
    const folder = 'Participant 7_7_assignsubmission_file';
    expect(owners([folder], roster)).toEqual({ [folder]: 'Ada Lovelace' });
  });
});

describe('kinds of identifiers do not mix', () => {
  // Ada's Canvas id is Bob's SIS id, and the other way round.
  const crossed = `${CANVAS}Ada,1001,1002,ada,A\nBob,1002,1001,bob,A\nCyd,1003,1103,cyd,A\nDan,1004,1104,dan,A\n`;

  test('a folder that two kinds give to different students goes to nobody, and both are named', () => {
    const roster = rosterOf(crossed);
    expect(owners(['1001'], roster)).toEqual({ '1001': null });
    expect(candidates(['1001'], roster)).toEqual({ '1001': ['Canvas id of Ada', 'SIS id of Bob'] });
  });

  test('the other folders decide which kind it is', () => {
    const roster = rosterOf(
      `${crossed}Eve,1005,1105,eve,A\nFay,1006,1106,fay,A\nGus,1007,1107,gus,A\nHal,1008,1108,hal,A\n`,
    );
    expect(owners(['1001', '1103', '1104', '1105', '1106'], roster)).toMatchObject({ '1001': 'Bob', '1103': 'Cyd' });
    expect(owners(['1001', '1003', '1004', '1005', '1006'], roster)).toMatchObject({ '1001': 'Ada', '1003': 'Cyd' });
  });

  test('a folder as Canvas calls a download is of a Canvas id alone', () => {
    const roster = rosterOf(crossed);
    const folder = 'someone_1103_5_relu';
    expect(owners([folder, 'ada_1001_6_relu', 'bob_1002_7_relu'], roster)).toEqual({
      [folder]: null,
      'ada_1001_6_relu': 'Ada',
      'bob_1002_7_relu': 'Bob',
    });
    const simple = rosterOf('id,name\n1103,Cyd\n');
    expect(owners([folder], simple)).toEqual({ [folder]: null });
  });

  test('a folder that only another kind knows goes to nobody, and the student is named', () => {
    const folders = ['ada', 'bob', '1003'];
    expect(owners(folders, rosterOf(crossed))).toEqual({ ada: 'Ada', bob: 'Bob', '1003': null });
    expect(candidates(folders, rosterOf(crossed))).toEqual({ '1003': ['Canvas id of Cyd'] });
    expect(matchRoster(folders, rosterOf(crossed)).namedBy).toEqual(['login', 'name']);
  });

  test('a name that two students have is nobody’s', () => {
    const two = rosterOf('id,name,email\n1,Ada Lovelace,a@x\n2,Ada Lovelace,b@x\n');
    expect(owners(['Ada Lovelace'], two)).toEqual({ 'Ada Lovelace': null });
    expect(owners(['2'], two)).toEqual({ '2': 'Ada Lovelace' });
  });
});

test('who has no folder, and a folder of nobody on the roster, have a line each', () => {
  const roster = rosterOf('id,name,email\n17,Ada Lovelace,ada@uni.edu\n18,Bob Smith,bob@uni.edu\n');
  const { matches } = matchRoster(['17', 'mallory'], roster);
  expect(matches.map(({ student, entry }) => [student, entry?.id ?? null])).toEqual([
    ['17', '17'],
    [null, '18'],
    ['mallory', null],
  ]);
});

describe('on random rosters', () => {
  const FIELDS = ['id', 'idNumber', 'username', 'email', 'name'] as const;
  // Few values, so that one student's identifier often is another kind of identifier of somebody else.
  const value = fc.oneof(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom('ada', 'ada@x', 'bob', 'bob@x'));
  const person: fc.Arbitrary<RosterEntry> = fc.record({
    ...Object.fromEntries(FIELDS.map((field) => [field, fc.oneof(value, fc.constant(''))])),
    section: fc.constant(''),
    line: fc.constant(0),
  }) as fc.Arbitrary<RosterEntry>;
  const people = (sizes: fc.ArrayConstraints) =>
    fc.array(person, sizes).map((entries) =>
      // As a roster must be: nobody shares an identifier of a kind.
      entries.filter((one, i) =>
        ['id', 'idNumber', 'username', 'email'].every((field) =>
          entries.slice(0, i).every((other) => {
            const key = field as 'id';
            return one[key] === '' || one[key] !== other[key];
          }),
        ),
      ),
    );
  const kind = fc.constantFrom('canvas', 'moodle', 'simple' as const) as fc.Arbitrary<Roster['kind']>;

  test('every mark goes to a student whose own identifier it is, of one kind for all', () => {
    fc.assert(
      fc.property(kind, people({ minLength: 1, maxLength: 8 }), fc.uniqueArray(value), (kind, entries, folders) => {
        const roster: Roster = { kind, entries };
        const matched = matchRoster(folders, roster).matches.filter(({ student, entry }) => student && entry);
        const fits = identifierKinds(roster, folders).some(({ owners }) =>
          matched.every(({ student, entry }) => owners(student ?? '').some((owner) => owner === entry)),
        );
        expect(fits).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('where all folders are named by one kind, nobody gets another’s mark', () => {
    fc.assert(
      fc.property(
        kind,
        people({ minLength: 1, maxLength: 8 }),
        fc.constantFrom('id', 'idNumber', 'username', 'email' as const) as fc.Arbitrary<'id'>,
        (kind, entries, field) => {
          const owned = new Map(entries.filter((one) => one[field] !== '').map((one) => [one[field], one]));
          for (const { student, entry } of matchRoster([...owned.keys()], { kind, entries }).matches)
            if (student !== null && entry !== null) expect(entry).toBe(owned.get(student));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
