import vm from 'node:vm';
import { exerciseFiles, workbookFiles } from './scaffold/templates';

/** Files of `reference/` that are not an exercise's, in this workbook or another. */
const REFERENCE_FILES = ['exact', 'functions', 'matrix'];

/** What TypeScript and CommonJS keep for themselves, as names of functions that a file exports. */
const TAKEN_IN_MODULES = ['exports', 'require', 'undefined', 'globalThis'];

/** Devices of Windows: no file can have these names there, whatever its ending. */
const DEVICE = /^(?:aux|con|nul|prn|(?:com|lpt)\d)$/i;

/** The name that `typed` means: itself, or that of a file, as a shell completes it. */
export function nameIn(typed: string): string {
  return typed.replaceAll('\\', '/').replace(/^.*\//, '').replace(/\.ts$/i, '');
}

/** What `name` would be in camelCase: `leakyRelu` of `leaky-relu` and `LeakyRelu`; null when that is no name either. */
export function asCamelCase(name: string): string | null {
  const [first = '', ...others] = name.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
  const joined = [first, ...others.map((word) => word[0].toUpperCase() + word.slice(1))].join('');
  const camel = joined.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return nameProblem(camel) === null ? camel : null;
}

/** Why no exercise can be called `name`, as the end of a sentence; null when one can. */
export function nameProblem(name: string): string | null {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    return 'is not camelCase: start with a lower-case letter and use only letters and digits, as in leakyRelu';
  if (isReserved(name)) return 'is a word of the language: choose another name';
  if (TAKEN_IN_MODULES.includes(name) || name in {}) return 'means something else in JavaScript: choose another name';
  if (DEVICE.test(name)) return 'is a device on Windows, where no file can have that name: choose another';
  if (name === 'index' || REFERENCE_FILES.includes(name) || usedInTemplates().has(name))
    return 'is a name that the kit uses itself: choose another';
  return null;
}

/** Whether no function of a module can have this name. */
function isReserved(name: string): boolean {
  try {
    new vm.Script(`'use strict'; (async function* (${name}) {})`);
    return false;
  } catch {
    return true;
  }
}

/** The names that the files of an exercise, and the syllabus, import or export beside the exercise's own. */
function usedInTemplates(): ReadonlySet<string> {
  const own = 'leakyRelu';
  const files = { ...exerciseFiles(own, '1', { authoring: '', matrix: '' }), ...workbookFiles('') };
  const text = Object.values(files).join('\n');
  const lists = [...text.matchAll(/^import (?:type )?\{([^}]*)\}|^export const (\w+)/gm)];
  const names = lists.flatMap(([, imported, exported]) => imported?.split(',') ?? exported).map((one) => one.trim());
  return new Set(names.filter((one) => one !== own));
}
