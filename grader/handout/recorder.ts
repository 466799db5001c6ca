import type { Input, Value } from '../authoring/values';
import { UserError } from '../errors';
import type { Answers } from '../grading/recorded/answers';
import { inputsKey } from '../grading/recorded/inputsKey';

type AnyFunction = (...inputs: readonly Input[]) => Value;

/** What the functions of `reference/` return while fixtures are at work, by module. */
export class Recording {
  private readonly modules = new Map<string, Record<string, Record<string, Value>>>();

  /** `original`, an export of `module`, with each of its answers written down. */
  recording(module: string, name: string, original: AnyFunction): AnyFunction {
    const answers: Record<string, Value> = {};
    this.modules.set(module, { ...this.modules.get(module), [name]: answers });
    const recorded = (...inputs: readonly Input[]) => {
      const key = inputsKey(inputs);
      const value = original(...inputs);
      const before = answers[key];
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value))
        throw new UserError(
          `reference/${module}.ts: ${name} returns now one thing and now another for the same inputs, so its answers cannot be recorded.`,
        );
      answers[key] = structuredClone(value);
      return value;
    };
    // A fixture may hand it over by its name.
    return Object.defineProperty(recorded, 'name', { value: name });
  }

  /** The answers of a module's functions. */
  answers(module: string): Answers {
    return this.modules.get(module) ?? {};
  }
}

const running = new Map<string, Recording>();

/** Lets files written for the purpose find a recording by its name. */
export function startRecording(id: string): Recording {
  const recording = new Recording();
  running.set(id, recording);
  return recording;
}

/** Forgets a recording: its files are gone. */
export function endRecording(id: string): void {
  running.delete(id);
}

/** Used by the files that stand in for `reference/` while answers are recorded. */
export function recorderOf(id: string, module: string): (name: string, original: unknown) => unknown {
  const recording = running.get(id);
  if (recording === undefined) throw new Error(`there is no recording ${id}`);
  // Numbers and other data are the same at all times.
  return (name, original) =>
    typeof original === 'function' ? recording.recording(module, name, original as AnyFunction) : original;
}
