import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command, Option } from 'commander';
import { exportNames, reporterNames } from '../reporters/registry';
import {
  briefOption,
  chapterOption,
  seedOption,
  submissionOption,
  timeLimitOption,
  wholeNumber,
  workbookOption,
} from './sharedOptions';

/**
 * What can be typed: the commands, their arguments and their options. Each command is loaded when it is asked for.
 *
 * @param run takes the command that was asked for, which ends with its exit status
 */
export function program(run: (command: Promise<number>) => void): Command {
  const cli = new Command('forward-pass').description(
    'Exercise workbook for the forward pass of a two-layer perceptron.',
  );
  cli
    .command('grade')
    .usage('[EXERCISE...] [options]')
    .description('grade exercises/ (or the named exercises)')
    .argument('[exercises...]', 'exercises to grade; all of them when none is named')
    .addOption(chapterOption)
    .addOption(submissionOption)
    .addOption(new Option('--reporter <name>', 'how to report').choices(reporterNames).default('pretty'))
    .option('--output <file>', 'write there instead of to standard output')
    .addOption(seedOption)
    .addOption(timeLimitOption)
    .addOption(briefOption)
    .option('--all', 'explain every check, not only what fits a screen')
    .option('--watch', 'grade again whenever a file is saved, until Ctrl-C')
    .action((names, options) =>
      run(import('./gradeCommand.ts').then(({ gradeCommand }) => gradeCommand(names, options))),
    );
  cli
    .command('report')
    .usage('[EXERCISE...] [options]')
    .description('grade, and write a page with pictures that opens in any browser')
    .argument('[exercises...]', 'exercises to report on; all of them when none is named')
    .addOption(chapterOption)
    .addOption(submissionOption)
    .option('--name <name>', 'your name, to stand on the page')
    .option('--output <file>', 'write there instead of to report/index.html')
    .addOption(seedOption)
    .addOption(timeLimitOption)
    .action((names, options) =>
      run(import('./reportCommand.ts').then(({ reportCommand }) => reportCommand(names, options))),
    );
  cli
    .command('hint')
    .usage('EXERCISE')
    .description('the next hint for an exercise, one at a time')
    .argument('<exercise>', 'the exercise')
    .action((name, options) => run(import('./hintCommand.ts').then(({ hintCommand }) => hintCommand(name, options))));
  cli
    .command('try')
    .usage('EXERCISE [ARGUMENT...] [options]')
    .description('run your function on inputs of your own, such as "[[1, 2, 3]]"')
    .argument('<exercise>', 'the exercise')
    .argument('[arguments...]', 'its arguments as JSON; by default the smallest input that goes wrong')
    // Of what shells cut at spaces, a piece such as -2]] looks like one.
    .allowUnknownOption()
    .option('--case <name>', 'take the inputs of this case, such as large-scores')
    .option('--steps', 'tell the value of each line, too')
    .addOption(submissionOption)
    .addOption(seedOption)
    .addOption(timeLimitOption)
    .action((name, words, options) =>
      run(import('./tryCommand.ts').then(({ tryCommand }) => tryCommand(name, words, options))),
    );
  cli
    .command('reset')
    .usage('EXERCISE')
    .description('put the stub back; your answer is kept in .progress/answers/')
    .argument('<exercise>', 'the exercise')
    .action((name, options) =>
      run(import('./resetCommand.ts').then(({ resetCommand }) => resetCommand(name, options))),
    );
  cli
    .command('demo')
    .usage('[options]')
    .description('a network that runs on your functions')
    .addOption(submissionOption)
    .option('--mnist <dir>', 'read the MNIST test digits in this folder, too')
    .action((options) => run(import('./demoCommand.ts').then(({ demoCommand }) => demoCommand(options))));
  cli
    .command('verify')
    .usage('[EXERCISE...] [options]')
    .description('prove exercises sound (for instructors)')
    .argument('[exercises...]', 'exercises to verify; all of them when none is named')
    .addOption(chapterOption)
    .option('--mutants', 'instead, change every right answer in each small way, and see that it loses points')
    .option('--sandbox', 'instead, try for real what docs/security.md promises')
    .addOption(seedOption)
    .option('--seeds <count>', 'how many further seeds all of it must hold on', wholeNumber(0, 1000), 20)
    .addOption(timeLimitOption)
    .action((names, options) => {
      if (options.sandbox === true) run(import('./sandboxCommand.ts').then(({ sandboxCommand }) => sandboxCommand()));
      else if (options.mutants === true)
        run(import('./mutantsCommand.ts').then(({ mutantsCommand }) => mutantsCommand(names, options)));
      else run(import('./verifyCommand.ts').then(({ verifyCommand }) => verifyCommand(names, options)));
    });
  cli
    .command('new')
    .usage('NAME')
    .description('scaffold an exercise (for instructors)')
    .argument('<name>', 'its camelCase name')
    .action((name, options) => run(import('./newCommand.ts').then(({ newCommand }) => newCommand(name, options))));
  cli
    .command('numpy')
    .usage('[EXERCISE...]')
    .description('ask NumPy for its answers again (needs Python 3 and NumPy)')
    .argument('[exercises...]', 'exercises to ask about; all of them when none is named')
    .addOption(seedOption)
    .action((names, options) =>
      run(import('./numpyCommand.ts').then(({ numpyCommand }) => numpyCommand(names, options))),
    );
  cli
    .command('class')
    .usage('DIR|ZIP [options], or: merge OUT... [options], or: explain STUDENT, or: name GROUP')
    .description('grade a folder or zip of submissions, or join the parts of a class (for instructors)')
    .argument(
      '<folders...>',
      'a download of submissions, as it is; or merge and the parts to join; or explain and a student; or name and a group',
    )
    .addOption(chapterOption)
    .option('--out <dir>', 'folder for the gradebook, reports and journal', 'graded')
    .option('--roster <file>', 'CSV with the columns of a Canvas or Moodle export, or id,name,email')
    .option('--accept-near-names', 'grade answers in files of other names, such as relu.js, too')
    .option('--corrected <dir>', 'a folder for each student whose files were taken wrongly, or whose mark is withheld')
    .option('--due <date>', 'mark what came later as late, by the times in zips (2026-11-20T18:00)')
    .option('--jobs <count>', 'how many submissions run at a time', wholeNumber(1, 1000), os.availableParallelism())
    .option('--shard <part>', 'grade only a part, such as 3/8; filled in on Slurm and Kubernetes')
    .addOption(seedOption)
    .option('--secret-file <file>', 'give every student a seed of their own, made from this secret')
    .addOption(timeLimitOption)
    .addOption(briefOption)
    .option('--assignment <title>', 'title of the assignment in Canvas', 'Forward pass')
    .option('--no-feedback', 'write no pages and comments for students')
    .addOption(new Option('--reporter <name>', 'keep each report in this format, too').choices(exportNames))
    .option('--regrade', 'grade again what has an outdated mark, and show what would change')
    .option('--yes', 'with --regrade: write the changes')
    .option('--question <text>', 'with name: what whoever answers like this group is asked')
    .action((folders, options) =>
      run(import('./classCommand.ts').then(({ classCommand }) => classCommand(folders, options))),
    );
  cli
    .command('hand-in')
    .usage('[options]')
    .description('pack your answers into a zip, to hand in')
    .addOption(submissionOption)
    .option('--name <name>', 'your name')
    .option('--output <file>', 'write there instead of to hand-in.zip')
    .action((options) => run(import('./handInCommand.ts').then(({ handInCommand }) => handInCommand(options))));
  cli
    .command('handout')
    .usage('--out DIR [options], or: --check DIR')
    .description('make a folder for learners, without answers (for instructors)')
    .option('--out <dir>', 'where it goes: a folder that is empty or not there yet')
    .addOption(chapterOption)
    .option('--exercises <names>', 'only these exercises, with commas between them: relu,softmax')
    .option('--title <title>', 'what learners read first')
    .option('--exam', 'without questions, hints and counterexamples')
    .option('--no-steps', 'without the steps of right answers: the first wrong step is not told')
    .option('--zip', 'write it as a zip, too')
    .option('--check <dir>', 'instead, say whether this handout is still what would be made today')
    .action((options) => run(import('./handoutCommand.ts').then(({ handoutCommand }) => handoutCommand(options))));
  dropMissing(cli);
  for (const command of cli.commands) command.addOption(workbookOption);
  for (const command of [cli, ...cli.commands]) {
    // Errors are thrown, and shown as one sentence by who runs this.
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  return cli;
}

/** Drops the commands whose files are not there: a handout holds only those for learners. */
function dropMissing({ commands }: Command): void {
  const fileOf = (name: string) => `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Command.ts`;
  const isThere = (command: Command) => fs.existsSync(path.join(__dirname, fileOf(command.name())));
  (commands as Command[]).splice(0, commands.length, ...commands.filter(isThere));
}
