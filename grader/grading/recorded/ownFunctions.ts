import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../../authoring/exercise';
import type { Kind, Module } from '../../sandbox/protocol/messages';
import { Submission } from '../../submission/submission';
import type { Workbook } from '../../workbook/workbook';
import { FUNCTIONS, functionModules, link, linkedId } from '../link';

/**
 * Functions that calls hand over, in a handout: its `reference/functions.ts`, where the exercises that it imports are the
 * learner's own answers. They stand in for right ones, so they must have earned all their points, and are called with
 * nothing but inputs like those that earned them.
 */

/** The exercises whose answers are handed to the answer to the exercise called `name`; none outside of a handout. */
export function handedTo({ handout, exercises }: Workbook, name: string): readonly Exercise[] {
  const handed = handout?.exercises[name]?.handed ?? {};
  return exercises.filter((exercise) => Object.hasOwn(handed, exercise.name));
}

/** The modules of the functions that calls of the exercise called `name` hand over. */
export function functionsFor(workbook: Workbook, submission: Submission, name: string): readonly Module[] {
  return workbook.handout === undefined ? functionModules(workbook) : ownFunctions(workbook, submission, name);
}

/** Those of a handout, with the modules of the learner's answers. */
function ownFunctions(workbook: Workbook, submission: Submission, name: string): readonly Module[] {
  const folder = path.join(workbook.root, 'reference');
  // What is there looks answers up, which a guest cannot do.
  const standIns = new Map(fs.readdirSync(folder).map((file) => [file, [notHanded(file)]]));
  standIns.delete('functions.ts');
  const linked = link(new Submission(folder), 'functions', standIns, 'reference', FUNCTIONS);
  const ours = new Map(linked.map((module) => [module.id, module]));
  const kinds = workbook.handout?.exercises[name]?.handed ?? {};
  const own = handedTo(workbook, name).flatMap((exercise) => {
    const module = ownAnswer(exercise, kinds[exercise.name] as readonly Kind[]);
    ours.set(module.id, module);
    const program = submission.program(exercise.name);
    return 'kind' in program ? [] : program.modules;
  });
  return [...ours.values(), ...own];
}

/** In place of an exercise whose answer is not handed over. */
function notHanded(file: string): Module {
  const name = path.basename(file, '.ts');
  return {
    id: file,
    code: `exports.${name} = () => { throw new Error('${name} is handed over by no case of this exercise'); };`,
    imports: {},
  };
}

/** The learner's answer to an exercise, as `reference/functions.ts` imports it. */
function ownAnswer({ name, parameters }: Exercise, kinds: readonly Kind[]): Module {
  return {
    id: linkedId('reference', `${name}.ts`),
    code: `module.exports = require('own');`,
    imports: { own: `${name}.ts` },
    judged: { name, parameters, kinds },
  };
}
