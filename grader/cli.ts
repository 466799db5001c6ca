import { CommanderError } from 'commander';
import { program } from './commands/program';
import { usageMessage } from './commands/usageMessage';
import { UserError } from './errors';

/** Arguments to a command, and its exit status; the only file that ends the process. */

/** The exit status when what was asked for could not be done. */
const REFUSED = 2;

async function main(argv: readonly string[]): Promise<number> {
  let command: Promise<number> | undefined;
  const cli = program((started) => {
    command = started;
  });
  try {
    await cli.parseAsync([...argv]);
    return (await command) ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help was asked for, and is printed already.
      if (error.exitCode === 0) return 0;
      console.error(usageMessage(error, cli, argv[2]));
    } else if (error instanceof UserError) console.error(error.message);
    // A fault of the kit's own: where it happened helps whoever is told.
    else console.error(error);
    return REFUSED;
  }
}

// Whoever reads may stop reading (`| head`): what is being done goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv).then((status) => {
  process.exitCode = status;
});
