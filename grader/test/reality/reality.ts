import { WarmGrader } from '../support/warmGrader';
import { assess, reasonsIn, screenOf, stepIn } from './feedback';
import { publishedAnswers } from './publishedAnswers';

/**
 * Prints how published answers fare (`npm run reality`): their marks, and what feedback says. `npm run reality -- ID...`
 * shows the whole screen of those.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const grader = new WarmGrader();
  const tally = { wrong: 0, caught: 0, led: 0, right: 0, silent: 0 };
  for (const answer of publishedAnswers()) {
    if (wanted.length > 0 && !wanted.includes(answer.id)) continue;
    const files = Object.fromEntries(Object.entries(answer.files).map(([name, source]) => [`${name}.ts`, source]));
    const report = await grader.report(answer.exercise, files);
    const { marked, led } = assess(answer, report);
    const marks = `${report.score}/${report.maxScore}`;
    console.log(
      `${marked && led ? ' ' : '!'} ${answer.id.padEnd(34)} ${marks.padStart(6)}  ${stepIn(report)}${reasonsIn(report)}`,
    );
    if (wanted.length > 0) console.log(`${answer.files[answer.exercise]}\n${screenOf(report).join('\n')}\n`);
    if (answer.must === 'less') {
      tally.wrong += 1;
      tally.caught += Number(marked);
      tally.led += Number(led);
    } else {
      tally.right += 1;
      tally.silent += Number(marked && led);
    }
  }
  grader.close();
  const { wrong, caught, led, right, silent } = tally;
  console.log(
    `\n${wrong} wrong answers: ${caught} lose points, ${led} are led to the mistake (${Math.floor((100 * led) / wrong)} %). ${right} right ones: ${silent} keep all points and hear nothing.`,
  );
}

main();
