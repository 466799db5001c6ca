import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { program } from '../commands/program';
import { classroom50Schema, gradescopeSchema } from '../reporters/exports/schemas';
import { submissionOf, temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from '../workbook/paths';

const RECIPES = path.join(KIT_ROOT, 'docs/recipes');
const recipe = (name: string) => fs.readFileSync(path.join(RECIPES, name), 'utf8');
const hasPython = spawnSync('python3', ['--version']).status === 0;

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(command, [...args], { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  return { status, stderr };
}

/** A submission that misses points for relu alone, handed in in one of the ways that students do. */
function handedIn(way: 'in exercises/' | 'beside an exercises/ of notes'): string {
  const folder = temporaryFolder();
  const answers = submissionOf({ 'relu.ts': 'export const relu = (Z: number[][]) => Z;' });
  const inside = path.join(folder, 'exercises');
  fs.cpSync(answers, way === 'in exercises/' ? inside : folder, { recursive: true });
  fs.mkdirSync(inside, { recursive: true });
  fs.writeFileSync(path.join(inside, 'notes.txt'), 'To do: relu.\n');
  return folder;
}
const WAYS = ['in exercises/', 'beside an exercises/ of notes'] as const;

test.each(['slurm.sh', 'gradescope/setup.sh', 'gradescope/run_autograder'])(
  '%s is sound shell and may be run',
  (name) => {
    expect(run('bash', ['-n', path.join(RECIPES, name)], KIT_ROOT)).toEqual({ status: 0, stderr: '' });
    expect(fs.statSync(path.join(RECIPES, name)).mode & 0o111).not.toBe(0);
  },
);

describe.each(WAYS)('a submission %s', (way) => {
  test('is graded by run_autograder into results.json where Gradescope looks for it', () => {
    const root = temporaryFolder();
    fs.cpSync(handedIn(way), path.join(root, 'submission'), { recursive: true });
    for (const folder of ['source', 'results']) fs.mkdirSync(path.join(root, folder));
    fs.symlinkSync(KIT_ROOT, path.join(root, 'source/kit'));
    const { status } = run(path.join(RECIPES, 'gradescope/run_autograder'), [], root, { AUTOGRADER_ROOT: root });
    expect(status).toBe(0);
    const results: unknown = JSON.parse(fs.readFileSync(path.join(root, 'results/results.json'), 'utf8'));
    const { score } = v.parse(gradescopeSchema, results);
    expect(score).toBeGreaterThan(80);
    expect(score).toBeLessThan(100);
  });

  test.skipIf(!hasPython)('is graded by autograder.py into result.json in the checkout', () => {
    const folder = handedIn(way);
    const env = { KIT: KIT_ROOT, CLASSROOM: 'ml', ASSIGNMENT: 'forward', COMMIT_URL: 'https://c' };
    expect(run('python3', [path.join(RECIPES, 'classroom50/autograder.py')], folder, env).status).toBe(0);
    const result = v.parse(classroom50Schema, JSON.parse(fs.readFileSync(path.join(folder, 'result.json'), 'utf8')));
    expect(result).toMatchObject({ classroom: 'ml', assignment: 'forward', review: 'https://c', 'max-score': 100 });
    expect(result.score).toBeGreaterThan(80);
    expect(result.score).toBeLessThan(100);
  });
});

describe('every recipe calls what the kit has', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    fs.readFileSync(path.join(KIT_ROOT, 'package.json'), 'utf8'),
  );
  const options = program(() => {}).commands.flatMap((command) => command.options.map(({ long }) => long));

  test.each([
    'slurm.sh',
    'kubernetes.yaml',
    'github-matrix.yml',
    'gradescope/run_autograder',
    'classroom50/autograder.py',
  ])('%s', (name) => {
    const text = recipe(name).replaceAll(/["',\]]/g, ' ');
    const calls = [...text.matchAll(/\brun +(?:--silent +)?(\w+) +--/g)].map(([, script]) => script);
    expect(calls.length).toBeGreaterThan(0);
    for (const script of calls) expect(Object.keys(scripts)).toContain(script);
    for (const [option] of text.matchAll(/--(?:chapter|out|jobs|shard|roster|submission|reporter|output)\b/g))
      expect(options).toContain(option);
  });

  test('the parts of each add up', () => {
    const { spec } = parse(recipe('kubernetes.yaml'));
    expect(spec).toMatchObject({ completions: 8, completionMode: 'Indexed' });
    const [container] = spec.template.spec.containers;
    expect(container.env).toEqual([{ name: 'JOB_COMPLETIONS', value: '8' }]);
    const { jobs } = parse(recipe('github-matrix.yml'));
    expect(jobs.grade.strategy.matrix.part).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [grading] = jobs.grade.steps.filter(({ run }: { run?: string }) => run?.includes('class'));
    expect(grading.run).toMatch(/--shard \$\{\{ matrix\.part \}\}\/8 --out/);
    expect(jobs.merge.needs).toBe('grade');
  });
});
