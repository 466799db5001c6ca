import { compileFunction } from 'node:vm';
import type { Module, Thrown } from '../protocol/messages';
import type { Recorder } from '../protocol/recorder';
import { asJudged } from './asJudged';
import type { Library } from './library';
import { describeThrown } from './thrown';

const { keys, create, hasOwn } = Object;
const ErrorClass = Error;
const functionBind = Function.prototype.call.bind(Function.prototype.bind);

type Compiled = (
  exports: object,
  require: (specifier: string) => unknown,
  module: { exports: unknown },
  record?: Recorder['record'],
) => void;

/** What evaluating modules came to; told apart by `done`, as a learner may give every object a `reason`. */
type Loaded =
  | { readonly done: true; readonly exports: unknown }
  | { readonly done: false; readonly reason: 'syntax' | 'load'; readonly thrown: Thrown };

/**
 * The modules of an exercise, each evaluated when it is first asked for.
 *
 * @param library mathjs, where it is held
 * @param record what keeps the values that recorded files go through
 */
export function registryOf(
  modules: readonly Module[],
  library: Library | null,
  record: Recorder['record'] | null,
): (id: string) => Loaded {
  const registry = create(null) as Record<string, { exports: unknown }>;
  const sources = create(null) as Record<string, Module>;
  for (let i = 0; i < modules.length; i++) sources[modules[i].id] = modules[i];
  // The error of a file that does not compile, to tell it from one that the learner's code threw.
  let notCompiled: unknown = null;

  function compile({ id, code, recorder: name }: Module): Compiled {
    const parameters = name === undefined ? ['exports', 'require', 'module'] : ['exports', 'require', 'module', name];
    try {
      return compileFunction(code, parameters, { filename: id }) as Compiled;
    } catch (error) {
      notCompiled = error;
      throw error;
    }
  }

  function evaluate(id: string): unknown {
    if (id === 'mathjs') return library?.exports;
    if (id in registry) return registry[id].exports;
    const source = sources[id];
    const module: { exports: unknown } = { exports: {} };
    registry[id] = module;
    const imports = source.imports;
    const run = compile(source);
    const own = module.exports as object;
    const require = (specifier: string) => {
      const target = hasOwn(imports, specifier) ? imports[specifier] : undefined;
      if (target === undefined) throw new ErrorClass(`'${specifier}' cannot be imported here`);
      return evaluate(target);
    };
    // A file that is not recorded sees nothing of this.
    if (record === null || source.recorder === undefined) run(own, require, module);
    else run(own, require, module, record);
    if (source.judged !== undefined) module.exports = asJudged(module.exports, source.judged);
    if (source.sealed) module.exports = sealed(module.exports as Record<string, unknown>);
    return module.exports;
  }

  return (id) => {
    try {
      return { done: true, exports: evaluate(id) };
    } catch (error) {
      const reason = error !== null && error === notCompiled ? 'syntax' : 'load';
      return { done: false, reason, thrown: describeThrown(error) };
    }
  };
}

/** The same functions, without a way to read their source. */
function sealed(exports: Record<string, unknown>): Record<string, unknown> {
  const bare = create(null) as Record<string, unknown>;
  const names = keys(exports);
  for (let i = 0; i < names.length; i++) {
    const value = exports[names[i]];
    bare[names[i]] = typeof value === 'function' ? functionBind(value, undefined) : value;
  }
  return bare;
}
