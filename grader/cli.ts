import { CommanderError } from 'commander';
import { lostOptionsMessage } from './commands/lostOptions';
import { program } from './commands/program';
import { usageMessage } from './commands/usageMessage';
import { systemWords, UserError } from './errors';
import { wrap } from './reporters/text/layout';

/** Arguments to a command, and its exit status; the only file that ends the process. */

/** The exit status when what was asked for could not be done. */
const REFUSED = 2;

/**
 * @param name what was typed as the command
 * @param typed what follows it
 */
async function main([name, ...typed]: readonly string[]): Promise<number> {
  let running: Promise<number> | undefined;
  const cli = program((started) => {
    running = started;
  });
  // pnpm hands on the -- that npm takes.
  const args = typed[0] === '--' ? typed.slice(1) : typed;
  try {
    const command = cli.commands.find((one) => one.name() === name);
    const lost = command === undefined ? null : lostOptionsMessage(command, args, process.env);
    if (lost !== null) throw new UserError(lost);
    await cli.parseAsync(name === undefined ? [] : [name, ...args], { from: 'user' });
    return (await running) ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help was asked for, and is printed already.
      if (error.exitCode === 0) return 0;
      complain(usageMessage(error, cli, name, args));
    } else if (error instanceof UserError) complain(error.message);
    // A fault of the kit's own: where it happened helps whoever is told.
    else console.error(error);
    return REFUSED;
  }
}

/** Says on standard error what is wrong; a terminal would break its lines inside words. */
function complain(sentences: string): void {
  const { isTTY, columns } = process.stderr;
  console.error(
    isTTY
      ? sentences
          .split('\n')
          .map((line) => wrap(line, columns))
          .join('\n')
      : sentences,
  );
}

let outputLost = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads may stop reading (`| head`): what is being done goes on.
  if (error.code === 'EPIPE' || outputLost) return;
  outputLost = true;
  process.exitCode = REFUSED;
  console.error(`Standard output cannot be written: ${systemWords(error)}.`);
});
// Where even that cannot be said, the exit status tells.
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then((status) => {
  process.exitCode = outputLost ? REFUSED : status;
});
