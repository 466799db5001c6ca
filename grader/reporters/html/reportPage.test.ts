import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../test/support/commandLine';
import { submissionOf, temporaryFolder } from '../../test/support/temporarySubmissions';

test('report writes one page with the words and the pictures, in which nothing runs and nothing is loaded', async () => {
  const folder = submissionOf({
    'relu.ts':
      "export function relu(Z: number[][]) {\n  console.log('<script>alert(1)</script>');\n  return Z.map((row) => row.map(Math.abs));\n}\n",
  });
  const output = path.join(temporaryFolder(), 'page.html');
  const { status, stdout, stderr } = await runCli([
    'report',
    'relu',
    'softmax',
    '--submission',
    folder,
    '--name',
    'Ada <Lovelace>',
    '--output',
    output,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^34 of 40 points\. The report is in .*page\.html: open it in a browser\.\n$/);
  const html = fs.readFileSync(output, 'utf8');
  expect(html).toContain('<title>The forward pass, by hand: Ada &#60;Lovelace&#62;, 34 of 40 points</title>');
  expect(html).toMatch(/<strong>Ada &#60;Lovelace&#62;<\/strong>, \d+ \w+ \d{4}<\/p>/);
  // What to do next stands before all exercises.
  expect(html.indexOf('relu([[-1]]) gives')).toBeLessThan(html.indexOf('<article id="relu">'));
  expect(html).toContain('relu([[-1]]) gives [[1]], expected [[0]]. Right for [[0]].');
  expect(html).toContain('Do -2 and 2 mean the same to a neuron?');
  expect(html).toContain('<title>Graph of relu: output over input.');
  expect(html).toContain('<title>Bars: row A[0] on case');
  expect(html).toContain('&#60;script&#62;alert(1)');
  expect(html).not.toMatch(/<script|<link|src="http|url\(/);
});

test('report says in one sentence what it cannot do', async () => {
  const { status, stderr } = await runCli(['report', 'rellu']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no exercise "rellu"\..*\n$/);
});

test('no picture is on the page twice', async () => {
  const output = path.join(temporaryFolder(), 'page.html');
  const { stdout } = await runCli(['report', 'forwardMlp', '--submission', 'solutions', '--output', output]);
  expect(stdout).toMatch(/^35 of 35 points/);
  const pictures = fs.readFileSync(output, 'utf8').match(/<figure>.*?<\/figure>/gs) ?? [];
  expect(pictures.length).toBeGreaterThan(0);
  expect(new Set(pictures).size).toBe(pictures.length);
});
