import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../class/store/journal';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { selectExercises } from '../../workbook/select';
import { loadMisconceptions, loadVariants, loadWorkbook } from '../../workbook/workbook';
import { submittedEntries } from '../corpus/entries';
import { runCli } from '../support/commandLine';
import { timelessFiles } from '../support/gradeFolders';
import { zipOfClass } from '../support/makeZip';
import { temporaryFolder } from '../support/temporarySubmissions';
import { DOUBLE, type ToyClass, toyClass } from '../support/toyClass';

/** What takes longer than `npm test` may: `npm run endurance`. */

const QUICK = (Object.keys(DOUBLE) as (keyof typeof DOUBLE)[]).filter((kind) => kind !== 'endless' && kind !== 'exit');

/** Runs the real command line; with `whenToKill`, kills it as soon as that is so, as a power cut would. */
function gradeClass({ submissions, workbook, out }: ToyClass, whenToKill?: () => boolean): Promise<number | null> {
  const args = ['class', submissions, '--workbook', workbook, '--out', out, '--jobs', '2', '--time-limit', '1000'];
  const child = spawn(process.execPath, [TS_NODE, 'grader/cli.ts', ...args], { cwd: KIT_ROOT, stdio: 'ignore' });
  const timer = whenToKill === undefined ? undefined : setInterval(() => whenToKill() && child.kill('SIGKILL'), 1);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearInterval(timer);
      resolve(status);
    });
  });
}

function after(ms: number): () => boolean {
  const start = performance.now();
  return () => performance.now() - start > ms;
}

/** How many entries a folder has; none when it is not there. */
function entriesIn(folder: string): number {
  return fs.existsSync(folder) ? fs.readdirSync(folder).length : 0;
}

const STUDENTS = 200;

function classOf200(): ToyClass {
  return toyClass(Object.fromEntries(Array.from({ length: STUDENTS }, (_, i) => [`s${i}`, QUICK[i % QUICK.length]])));
}

/** The ways in which a class may come. */
const GIVEN = [
  ['folders', (submissions: string) => submissions],
  ['a zip', zipOfClass],
  ['a folder of zips', folderOfZips],
] as const;

function folderOfZips(submissions: string): string {
  const folder = temporaryFolder();
  for (const student of fs.readdirSync(submissions))
    fs.copyFileSync(zipOfClass(path.join(submissions, student)), path.join(folder, `${student}.zip`));
  return folder;
}

test.each(GIVEN)(
  'killed at 20 random moments of 200 submissions in %s, it ends as an undisturbed run does',
  async (_, given) => {
    const made = classOf200();
    const toy = { ...made, submissions: given(made.submissions) };
    expect(await gradeClass(toy)).toBe(0);
    const out = `${toy.out}-killed`;
    for (let i = 0; i < 20; i++) await gradeClass({ ...toy, out }, after(500 + Math.random() * 1500));
    expect(await gradeClass({ ...toy, out })).toBe(0);
    expect(timelessFiles(out)).toEqual(timelessFiles(toy.out));
  },
  600_000,
);

test.each(GIVEN)(
  'killed while 200 submissions in %s are unpacked, and while their pages are written, it ends so, too',
  async (_, given) => {
    const made = classOf200();
    const toy = { ...made, submissions: given(made.submissions) };
    expect(await gradeClass(toy)).toBe(0);
    const out = `${toy.out}-killed`;
    const pages = path.join(out, 'feedback');
    const unpacked = path.join(out, 'unpacked');
    const taken = () => entriesIn(path.join(unpacked, given === zipOfClass ? 'download' : 'students'));
    for (const share of given === GIVEN[0][1] ? [] : [0.1, 0.5, 0.9]) {
      fs.rmSync(unpacked, { recursive: true, force: true });
      expect(await gradeClass({ ...toy, out }, () => taken() > share * STUDENTS)).toBe(null);
      expect(taken()).toBeLessThan(STUDENTS);
    }
    for (const share of [0.1, 0.5, 0.9]) {
      fs.rmSync(pages, { recursive: true, force: true });
      expect(await gradeClass({ ...toy, out }, () => entriesIn(pages) > share * STUDENTS)).toBe(null);
      expect(entriesIn(pages)).toBeLessThan(STUDENTS);
    }
    expect(await gradeClass({ ...toy, out })).toBe(0);
    expect(timelessFiles(out)).toEqual(timelessFiles(toy.out));
  },
  600_000,
);

const CHAPTER = '3.3';
/** What fixtures' implementations are written with; nothing of it draws. */
const HELPERS = ['arithmetic', 'inputs', 'slips'];

/** Whether an exercise has come out as it must. @param error kind of what kept it from being graded, or null */
type Mark = (score: number, max: number, error: string | null) => boolean;

