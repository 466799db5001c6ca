import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { gradeFolders, outputOf, scoresOf } from '../test/support/gradeFolders';
import { writeZip, type ZipEntry, zipOf } from '../test/support/makeZip';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { DOUBLE } from '../test/support/toyClass';
import { toyWorkbook } from '../test/support/toyWorkbook';
import type { ClassOptions } from './classOptions';

/** Twenty-two ways to hand in the same answer, or none, as they come in one class. */
function messy(): Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> {
  const project = (files: Readonly<Record<string, string | Buffer>>) => ({ 'work.zip': zipOf(files) });
  return {
    plain: { 'double.ts': DOUBLE.right },
    main: project({ 'forward-pass-main/exercises/double.ts': DOUBLE.right, 'forward-pass-main/package.json': '{}' }),
    nested: project({ 'upload/answers.zip': zipOf({ 'double.ts': DOUBLE.right }) }),
    twice: project({ 'exercises/exercises/double.ts': DOUBLE.right }),
    underscore: { 'double.ts': "export { twice as double } from './mat_utils';", 'mat_utils.ts': TWICE },
    hyphen: { 'double.ts': "export { twice as double } from './mat-utils';", 'mat-utils.ts': TWICE },
    number: { 'double.ts': "export { twice as double } from './helper-2';", 'helper-2.ts': TWICE },
    javascript: {
      'double.ts': "export { twice as double } from './util.js';",
      'util.js': TWICE.replace(/: number\[\]\[\]/, ''),
    },
    mac: project({ 'double.ts': DOUBLE.right, '__MACOSX/._double.ts': '\0\x05', '.DS_Store': '\0Bud1' }),
    packages: project({ 'src/double.ts': DOUBLE.right, 'node_modules/a/double.ts': '', 'node_modules/a/index.js': '' }),
    kit: project({
      'kit/exercises/double.ts': DOUBLE.right,
      'kit/solutions/double.ts': '',
      'kit/reference/double.ts': '',
    }),
    mark: { 'double.ts': `\ufeff${DOUBLE.right}` },
    utf16: { 'double.ts': Buffer.from(`\ufeff${DOUBLE.right}`, 'utf16le') },
    windows: { 'double.ts': DOUBLE.right.replaceAll('\n', '\r\n') },
    rar: { 'work.rar': 'Rar!' },
    seven: { 'work.7z': '7z' },
    word: { 'Übung.docx': zipOf({ 'word/document.xml': '' }) },
    pdf: { 'essay.pdf': '%PDF' },
    python: { 'double.py': '', 'Untitled.ipynb': '{}' },
    empty: { 'work.zip': zipOf({}) },
    blank: { 'double.ts': '' },
    tar: { 'work.tar.gz': '\x1f\x8b' },
  };
}

const TWICE = DOUBLE.right.replace('double', 'twice');
const NOT_FOUND =
  'No exercise file found (no mark; the comment asks for them): empty_1020 (work.zip: it is empty); pdf_1018 (essay.pdf).';
const OTHER_FILES =
  'Exercise files are missing, and there are others (look whether the answers are in them): python_1019 (Untitled.ipynb); word_1017 (Übung.docx).';

test.each([
  ['Canvas', (who: string, id: number, file: string, i: number) => `${who}_${id}_${50 + i}_${file}`],
  ['Moodle', (who: string, id: number, file: string) => `${who}_${id}_assignsubmission_file_/${file}`],
])(
  'of a class that hands in all sorts of things to %s, each gets the mark that is due, or is named',
  async (_, nameOf) => {
    const files: Record<string, string | Buffer> = {};
    Object.entries(messy()).forEach(([who, own], student) => {
      Object.entries(own).forEach(([file, content], i) => {
        files[nameOf(who, 1001 + student, file, i)] = content;
      });
    });
    const { told, out, scores } = await graded(files);
    const noMark = ['rar', 'seven', 'word', 'pdf', 'python', 'empty', 'blank', 'tar'];
    const wanted = Object.keys(messy()).map((who, i) => [`${who}_${1001 + i}`, noMark.includes(who) ? 0 : 5]);
    expect(scores).toEqual(Object.fromEntries(wanted));
    expect(told).toContain(NOT_FOUND);
    expect(told).toContain(OTHER_FILES);
    expect(outputOf(out, 'moodle.csv')).toMatch(
      /\nrar_1015,-,"There is no mark yet: no exercise file was found in what you handed in \(work\.rar, which cannot be opened here\)\. Please hand in double\.ts as a file or in a \.zip\."\n/,
    );
  },
);

