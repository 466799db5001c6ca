import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { forwardMlp } from '../../reference/forwardMlp';
import { newStyle } from '../reporters/text/style';
import { runCli } from '../test/support/commandLine';
import { submissionOf, temporaryFolder } from '../test/support/temporarySubmissions';
import { accuracy, predictedClass } from './accuracy';
import { drawnDigits, HELD_OUT_SEED } from './digitSet';
import { histogramLines } from './histogramLines';
import { PICTURE_COLUMNS, PICTURE_LINES, pictureLines } from './picture';
import { readWeights } from './weights';

const demo = (...args: string[]) => runCli(['demo', ...args]);

/** Text as if its lines had not been wrapped. */
const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

describe('the shipped network', () => {
  test('reads at least 95 % of digits that it was not trained on', () => {
    const { pictures, labels } = drawnDigits(HELD_OUT_SEED, 1000);
    const { W1, b1, W2, b2 } = readWeights();
    const [, A2] = forwardMlp([...pictures], W1, b1, W2, b2);
    expect(accuracy(A2, labels)).toBeGreaterThanOrEqual(0.95);
  });

  test('takes less than 60 KB', () => {
    expect(fs.statSync(path.join(__dirname, 'trained.json')).size).toBeLessThan(60_000);
  });
});

describe('drawn digits', () => {
  test('are the same for a seed, each of the ten as often as the others', () => {
    const digits = drawnDigits('a', 20);
    expect(digits).toEqual(drawnDigits('a', 20));
    expect(digits.pictures).not.toEqual(drawnDigits('b', 20).pictures);
    expect([...digits.labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [digit, digit]));
  });

  test('are shown in 10 lines of 20 half blocks', () => {
    const lines = pictureLines(drawnDigits('a', 1).pictures[0]);
    expect(lines).toHaveLength(PICTURE_LINES);
    for (const line of lines) expect(line).toMatch(new RegExp(`^[ ▀▄█]{${PICTURE_COLUMNS}}$`));
  });
});

test('a histogram has a line for each tenth, and one for what is not a probability', () => {
  const lines = histogramLines([{ title: 'yours', values: [0, 0.05, 1, Number.NaN, 2] }], newStyle(60, false));
  expect(lines[0].trim()).toBe('yours');
  expect(lines[1]).toMatch(/^0\.0 to 0\.1 +█+ 2$/);
  expect(lines[2]).toMatch(/^0\.1 to 0\.2 +·$/);
  expect(lines[10]).toMatch(/^0\.9 to 1\.0 +█+ 1$/);
  expect(lines[11]).toMatch(/^outside +2$/);
});

test('the predicted class is the first of the largest, and NaN predicts nothing', () => {
  expect(predictedClass([0.1, 0.6, 0.6])).toBe(1);
  expect(accuracy([[Number.NaN, 1]], [0])).toBe(0);
});