/** A submission of the chapter, and the marks that it must get: for each exercise a range. */
interface Made {
  readonly write: (folder: string) => void;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** What would be the fault of how these submissions are written. */
const NOT_RUN = new Set(['syntax', 'import', 'missing-export', 'load']);

const all: Mark = (score, max) => score === max;
const less: Mark = (score, max, error) => score < max && !NOT_RUN.has(error ?? '');

/** The model answers, with relu and softmax of their own for forwardMlp: what one loses costs no other. */
function writeSolved(folder: string): void {
  const solutions = path.join(KIT_ROOT, 'solutions');
  fs.cpSync(solutions, folder, { recursive: true });
  fs.cpSync(solutions, path.join(folder, 'own'), { recursive: true });
  const file = path.join(folder, 'forwardMlp.ts');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll("'./", "'./own/"));
}

/** One of the fixtures' own implementations as a learner's file, with what it imports beside it. */
function writeImplementation(folder: string, name: string, part: 'misconceptions' | 'variants', key: string): void {
  writeSolved(folder);
  for (const below of ['fixtures', 'reference'])
    fs.cpSync(path.join(KIT_ROOT, below), path.join(folder, below), { recursive: true });
  const authoring = path.join(folder, 'grader/authoring');
  fs.mkdirSync(authoring, { recursive: true });
  fs.writeFileSync(path.join(authoring, 'index.ts'), HELPERS.map((file) => `export * from './${file}';\n`).join(''));
  for (const file of HELPERS) {
    const text = fs.readFileSync(path.join(KIT_ROOT, 'grader/authoring', `${file}.ts`), 'utf8');
    fs.writeFileSync(path.join(authoring, `${file}.ts`), text.replace(/^import .* from 'seedrandom';$/m, ''));
  }
  const fixture = `./fixtures/${name}`;
  const hasSlips = part === 'misconceptions' && fs.existsSync(path.join(folder, fixture, 'slips.ts'));
  const source = [
    `import { ${part} } from '${fixture}/${part}';`,
    ...(hasSlips
      ? [`import { slips } from '${fixture}/slips';`, "import { misconceptionsIn } from './grader/authoring/slips';"]
      : []),
    `const all = { ${hasSlips ? '...misconceptionsIn(slips), ' : ''}...${part} };`,
    `export const ${name} = all[${JSON.stringify(key)}]${part === 'misconceptions' ? '.answer' : ''};`,
  ];
  fs.writeFileSync(path.join(folder, `${name}.ts`), source.join('\n'));
}

async function implementations(): Promise<readonly Made[]> {
  const workbook = await loadWorkbook();
  const made: Made[] = [];
  for (const { name } of selectExercises(workbook, [], CHAPTER)) {
    for (const key of Object.keys(await loadMisconceptions(workbook, name)))
      made.push({ write: (to) => writeImplementation(to, name, 'misconceptions', key), marks: { [name]: less } });
    for (const key of Object.keys(await loadVariants(workbook, name)))
      made.push({ write: (to) => writeImplementation(to, name, 'variants', key), marks: {} });
  }
  return made;
}

/** The corpus' attacks on relu. */
function hostile(): readonly Made[] {
  return submittedEntries().map(({ score, write }) => ({
    write(folder) {
      writeSolved(folder);
      write(folder, { port: 9, outside: folder });
    },
    marks: { relu: (got, max) => (score === null ? got < max : got === score) },
  }));
}

test('1,000 variants, misconceptions and hostile submissions get the marks they must', async () => {
  const folder = temporaryFolder();
  const [honest, attacks] = [await implementations(), hostile()];
  const wanted = new Map<string, Made>();
  for (let i = 0; i < 1000; i++) {
    const made = i % 10 === 9 ? attacks[((i - 9) / 10) % attacks.length] : honest[i % honest.length];
    const student = `s${String(i).padStart(4, '0')}`;
    fs.mkdirSync(path.join(folder, 'class', student), { recursive: true });
    made.write(path.join(folder, 'class', student));
    wanted.set(student, made);
  }
  const out = path.join(folder, 'graded');
  const args = [path.join(folder, 'class'), '--chapter', CHAPTER, '--out', out, '--jobs', '2', '--time-limit', '1000'];
  const { status, stderr } = await runCli(['class', ...args]);
  // Of a machine that has other work this says why: control runs that failed, most likely.
  expect(status, stderr.slice(-500)).toBe(0);
  const { results } = await readJournal(path.join(out, 'journal.jsonl'), 'journal');
  const wrong = [...wanted].flatMap(([student, { marks }]) =>
    (results.get(student)?.exercises ?? [{ name: 'nothing', score: 0, maxScore: 0, error: null }])
      .filter(({ name, score, maxScore, error }) => !(marks[name] ?? all)(score, maxScore, error) || name === 'nothing')
      .map(({ name, score, error }) => `${student} ${name} ${score} ${error ?? ''}`),
  );
  expect(wrong).toEqual([]);
  expect(results.size).toBe(1000);
  // A machine that was busy with ten other things took more than half an hour.
}, 5_400_000);
