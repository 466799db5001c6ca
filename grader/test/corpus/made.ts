import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Entry, type Places, verdict } from './entries';

/** The entries that no repository can hold: files of 50 MB, files that are not text, links, folders, pipes. */

const RIGHT = 'export function relu(Z: number[][]) {\n  return Z.map((row) => row.map((z) => Math.max(0, z)));\n}\n';

/** `file` is where `relu.ts` belongs. */
type Make = (file: string, folder: string, places: Places) => void;

function made(name: string, attack: string, expected: string, make: Make, says = ''): Entry {
  const write = (folder: string, places: Places) => {
    const file = path.join(folder, 'relu.ts');
    fs.rmSync(file);
    make(file, folder, places);
  };
  return { name, attack, ...verdict(expected), says, or: [], timeLimit: 500, write };
}

const contents = (text: string | Buffer) => (file: string) => fs.writeFileSync(file, text);

const POSIX: readonly Entry[] = [
  made('named-pipe', 'A named pipe, which would never finish being read.', 'error load', (file) => {
    execFileSync('mkfifo', [file]);
  }),
  made('endless-device', 'A link to a device that has no end.', 'error load', (file) => {
    fs.symlinkSync('/dev/zero', file);
  }),
  made(
    'link-to-a-file-outside',
    'A link to a file outside.',
    'error load',
    (file, _, { outside }) => {
      fs.symlinkSync(path.join(outside, 'secret.ts'), file);
    },
    'a link to a file outside the submission',
  ),
  made(
    'link-to-a-folder-outside',
    'An import through a link to a folder outside.',
    'error import',
    (file, folder, { outside }) => {
      fs.symlinkSync(outside, path.join(folder, 'lib'));
      fs.writeFileSync(file, 'import { secret } from "./lib/secret";\nexport const relu = () => secret;\n');
    },
  ),
  made(
    'link-to-itself',
    'A link that leads to itself.',
    'error load',
    (file) => {
      fs.symlinkSync('relu.ts', file);
    },
    'ELOOP',
  ),
  made('link-inside', 'A link to another file of the submission.', 'passed 10', (file, folder) => {
    fs.writeFileSync(path.join(folder, 'mine.ts'), RIGHT);
    fs.symlinkSync('mine.ts', file);
  }),
  made('name-with-escapes', 'A helper whose name would write to the terminal.', 'error syntax', (file, folder) => {
    fs.writeFileSync(path.join(folder, '\u001b[2J\n::error::x.ts'), 'export const = 1;');
    fs.writeFileSync(file, 'import "./\\u001b[2J\\n::error::x";\nexport const relu = 1;\n');
  }),
];

/** Root reads what nobody else may. */
const UNREADABLE: readonly Entry[] =
  process.getuid?.() === 0
    ? []
    : [
        made(
          'unreadable',
          'A file that may not be read.',
          'error load',
          (file) => {
            fs.writeFileSync(file, RIGHT, { mode: 0 });
          },
          'EACCES',
        ),
      ];

export const madeEntries: readonly Entry[] = [
  made('fifty-megabytes', 'A source of 50 MB.', 'error load', contents(Buffer.alloc(50 * 1024 ** 2, ' ')), 'too large'),
  {
    ...made(
      'a-megabyte-of-sums',
      'A source of a megabyte that takes the compiler minutes.',
      'error syntax',
      contents(`export const relu = 1${'+1'.repeat(400_000)};\n`),
    ),
    // The compiler has a limit of its own, which does not follow that of a call.
    timeLimit: 2000,
  },
  made('a-megabyte-of-brackets', 'A megabyte of opening brackets.', 'error syntax', contents('['.repeat(1_000_000))),
  made('not-utf-8', 'Bytes that are not UTF-8.', 'error load', contents(Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x0a]))),
  made('byte-order-mark', 'A byte-order mark, as some editors write.', 'passed 10', contents(`\ufeff${RIGHT}`)),
  made('windows-line-ends', 'Windows’ line ends.', 'passed 10', contents(RIGHT.replaceAll('\n', '\r\n'))),
  made('empty', 'An empty file.', 'error missing-export', contents('')),
  made('nothing-but-nul', 'A file of NUL characters.', 'error syntax', contents('\0'.repeat(1000))),
  made('no-file', 'No file.', 'error missing-file', () => {}),
  made('a-folder', 'A folder named relu.ts.', 'error load', (file) => fs.mkdirSync(file), 'a folder, not a file'),
  made('circle-of-helpers', 'Helpers that import one another in a circle.', 'passed 10', (file, folder) => {
    fs.writeFileSync(path.join(folder, 'a.ts'), 'import "./b";\nexport const zero = 0;\n');
    fs.writeFileSync(path.join(folder, 'b.ts'), 'import "./a";\nimport "./relu";\n');
    fs.writeFileSync(file, `import { zero } from "./a";\n${RIGHT.replace('0, z', 'zero, z')}`);
  }),
  made(
    'thousands-of-helpers',
    'Three thousand helpers.',
    'error import',
    (file, folder) => {
      const names = Array.from({ length: 3000 }, (_, i) => `helper${i}`);
      for (const name of names) fs.writeFileSync(path.join(folder, `${name}.ts`), 'export {};\n');
      fs.writeFileSync(file, `${names.map((name) => `import "./${name}";`).join('\n')}\n${RIGHT}`);
    },
    'helper files',
  ),
  ...(process.platform === 'win32' ? [] : POSIX),
  ...UNREADABLE,
];
