import fs from 'node:fs';
import path from 'node:path';
import type { Command, Option } from 'commander';
import { KIT_ROOT } from '../workbook/paths';

/**
 * Options that npm took for its own: those that are typed without `--` before them, which old versions of npm drop on
 * PowerShell. npm then leaves `--chapter=3.3` as `npm_config_chapter` in the environment, and `--chapter 3.3` as
 * "true" there and 3.3 among the arguments.
 */

/**
 * What to tell a person whose options npm has taken; null when it took none.
 *
 * @param args what follows the command
 */
export function lostOptionsMessage(command: Command, args: readonly string[], env: NodeJS.ProcessEnv): string | null {
  // npm tells the name of its script to whatever it starts.
  if (env.npm_lifecycle_event === undefined) return null;
  const lost = command.options.flatMap((option) => {
    const value = env[variableOf(option)];
    // Empty: npm's own option of that name, left as it is.
    if (value === undefined || value === '' || isAmong(args, option) || isSetting(option, value, env)) return [];
    return [{ option, value }];
  });
  if (lost.length === 0) return null;
  const names = new Intl.ListFormat('en').format(lost.map(({ option }) => option.long ?? ''));
  const line = [
    'npm run',
    command.name(),
    process.platform === 'win32' ? '"--"' : '--',
    ...lineAfter(command, args, lost),
  ];
  return `npm took ${names} for its own, as it saw no -- before. Type: ${line.join(' ')}`;
}

interface LostOption {
  readonly option: Option;
  readonly value: string;
}

/**
 * The arguments as they should have been typed; where it cannot be told which of them is an option's value, their
 * names.
 */
function lineAfter(command: Command, args: readonly string[], lost: readonly LostOption[]): readonly string[] {
  const apart = lost.filter(({ option, value }) => option.required && value === 'true');
  const whole = lost.filter((one) => !apart.includes(one)).map(({ option, value }) => typed(option, value));
  if (apart.length === 0) return [...args.map(quoted), ...whole];
  if (apart.length === 1 && args.length === 1) return [typed(apart[0].option, args[0]), ...whole];
  return [command.usage().replace(/ \[options\].*/, ''), ...apart.map(({ option }) => option.flags), ...whole];
}

const typed = ({ long, required }: Option, value: string) => (required ? `${long} ${quoted(value)}` : `${long}`);

const quoted = (word: string) => (/^[\w.,:/\\=@%+-]+$/.test(word) ? word : `"${word}"`);

const variableOf = (option: Option) => `npm_config_${option.name().replaceAll('-', '_')}`;

const isAmong = (args: readonly string[], { long }: Option) =>
  args.some((arg) => arg === long || arg.startsWith(`${long}=`));

/** Whether npm has `value` from one of its files, or from the environment that it was itself started in. */
function isSetting(option: Option, value: string, env: NodeJS.ProcessEnv): boolean {
  // What npm found in its environment it leaves there as it was; Windows does not tell the two spellings apart.
  const found = (variable: string) => env[variable.toUpperCase()];
  if (process.platform !== 'win32' && found(variableOf(option)) === value) return true;
  const own = ['npm_config_userconfig', 'npm_config_globalconfig'].map((variable) => env[variable] ?? found(variable));
  const line = new RegExp(`^\\s*${option.name()}\\s*=\\s*(.*?)\\s*$`, 'm');
  return [...own, path.join(KIT_ROOT, '.npmrc')].some((file) => {
    if (file === undefined || !fs.existsSync(file)) return false;
    return line.exec(fs.readFileSync(file, 'utf8'))?.[1] === value;
  });
}
