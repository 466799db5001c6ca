import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import type { Workbook } from '../workbook/workbook';
import { type Signature, signatureOf } from './signature';
import { exampleProblem } from './workedExample';

/** Where the stub, the solution, the reference and the fixture of an exercise contradict each other, as sentences. */
export async function contractProblems({ root, exercises }: Workbook, exercise: Exercise): Promise<readonly string[]> {
  const { name, parameters } = exercise;
  const functions: Readonly<Record<string, unknown>> = {
    ...(await givenFunctions(root)),
    ...Object.fromEntries(exercises.map((one) => [one.name, one.reference])),
  };
  return ['reference', 'exercises', 'solutions'].flatMap((folder) => {
    const file = `${folder}/${name}.ts`;
    const signature = signatureOf(path.join(root, file), name);
    if (signature === null) return [];
    return [
      ...parameterProblems(file, signature, parameters),
      ...(folder === 'exercises' ? commentProblems(file, signature) : []),
      ...signature.examples.flatMap((example) => {
        const problem = exampleProblem(example, functions);
        return problem === null ? [] : [`the worked example of ${file} ${problem}`];
      }),
    ];
  });
}

/** The functions that cases hand over: an example may, too. */
async function givenFunctions(root: string): Promise<Readonly<Record<string, unknown>>> {
  const file = path.join(root, 'reference', 'functions.ts');
  return fs.existsSync(file) ? import(/* @vite-ignore */ file) : {};
}

function parameterProblems(file: string, signature: Signature, parameters: readonly string[]): readonly string[] {
  const [theirs, ours] = [signature.parameters.join(', '), parameters.join(', ')];
  if (theirs === ours) return [];
  const isReference = file.startsWith('reference/');
  const advice = isReference
    ? 'Name all of them, in order, under parameters in the fixture.'
    : 'Give it the same parameters, in the same order.';
  return [`${file} has the parameters (${theirs}), but the fixture names (${ours}). ${advice}`];
}

/** What learners read: a line for each parameter, and a worked example. */
function commentProblems(file: string, { parameters, described, examples }: Signature): readonly string[] {
  const missing = parameters.filter((name) => !described.includes(name));
  const unknown = described.filter((name) => !parameters.includes(name));
  return [
    ...missing.map((name) => `the comment of ${file} has no @param line for ${name}. Say what it is, and its shape.`),
    ...unknown.map((name) => `the comment of ${file} has an @param line for ${name}, which is not a parameter.`),
    ...(examples.length > 0 ? [] : [`the comment of ${file} has no worked @example. Add a call and what it gives.`]),
  ];
}
