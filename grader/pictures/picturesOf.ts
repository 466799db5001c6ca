import type { Observed } from '../grading/gradeSubmission';
import { draw } from './draw';
import type { Sketch } from './pictureKinds';
import { sketchesOf } from './sketches';

/** The pictures of each check, without those that an earlier check of the exercise has, too. */
export async function picturesOf(observed: Observed): Promise<readonly (readonly string[])[]> {
  return drawAll(observed.verdicts.map((_, i) => sketchesOf(observed, i)));
}

/** What `drawAll` draws of an exercise that goes wrong: of the first failed check that has pictures, in its place. */
export function sketchesOfFailure(observed: Observed): readonly (readonly Sketch[])[] {
  const { verdicts } = observed;
  const sketches: (readonly Sketch[])[] = verdicts.map(() => []);
  for (let i = 0; i < verdicts.length; i++) {
    if (verdicts[i].status !== 'failed') continue;
    sketches[i] = sketchesOf(observed, i);
    if (sketches[i].length > 0) break;
  }
  return sketches;
}

/** SVG documents, check by check. */
export async function drawAll(sketches: readonly (readonly Sketch[])[]): Promise<readonly (readonly string[])[]> {
  const seen = new Set<string>();
  const drawn: string[][] = [];
  for (const ofCheck of sketches) {
    const pictures: string[] = [];
    for (const sketch of ofCheck) pictures.push(await draw(sketch));
    drawn.push(pictures.filter((picture) => !seen.has(picture)));
    for (const picture of pictures) seen.add(picture);
  }
  return drawn;
}
