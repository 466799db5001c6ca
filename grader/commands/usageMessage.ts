import type { Command, CommanderError } from 'commander';

/** What an example puts after a command that was given nothing; an exercise otherwise. */
const EXAMPLES: Readonly<Record<string, string>> = { class: 'submissions/', new: 'leakyRelu' };

/**
 * What to tell a person whose arguments do not fit, in a sentence or two.
 *
 * @param name what was typed as the command
 * @param args what was typed after it
 */
export function usageMessage(error: CommanderError, cli: Command, name = '', args: readonly string[] = []): string {
  const command = cli.commands.find((one) => one.name() === name);
  if (error.code === 'commander.help' || command === undefined) {
    const start = error.code === 'commander.unknownCommand' ? asSentence(error.message) : 'Name a command first.';
    return `${start} Commands: ${cli.commands.map((one) => one.name()).join(', ')}.`;
  }
  switch (error.code) {
    case 'commander.unknownOption':
      return `${asSentence(error.message)} ${optionsOf(command)}`;
    case 'commander.missingArgument':
      return `${asSentence(error.message)} For example: npm run ${name} -- ${EXAMPLES[name] ?? 'softmax'}`;
    case 'commander.excessArguments':
      return `${takes(command)} ${quotes(command, args) ?? usage(command)}`;
    default:
      return asSentence(error.message);
  }
}

const optionsOf = ({ options }: Command) => `Options: ${options.map(({ long }) => long).join(', ')}.`;

const usage = (command: Command) =>
  command.registeredArguments.length === 0
    ? optionsOf(command)
    : `Type: npm run ${command.name()} -- ${command.usage()}`;

function takes(command: Command): string {
  const count = command.registeredArguments.length;
  return `${command.name()} takes ${['no arguments', 'one argument'][count] ?? `${count} arguments`}.`;
}

/** What to put in quotes, where words follow the value of an option that may belong to it; null where none do. */
function quotes(command: Command, args: readonly string[]): string | null {
  const isOption = (word: string) => word.startsWith('-');
  const at = args.findIndex((word, i) => {
    const takesValue = command.options.some(({ long, required }) => required && long === word);
    return takesValue && args.length > i + 2 && !isOption(args[i + 1]) && !isOption(args[i + 2]);
  });
  if (at < 0) return null;
  const end = args.findIndex((word, i) => i > at && isOption(word));
  const words = args.slice(at + 1, end < 0 ? undefined : end);
  return `Put what belongs together in quotes: ${args[at]} "${words.join(' ')}"`;
}

/** Commander's own words, which begin with `error:` and may end with a suggestion in brackets. */
function asSentence(words: string): string {
  const text = words
    .replace(/^error: /, '')
    .replace(/\n/g, ' ')
    .replace(/ \((Did you mean .*)\)$/, '. $1')
    .replace(/ argument missing$/, ' needs a value');
  return `${text[0].toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}
