import fs from 'node:fs';
import path from 'node:path';
import { caseInputs } from '../authoring/caseInputs';
import type { Exercise } from '../authoring/exercise';
import type { Misconceptions, Variants } from '../authoring/misconceptions';
import type { Workbook } from '../workbook/workbook';

/**
 * What the author of a new exercise has left to do, as the one next thing; null when nothing is left. Everything that
 * `verify` proves rests on these, so it says nothing else until they are done.
 */
export function nextToDo(
  { root }: Workbook,
  exercise: Exercise,
  seed: string,
  misconceptions: Misconceptions,
  variants: Variants,
): string | null {
  const { name, hints } = exercise;
  const has = (file: string) => fs.existsSync(path.join(root, file));
  const saysTodo = (file: string) => has(file) && /TODO/.test(fs.readFileSync(path.join(root, file), 'utf8'));
  if (referenceIsTodo(exercise, seed)) return `write reference/${name}.ts: everything else is compared with it.`;
  if (saysTodo(`solutions/${name}.ts`)) return `write solutions/${name}.ts, the model answer.`;
  if (contractSaysTodo(root, name)) return `write the contract of exercises/${name}.ts: its comment still says TODO.`;
  const hint = hints.findIndex(({ text }) => /TODO/.test(text));
  if (hint !== -1) return `write hint ${hint + 1} in fixtures/${name}/fixture.ts: it still says TODO.`;
  const folder = `fixtures/${name}`;
  if (has(`${folder}/variants.ts`) && Object.keys(variants).length === 0) {
    return `${folder}/variants.ts holds no variant yet: add correct answers that are written differently.`;
  }
  if (has(`${folder}/misconceptions.ts`) && Object.keys(misconceptions).length === 0) {
    return `${folder}/misconceptions.ts holds no misconception yet: add what learners are likely to write instead.`;
  }
  return null;
}

function referenceIsTodo(exercise: Exercise, seed: string): boolean {
  const [first] = Object.keys(exercise.cases);
  try {
    exercise.reference(...caseInputs(exercise, first, seed));
  } catch (error) {
    // Anything else that is thrown is told where it counts: with the case on which it was.
    return error instanceof Error && error.message.startsWith('TODO');
  }
  return false;
}

/** Whether the stub says TODO anywhere but in the error that it throws. */
function contractSaysTodo(root: string, name: string): boolean {
  const file = path.join(root, 'exercises', `${name}.ts`);
  if (!fs.existsSync(file)) return false;
  const source = fs.readFileSync(file, 'utf8').replace(/throw new Error\([^)]*\)/g, '');
  return /TODO/.test(source);
}
