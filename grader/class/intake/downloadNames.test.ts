import { expect, test } from 'vitest';
import { canvasName, newestVersions, parseDownloadNames } from './downloadNames';

test.each([
  ['lovelaceada_1001_55555_relu.ts', 'lovelaceada_1001', 'relu.ts', false],
  ['lovelaceada_LATE_1001_55555_relu.ts', 'lovelaceada_1001', 'relu.ts', true],
  ['lovelaceada_1001_55555_mat_utils.ts', 'lovelaceada_1001', 'mat_utils.ts', false],
  ['lovelaceada_1001_55555_mat-utils.ts', 'lovelaceada_1001', 'mat-utils.ts', false],
  ['lovelaceada_1001_55555_1_2_3.ts', 'lovelaceada_1001', '1_2_3.ts', false],
  ['lovelaceada_1001_text.html', 'lovelaceada_1001', 'text.html', false],
  ['anon_Ab3_9_55555_relu.ts', null, null, null],
  ['anon_Ab39x_55555_relu.ts', 'anon_Ab39x', 'relu.ts', false],
  ['Ada Lovelace_77_assignsubmission_file_mat_utils.ts', 'Ada Lovelace_77', 'mat_utils.ts', null],
  ['Ada_77_assignsubmission_onlinetext_onlinetext.html', 'Ada_77', 'onlinetext.html', null],
  ['mat_utils.ts', null, null, null],
])('%s', (name, student, file, isLate) => {
  const [parsed] = parseDownloadNames([name]);
  if (student === null) expect(parsed).toBeNull();
  else expect(parsed).toMatchObject({ student, file, isLate });
});

test('a name that looks like Canvas’ is a student’s where all files are Moodle’s', () => {
  const odd = 'Anna Name_123_9_a_77_assignsubmission_file_relu.ts';
  const students = (...names: readonly string[]) => parseDownloadNames(names).map((parsed) => parsed?.student ?? null);
  const moodles = 'Ada_78_assignsubmission_file_relu.ts';
  expect(students(odd, moodles, 'notes.txt')).toEqual(['Anna Name_123_9_a_77', 'Ada_78', null]);
  expect(students(odd, 'lovelaceada_1001_55555_relu.ts')).toEqual(['Anna Name_123', 'lovelaceada_1001']);
});

/** What a student's files are graded as, by the names they came with. */
function graded(names: readonly string[], imported: readonly string[] = []): Record<string, string> {
  const versions = names.map((name, i) => ({ path: `${i}`, name, fileId: i }));
  const chosen = newestVersions(versions, ['relu', 'softmax'], (name) => imported.includes(name));
  return Object.fromEntries(chosen.map(({ name, version }) => [name, version.name]));
}

test('the newest of an exercise’s file counts, whether or not the first is there', () => {
  expect(graded(['relu-2.ts', 'relu.ts', 'relu-10.ts', 'softmax-1.ts'])).toEqual({
    'relu.ts': 'relu-10.ts',
    'softmax.ts': 'softmax-1.ts',
  });
});

test('helpers keep their names', () => {
  const names = ['mat_utils.ts', 'mat-utils.ts', 'helper-2.ts', 'util.js', 'step-3.js'];
  expect(graded(names)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
});

test('a numbered helper is the newest of a helper that is there, or is imported', () => {
  expect(graded(['helper.ts', 'helper-1.ts'])).toEqual({ 'helper.ts': 'helper-1.ts' });
  expect(graded(['helper-2.ts'], ['helper.ts'])).toEqual({ 'helper.ts': 'helper-2.ts' });
  expect(graded(['helper-2.ts'], ['helper.ts', 'helper-2.ts'])).toEqual({ 'helper-2.ts': 'helper-2.ts' });
});

test('of two files of one name the one that was uploaded last counts, and the other is named', () => {
  const versions = [7, 9, 8].map((fileId) => ({ path: `${fileId}`, name: 'relu.ts', fileId }));
  const [chosen] = newestVersions(versions, ['relu'], () => false);
  expect(chosen.version.fileId).toBe(9);
  expect(chosen.others.map(({ fileId }) => fileId)).toEqual([8, 7]);
});

test('Canvas finds a submission by the name up to the file’s number', () => {
  expect(canvasName('lovelaceada_LATE_1001_55555_mat_utils.ts')).toBe('lovelaceada_LATE_1001_55555');
  expect(canvasName('Ada Lovelace_77_assignsubmission_file')).toBeNull();
});