async function graded(files: Readonly<Record<string, string | Buffer>>, options: Partial<ClassOptions> = {}) {
  const folder = temporaryFolder();
  const zip = path.join(folder, 'submissions.zip');
  writeZip(
    zip,
    Object.entries(files).map(([name, content]) => ({ name, content })),
  );
  const out = path.join(folder, 'graded');
  const told = await gradeFolders(zip, { workbook: toyWorkbook(), out, ...options });
  return { told, out, scores: await scoresOf(out) };
}

function rosterOf(text: string): string {
  const file = path.join(temporaryFolder(), 'roster.csv');
  fs.writeFileSync(file, text);
  return file;
}

const TWO_KIMS = {
  'Kim Lee_21_assignsubmission_file_/double.ts': DOUBLE.right,
  'Kim Lee_22_assignsubmission_file_/double.ts': DOUBLE.squared,
  'Zoë Ümit_23_assignsubmission_file_/double.ts': DOUBLE.right,
};

test('of two students of one name neither gets a mark by the name, nor is called missing', async () => {
  const roster = rosterOf(
    'First name,Last name,ID number,Email address\nKim,Lee,m21,k1@uni.edu\nKim,Lee,m22,k2@uni.edu\nZoë,Ümit,m23,z@uni.edu\nMax,Missing,m24,m@uni.edu\n',
  );
  const { told, out } = await graded(TWO_KIMS, { roster });
  expect(told).toContain(
    'The name is that of several on the roster (no mark; see "Whose folder is it?" in docs/class.md): Kim Lee_21 (m21 or m22); Kim Lee_22 (m21 or m22).',
  );
  expect(told).toContain('Missing (on the roster, no folder): Max Missing.');
  expect(outputOf(out, 'moodle.csv')).toMatch(/feedback\nm23,z@uni\.edu,5,.*\n$/);
  expect(outputOf(out, 'gradebook.csv')).toContain(',m21,,Kim Lee,k1@uni.edu,,folder unclear,');
});

test('the assignment’s own grading worksheet tells them apart', async () => {
  const roster = rosterOf(
    'Identifier,Full name,Email address,Status,Grade\nParticipant 21,Kim Lee,k1@uni.edu,,\nParticipant 22,Kim Lee,k2@uni.edu,,\nParticipant 23,Zoë Ümit,z@uni.edu,,\n',
  );
  const { out } = await graded(TWO_KIMS, { roster });
  expect(outputOf(out, 'moodle.csv')).toMatch(/\nk1@uni\.edu,5,.*\nk2@uni\.edu,1,.*\nz@uni\.edu,5,/);
  expect(fs.readdirSync(path.join(out, 'moodle-feedback')).sort()).toEqual(
    ['Kim Lee_21', 'Kim Lee_22', 'Zoë Ümit_23'].map((one) => `${one}_assignsubmission_file_page.html`),
  );
});

