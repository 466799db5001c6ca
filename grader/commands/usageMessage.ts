import type { Command, CommanderError } from 'commander';

/** What an example puts after a command that was given nothing; an exercise otherwise. */
const EXAMPLES: Readonly<Record<string, string>> = { class: 'submissions/', new: 'leakyRelu' };

/**
 * What to tell a person whose arguments do not fit, in a sentence or two.
 *
 * @param name what was typed as the command
 */
export function usageMessage(error: CommanderError, cli: Command, name = ''): string {
  const command = cli.commands.find((one) => one.name() === name);
  if (error.code === 'commander.help' || command === undefined) {
    const start = error.code === 'commander.unknownCommand' ? asSentence(error.message) : 'Name a command first.';
    return `${start} Commands: ${cli.commands.map((one) => one.name()).join(', ')}.`;
  }
  switch (error.code) {
    case 'commander.unknownOption':
      return `${asSentence(error.message)} Options: ${command.options.map(({ long }) => long).join(', ')}.`;
    case 'commander.missingArgument':
      return `${asSentence(error.message)} For example: npm run ${name} -- ${EXAMPLES[name] ?? 'softmax'}`;
    default:
      return asSentence(error.message);
  }
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
