import fs from 'node:fs';
import path from 'node:path';
import { AuthoringError } from '../../authoring/authored';
import type { Input, Value } from '../../authoring/values';
import { PACKED, unpackFile } from './encode';
import { inputsKey } from './inputsKey';

/** What the functions of a module of `reference/` return, by function and by the key of its inputs. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** The file with the answers of the module `reference/NAME.ts`, in the same folder. */
export const answersFile = (name: string) => `${name}.answers${PACKED}`;

const NOT_RECORDED = 'A handout has answers for its own cases alone, and none for these inputs.';

/**
 * The functions of the module `reference/NAME.ts` of a handout: each looks up what the function itself returned when the
 * handout was made.
 *
 * @param folder the handout's `reference/`
 * @returns makes the function of a name; it throws an AuthoringError for inputs of which no answer is recorded
 */
export function recordedFunctions(
  folder: string,
  name: string,
): (of: string) => (...inputs: readonly Input[]) => Value {
  let answers: Answers | undefined;
  return (of) => {
    function recorded(...inputs: readonly Input[]): Value {
      answers ??= unpackFile(fs.readFileSync(path.join(folder, answersFile(name)))) as Answers;
      const found = answers[of]?.[inputsKey(inputs)];
      if (found === undefined) throw new AuthoringError(NOT_RECORDED);
      // Whoever asked may change what they got.
      return structuredClone(found);
    }
    // A fixture may hand it over by its name.
    return Object.defineProperty(recorded, 'name', { value: of });
  };
}
