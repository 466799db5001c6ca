import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { Journal, readJournal } from './journal';
import { lineText, type Result } from './journalLine';

function result(student: string, score = 1): Result {
  return {
    kind: 'result',
    student,
    receipt: { submission: 'a', fixtures: 'b', seed: 'c', kit: '1', timeLimit: 2000 },
    final: true,
    failure: null,
    score,
    maxScore: 5,
    exercises: [],
    at: '2026-01-01T00:00:00.000Z',
    seconds: 1,
  };
}

function journalWith(text: string): string {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  fs.writeFileSync(file, text);
  return file;
}

const three = ['ada', 'bob', 'eve'].map((student) => lineText(result(student)));

test('a line has the keys that are published, in their order', async () => {
  expect(lineText(result('ada'))).toBe(
    '{"kind":"result","student":"ada","receipt":{"submission":"a","fixtures":"b","seed":"c","kit":"1","timeLimit":2000},"settled":true,"failure":null,"score":1,"maxScore":5,"exercises":[],"at":"2026-01-01T00:00:00.000Z","seconds":1,"sum":"3a8c1e30"}\n',
  );
});

describe('a journal', () => {
  test('that does not exist is empty', async () => {
    const { results, repaired } = await readJournal(path.join(temporaryFolder(), 'journal.jsonl'), 'journal.jsonl');
    expect(results.size).toBe(0);
    expect(repaired).toBeNull();
  });

  test('gives the last result of each student, and none of those declared void', async () => {
    const voided = lineText({ kind: 'void', students: ['bob'], reason: 'slow', at: '' });
    const { results } = await readJournal(journalWith(three.join('') + lineText(result('ada', 3)) + voided), 'j');
    expect([...results].map(([student, { score }]) => [student, score])).toEqual([
      ['ada', 3],
      ['eve', 1],
    ]);
  });

  test.each([1, 20, three[2].length - 1])(
    'whose last line lost its end (%i bytes left) is repaired, and says so',
    async (left) => {
      const file = journalWith(three[0] + three[1] + three[2].slice(0, left));
      const { results, repaired } = await readJournal(file, 'out/journal.jsonl');
      expect([...results.keys()]).toEqual(['ada', 'bob']);
      expect(repaired).toBe(
        'out/journal.jsonl: the last line was half written and has been removed; it never counted.',
      );
      expect(fs.readFileSync(file, 'utf8')).toBe(three[0] + three[1]);
      expect((await readJournal(file, 'j')).repaired).toBeNull();
    },
  );

  test.each([
    ['a changed mark', three[1].replace('"score":1', '"score":5')],
    ['no JSON', 'hello\n'],
    ['an empty line', '\n'],
    ['a line cut in the middle', `${three[1].slice(0, 50)}\n`],
    ['bytes of zero', `${'\u0000'.repeat(100)}\n`],
  ])('with %s inside is refused with the line’s number', async (_, damaged) => {
    const file = journalWith(three[0] + damaged + three[2]);
    await expect(readJournal(file, 'out/journal.jsonl')).rejects.toThrow(/^out\/journal\.jsonl, line 2, is damaged\./);
    expect(fs.readFileSync(file, 'utf8')).toContain(damaged);
  });

  test('that is not a file is refused', async () => {
    await expect(readJournal(temporaryFolder(), 'j')).rejects.toThrow('j cannot be read: it is a folder.');
  });

  test('holds every line on disk when it counts, also when many come at once', async () => {
    const file = path.join(temporaryFolder(), 'journal.jsonl');
    const journal = await Journal.open(file, 'j', await readJournal(file, 'j'));
    const students = Array.from({ length: 100 }, (_, i) => `s${i}`);
    await Promise.all(
      students.map(async (student) => {
        await journal.append(result(student));
        expect(fs.readFileSync(file, 'utf8')).toContain(`"student":"${student}"`);
      }),
    );
    await journal.close();
    expect([...(await readJournal(file, 'j')).results.keys()]).toEqual(students);
  });
});

test.skipIf(!fs.existsSync('/dev/full'))('on a full disk says so', async () => {
  const journal = await Journal.open('/dev/full', 'out/journal.jsonl', { results: new Map(), run: null });
  await expect(journal.append(result('ada'))).rejects.toThrow(
    'out/journal.jsonl cannot be written: the disk is full. What was graded so far is kept; fix this and run the same command again.',
  );
  expect(journal.state.results.size).toBe(0);
  await journal.close();
});
