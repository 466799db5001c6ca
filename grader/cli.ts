import os from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UserError } from './errors';

/**
 * Arguments to a command; the only file that ends the process.
 *
 * Each command is loaded when it is asked for, and returns its exit status.
 */

const DEFAULT_SEED = 'workbook';
const DEFAULT_TIME_LIMIT = 2000;
/** A day and a bit is what a timer of Node can hold; an hour is more than anybody waits for one call. */
const MAX_TIME_LIMIT = 3_600_000;
const EXPORTS = ['junit', 'gradescope', 'classroom50', 'exercism'];
const REPORTERS = ['pretty', 'json', ...EXPORTS];

function milliseconds(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MAX_TIME_LIMIT) return value;
  throw new InvalidArgumentError(`Give whole milliseconds from 1 to ${MAX_TIME_LIMIT}.`);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 1000) return value;
  throw new InvalidArgumentError('Give a whole number from 0 to 1000.');
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new InvalidArgumentError('Give a whole number from 1 to 1000.');
}

function program(run: (command: Promise<number>) => void): Command {
  const cli = new Command('forward-pass').description(
    'Exercise workbook for the forward pass of a two-layer perceptron.',
  );
  cli
    .command('grade')
    .usage('[EXERCISE...] [options]')
    .description('grade exercises/ (or the named exercises)')
    .argument('[exercises...]', 'exercises to grade; all of them when none is named')
    .option('--chapter <id>', 'grade the exercises of one chapter')
    .option('--submission <dir>', 'grade another folder of exercise files')
    .addOption(new Option('--reporter <name>', 'how to report').choices(REPORTERS).default('pretty'))
    .option('--output <file>', 'write there instead of standard output')
    .option('--seed <seed>', 'seed of the random cases', DEFAULT_SEED)
    .option('--time-limit <ms>', 'wall-clock limit of one call', milliseconds, DEFAULT_TIME_LIMIT)
    .option('--watch', 'grade again whenever a file is saved, until Ctrl-C')
    .action((names, options) =>
      run(import('./commands/grade.ts').then(({ gradeCommand }) => gradeCommand(names, options))),
    );
  cli
    .command('report')
    .usage('[EXERCISE...] [options]')
    .description('grade, and write a page with pictures that opens in any browser')
    .argument('[exercises...]', 'exercises to report on; all of them when none is named')
    .option('--chapter <id>', 'report on the exercises of one chapter')
    .option('--submission <dir>', 'grade another folder of exercise files')
    .option('--output <file>', 'write there instead of report/index.html')
    .option('--seed <seed>', 'seed of the random cases', DEFAULT_SEED)
    .option('--time-limit <ms>', 'wall-clock limit of one call', milliseconds, DEFAULT_TIME_LIMIT)
    .action((names, options) =>
      run(import('./commands/report.ts').then(({ reportCommand }) => reportCommand(names, options))),
    );
  cli
    .command('hint')
    .usage('EXERCISE')
    .description('the next hint for an exercise, one at a time')
    .argument('<exercise>', 'the exercise')
    .action((name, options) => run(import('./commands/hint.ts').then(({ hintCommand }) => hintCommand(name, options))));
  cli
    .command('demo')
    .usage('[options]')
    .description('a network that runs on your functions')
    .option('--submission <dir>', 'run on another folder of exercise files')
    .option('--mnist <dir>', 'read the MNIST test digits in this folder, too')
    .action((options) => run(import('./commands/demo.ts').then(({ demoCommand }) => demoCommand(options))));
  cli
    .command('verify')
    .usage('[EXERCISE...] [options]')
    .description('prove exercises sound (for instructors)')
    .argument('[exercises...]', 'exercises to verify; all of them when none is named')
    .option('--chapter <id>', 'verify the exercises of one chapter')
    .option('--sandbox', 'try for real what docs/security.md promises, instead')
    .option('--mutants', 'change every right answer in each small way, and see that it loses points, instead')
    .option('--seed <seed>', 'seed of the random cases', DEFAULT_SEED)
    .option('--seeds <count>', 'further seeds on which all of it must hold', wholeNumber, 20)
    .option('--time-limit <ms>', 'wall-clock limit of one call', milliseconds, DEFAULT_TIME_LIMIT)
    .action((names, options) =>
      run(
        options.sandbox === true
          ? import('./commands/verifySandbox.ts').then(({ sandboxCommand }) => sandboxCommand())
          : options.mutants === true
            ? import('./commands/verifyMutants.ts').then(({ mutantsCommand }) => mutantsCommand(names, options))
            : import('./commands/verify.ts').then(({ verifyCommand }) => verifyCommand(names, options)),
      ),
    );
  cli
    .command('new')
    .usage('NAME')
    .description('scaffold an exercise (for instructors)')
    .argument('<name>', 'its camelCase name')
    .action((name, options) => run(import('./commands/new.ts').then(({ newCommand }) => newCommand(name, options))));
  cli
    .command('numpy')
    .usage('[EXERCISE...]')
    .description('ask NumPy for its answers again (needs Python 3 and NumPy)')
    .argument('[exercises...]', 'exercises to ask about; all of them when none is named')
    .option('--seed <seed>', 'seed of the random cases', DEFAULT_SEED)
    .action((names, options) =>
      run(import('./commands/numpy.ts').then(({ numpyCommand }) => numpyCommand(names, options))),
    );
  cli
    .command('class')
    .usage('DIR [options], or: merge OUT... [options]')
    .description('grade a folder of submissions, or join the parts of a class (for instructors)')
    .argument('<folders...>', 'a folder with one folder for each student; or merge and the parts to join')
    .option('--chapter <id>', 'grade the exercises of one chapter')
    .option('--out <dir>', 'folder for the gradebook, reports and journal', 'graded')
    .option('--roster <file>', 'CSV with the columns of a Canvas or Moodle export, or id,name,email')
    .option('--jobs <count>', 'submissions that run at a time', atLeastOne, os.availableParallelism())
    .option('--shard <part>', 'grade only a part, such as 3/8; filled in on Slurm and Kubernetes')
    .option('--seed <seed>', 'seed of the random cases', DEFAULT_SEED)
    .option('--secret-file <file>', 'give every student a seed of their own, made from this secret')
    .option('--time-limit <ms>', 'wall-clock limit of one call', milliseconds, DEFAULT_TIME_LIMIT)
    .option('--assignment <title>', 'title of the assignment in Canvas', 'Forward pass')
    .addOption(new Option('--reporter <name>', 'keep each report in this format, too').choices(EXPORTS))
    .option('--regrade', 'grade again what was graded with other fixtures, and show what would change')
    .option('--yes', 'with --regrade: write the changes')
    .action((folders, options) =>
      run(import('./commands/class.ts').then(({ classCommand }) => classCommand(folders, options))),
    );
  for (const command of cli.commands)
    command.option('--workbook <dir>', 'a workbook of your own, with the folders of this one');
  for (const command of [cli, ...cli.commands]) {
    // Errors are thrown, and shown as one sentence below.
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  return cli;
}

/** What to tell a person whose arguments do not fit. */
function usageMessage(error: CommanderError, cli: Command): string {
  const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
  const sentence = /[.?)]$/.test(message) ? message : `${message}.`;
  if (error.code === 'commander.unknownOption') {
    const command = cli.commands.find((one) => one.name() === process.argv[2]) ?? cli;
    return `${sentence} Options: ${command.options.map(({ long }) => long).join(', ')}.`;
  }
  if (error.code === 'commander.missingArgument')
    return `${sentence} For example: npm run ${process.argv[2]} -- ${process.argv[2] === 'class' ? 'submissions/' : 'softmax'}`;
  return sentence;
}

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
      if (error.exitCode === 0) return 0;
      console.error(usageMessage(error, cli));
      return 2;
    }
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return 2;
  }
}

// Whoever reads may stop reading (`| head`): what is being done goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv).then((status) => {
  process.exitCode = status;
});
