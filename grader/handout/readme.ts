import type { Exercise } from '../authoring/exercise';
import { formatList } from '../text/lists';
import type { Handout } from '../workbook/handout';

/** The page that learners read first. */
export function readme({ title, exam, exercises: handedOut }: Handout, exercises: readonly Exercise[]): string {
  const [first] = exercises;
  const rows = exercises.map(({ name, points }) => `| \`exercises/${name}.ts\` | ${points} |`);
  const total = exercises.reduce((sum, { points }) => sum + points, 0);
  const hasDemo = SHOWN_BY_DEMO.every((name) => exercises.some((exercise) => exercise.name === name));
  return `# ${title}

\`\`\`sh
npm ci
npm run grade
\`\`\`

The first line installs what is needed, once; the second grades what you wrote. You need Node 20.19 or a later 20, 22.12 or
a later 22, or 24 or newer.

Open \`exercises/${first.name}.ts\`, read its comment, replace the \`throw\` with your code, and run \`npm run grade\` again.

| exercise | points |
|---|---|
${rows.join('\n')}

${exercises.length === 1 ? 'It is' : 'Together they are'} worth ${total} points. ${exam ? EXAM : PRACTICE}

## Commands

| command | what it does |
|---|---|
| \`npm run grade\` | grades \`exercises/\`; \`npm run grade -- ${first.name}\` grades one exercise |
${exam ? '' : `| \`npm run hint -- ${first.name}\` | the next hint that fits your answer |\n`}| \`npm run try -- ${first.name}\` | your function on ${exam ? 'a case' : 'the smallest input'} that goes wrong; \`--case NAME\` takes another |
| \`npm run reset -- ${first.name}\` | start over: puts the stub back, and keeps your answer in \`.progress/answers/\` |
| \`npm run grade -- --watch\` | grades again whenever you save |
| \`npm run watch\`, \`npm run ui\` | the same in Vitest, in the terminal or in the browser, with pictures |
| \`npm run report\` | writes \`report/index.html\`, one page with pictures |
${hasDemo ? DEMO : ''}| \`npm run hand-in -- --name "Your Name"\` | packs your answers into \`hand-in.zip\`, which is what you hand in |

Names and options come after a \`--\`. PowerShell may swallow it; in quotes it gets through everywhere.

- **A \`Matrix\` is an array of rows**, \`number[][]\`, and nothing more: \`Z[i][j]\` is row \`i\`, column \`j\`, and a row is one
  sample. Write loops or \`map\`, or \`import\` from \`mathjs\` and return plain arrays.
- You may print with \`console.log\`, and split your work over helper files in \`exercises/\`. Files, the network and other
  packages are out of reach of an exercise.
- The points that you see here are those of one set of inputs. Your instructor's grading, which counts, may use others.
- Where an exercise builds on another that is not right yet, your instructor's grading puts a right one in its place: you may
  earn more there, never less for that.
${handedLines(handedOut)}`;
}

/** Which exercises are handed the learner's answers to others. */
function handedLines(exercises: Handout['exercises']): string {
  const lines = Object.entries(exercises).flatMap(([name, { handed }]) =>
    handed === undefined
      ? []
      : [
          `- \`${name}\` is handed your ${formatList(Object.keys(handed))}, and is graded once these have all their points.\n`,
        ],
  );
  return lines.join('');
}

/** What the network of the demo runs on. */
const SHOWN_BY_DEMO = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
const DEMO = '| `npm run demo` | a trained network reads digits with your functions |\n';

const PRACTICE = 'The grader says what is right, what is not yet, and what to think about.';
const EXAM = 'This is an exam: the grader says which checks fail and on which case, and nothing more.';