describe('npm run demo', () => {
  test('runs on the model answers where nothing is written yet, and says so', async () => {
    const { stdout, stderr, status } = await demo('--submission', 'exercises');
    for (const name of ['relu', 'softmax', 'forwardMlp', 'crossEntropy'])
      expect(unwrapped(stdout)).toContain(`${name} (not written yet)`);
    expect(stdout).not.toContain('your own functions');
    expect(stdout).toContain('Shape of A1: (4, 256)');
    expect(stdout).toContain('Shape of A2: (4, 10)');
    expect(stdout).toContain('Sums of the rows of A2: [1.0000 1.0000 1.0000 1.0000]');
    expect(stdout).toMatch(/^Loss: 2\.30\d\d$/m);
    expect(stdout).toMatch(/^(?:9|10) of 10 read right\./m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('runs on the learner’s own answers, with nothing to explain when all are written', async () => {
    const { stdout, status } = await demo('--submission', 'solutions');
    expect(unwrapped(stdout)).toContain(
      'relu (10 of 10 points), softmax (30 of 30), forwardMlp (35 of 35), crossEntropy (25 of 25).',
    );
    expect(stdout).not.toContain('points yet');
    expect(stdout).not.toContain('Model answers');
    expect(stdout).toMatch(/^(?:9|10) of 10 read right\./m);
    expect(status).toBe(0);
  });

  test('tells digits that are read well from an answer that is right', async () => {
    const folder = submissionOf({
      'forwardMlp.ts': `import { multiply } from 'mathjs'; import { relu } from './relu'; import { softmax } from './softmax';
        export function forwardMlp(X, W1, b1, W2, b2) { const A1 = relu(multiply(X, W1)); return [A1, softmax(multiply(A1, W2))]; }`,
    });
    const { stdout } = await demo('--submission', folder);
    expect(stdout).toMatch(/^(?:8|9|10) of 10 read right\./m);
    expect(unwrapped(stdout)).toContain('forwardMlp (20 of 35)');
    expect(unwrapped(stdout)).toContain(
      'Whatever it reads, forwardMlp does not have all its points yet: npm run grade says',
    );
  });

  test('shows a wrong answer at work, and gets past one that throws or never returns', async () => {
    const folder = submissionOf({
      // Gives every sample the probabilities of one guess.
      'softmax.ts': 'export const softmax = (Z: number[][]) => Z.map((row) => row.map((_, j) => (j === 4 ? 1 : 0)));',
      'crossEntropy.ts': 'export function crossEntropy() { throw new Error("no idea"); }',
    });
    const { stdout, status } = await demo('--submission', folder);
    expect(stdout).toContain('1 of 10 read right.');
    expect(stdout).toContain('reads 4, not');
    expect(unwrapped(stdout)).toContain('crossEntropy (throws an error: no idea)');
    expect(status).toBe(0);
  });

  test('says in words what pictures would show where pictures do not help', async () => {
    const { stdout } = await runCli(['demo', '--submission', 'solutions'], undefined, { ACCESSIBLE: '1' });
    expect(stdout).not.toMatch(/[█▀▄]/);
    expect(stdout).toMatch(/^A \d: reads \d: right, \d \d+ %/m);
  });
});

/** An IDX file of bytes. */
function idx(magic: number, sizes: readonly number[], bytes: Iterable<number>): Buffer {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  [magic, ...sizes].forEach((number, i) => {
    header.writeUInt32BE(number, 4 * i);
  });
  return Buffer.concat([header, Uint8Array.from(bytes)]);
}

/** MNIST files of ten drawn digits. */
function mnistFiles() {
  const { pictures, labels } = drawnDigits('mnist', 10);
  const bytes = pictures.flat().map((pixel) => Math.round(pixel * 255));
  return { images: idx(0x803, [10, 28, 28], bytes), labels: idx(0x801, [10], labels) };
}

function folderOf(files: Readonly<Record<string, Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  return folder;
}

describe('npm run demo -- --mnist', () => {
  const IMAGES = 't10k-images-idx3-ubyte';
  const LABELS = 't10k-labels-idx1-ubyte';
  const { images, labels } = mnistFiles();

  test('reads the digits of the files, plain or gzipped, under both spellings', async () => {
    const folder = folderOf({ [`${IMAGES}.gz`]: gzipSync(images), 't10k-labels.idx1-ubyte': labels });
    const { stdout, status } = await demo('--submission', 'solutions', '--mnist', folder);
    expect(stdout).toContain('MNIST, read by a trained network');
    expect(stdout).toMatch(/^(?:9|10) of 10 read right\./m);
    expect(status).toBe(0);
  });

  test.each([
    [
      'a missing file',
      { [IMAGES]: images },
      /there is no t10k-labels-idx1-ubyte \(or t10k-labels-idx1-ubyte\.gz\) in /,
    ],
    [
      'a truncated file',
      { [IMAGES]: images.subarray(0, 5000), [LABELS]: labels },
      /is truncated: 5000 bytes, expected 7856\.$/,
    ],
    ['no header', { [IMAGES]: images.subarray(0, 10), [LABELS]: labels }, /ends in the middle of its header\.$/],
    [
      'bytes too many',
      { [IMAGES]: Buffer.concat([images, labels]), [LABELS]: labels },
      /is longer than its header says/,
    ],
    ['labels in place of images', { [IMAGES]: labels, [LABELS]: labels }, /starts with 0x0801, not with 0x0803/],
    [
      'other sizes',
      { [IMAGES]: idx(0x803, [1, 2, 2], [1, 2, 3, 4]), [LABELS]: labels },
      /pictures of 2 x 2, not of 28 x 28\.$/,
    ],
    ['other counts', { [IMAGES]: images, [LABELS]: idx(0x801, [2], [1, 2]) }, /10 pictures and .* 2 labels\.$/],
    [
      'no digits',
      { [IMAGES]: images, [LABELS]: idx(0x801, [10], Array(10).fill(11)) },
      /label 0 in .* is 11, not a digit\.$/,
    ],
    ['no gzip', { [`${IMAGES}.gz`]: images, [LABELS]: labels }, /cannot be read \(Z_DATA_ERROR\)\.$/],
  ])('refuses %s in one sentence', async (_, files, message) => {
    const { stdout, stderr, status } = await demo('--mnist', folderOf(files));
    expect(stderr.trimEnd()).toMatch(/^--mnist: [^\n]*$/);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