test('the worksheet tells who is late and who has only a draft, in English and where it says so', async () => {
  const roster = (late: string, draft: string) =>
    rosterOf(
      `Identifier,Full name,Email address,Status,Grade\nParticipant 21,Kim Lee,k1@uni.edu,Submitted for grading - ${late},\nParticipant 22,Kim Lee,k2@uni.edu,${draft},\nParticipant 23,Zoë Ümit,z@uni.edu,Submitted for grading - ,\nParticipant 24,Max,m@uni.edu,No submission,\n`,
    );
  const told = async (late: string, draft = 'Draft (not submitted)') => {
    const { told, out } = await graded(TWO_KIMS, { roster: roster(late, draft) });
    return {
      told,
      late: outputOf(out, 'gradebook.csv')
        .match(/,(late|in time|),(?=(?:only a draft; )?1 file)/g)
        ?.join(''),
      found: outputOf(out, 'gradebook.csv').match(/only a draft.*/g),
      page: outputOf(out, 'report.html'),
    };
  };
  const english = await told('1 day 40 mins late - Graded');
  expect(english.told).toContain(
    'Late, by the Status in the roster (no points are taken off; see gradebook.csv): Kim Lee_21.\n',
  );
  expect(english.told).toContain('Only a draft, by the Status in the roster (graded all the same): Kim Lee_22.\n');
  expect(english.late).toBe(',late,,,,in time,');
  expect(english.found).toEqual(['only a draft; 1 file in the folder itself']);
  expect(english.page).toContain('["Kim Lee (Kim Lee_22) (draft)",1,');
  expect((await told('', 'Draft (not submitted) - 2 mins late')).late).toBe(',in time,,late,,in time,');
  // Without a due date nobody is in time, and what another language says is not guessed.
  for (const one of [await told('Graded'), await told('12 Stunden zu spät', 'Entwurf (nicht abgegeben)')])
    expect(one.late).toBe(',,,,,,');
});

test('a name with spaces that came without quotes is refused with the quotes', async () => {
  const zip = path.join(temporaryFolder(), 'DL101-Forward pass-4711.zip');
  writeZip(zip, []);
  const { status, stderr } = await runCli(['class', ...zip.split(' ')]);
  expect(status).toBe(2);
  expect(stderr).toBe(
    `class grades one folder or zip of submissions, not 2. A name with spaces needs quotation marks: "${zip}".\n`,
  );
});

test('of a folder with many places few are named', async () => {
  const places = Array.from({ length: 9 }, (_, i) => [`ada/${i}/double.ts`, `${DOUBLE.right}// ${i}\n`] as const);
  const { told } = await graded({ ...Object.fromEntries(places), 'bob/double.ts': DOUBLE.squared });
  expect(told).toContain(
    'ada (1 file in 8/ counts, as the highest number, not 1 in 0/, 1 in 1/, 1 in 2/, 1 in 3/, 1 in 4/ and 3 more).',
  );
});

/** What is said of a class' zip. */
async function toldOf(entries: readonly ZipEntry[]): Promise<string> {
  const folder = temporaryFolder();
  const zip = path.join(folder, 'submissions.zip');
  writeZip(zip, entries);
  return gradeFolders(zip, { workbook: toyWorkbook(), out: path.join(folder, 'graded') });
}

test('what is nobody’s in the zip of a class is named as it is called there', async () => {
  const told = await toldOf([
    { name: 'ada/double.ts', content: DOUBLE.right },
    { name: 'readme.pdf', content: '' },
  ]);
  expect(told).toContain('Ignored, as they are not folders: readme.pdf.\n');
});

const nested = (depth: number): Buffer =>
  depth === 0 ? zipOf({ 'double.ts': DOUBLE.right }) : zipOf({ 'in.zip': nested(depth - 1) });
test.each([
  [
    'one of many zips',
    () => Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`z${10 + i}.zip`, zipOf({})])),
    'z30.zip',
  ],
  ['a zip in a zip in a zip in a zip', () => ({ 'work.zip': nested(3) }), 'in.zip'],
])('%s that is not opened any more is named', async (_, files, name) => {
  const entries = Object.entries(files()).map(([file, content]) => ({ name: `ada/${file}`, content }));
  expect(await toldOf([...entries, { name: 'bob/double.ts', content: DOUBLE.right }])).toContain(
    `${name} is not unpacked: there are too many zips, or zips in zips`,
  );
});
