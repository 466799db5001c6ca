import type { Input } from '../authoring/values';
import { inputsKey } from '../grading/recorded/inputsKey';
import {
  hashedWord,
  type RecordedRun,
  type RecordedSite,
  type RecordedSteps,
  type RecordedValue,
  withWords,
} from '../grading/recorded/steps';
import type { RightAnswer } from '../grading/tutor/trace/rightRuns';
import type { Trace, TracedValue } from '../grading/tutor/trace/trace';
import type { Site } from '../submission/instrument';

/** Records what right answers to the exercise called `name` go through on all of `inputs`, as far as all of it was kept. */
export function recordSteps(
  name: string,
  answers: readonly RightAnswer[],
  inputs: Iterable<readonly Input[]>,
): RecordedSteps {
  const values = new ValuePool();
  const all = [...inputs];
  const recorded = answers.map((answer) => {
    const runs: Record<string, RecordedRun> = {};
    let sites: readonly Site[] = [];
    for (const one of all) {
      const trace = answer.trace(one);
      if (trace.more) continue;
      sites = trace.sites;
      runs[inputsKey(one)] = recordedRun(trace, values);
    }
    return { sites: sites.map((site) => recordedSite(name, site)), runs };
  });
  return { values: values.all, answers: recorded };
}

function recordedRun({ steps, call, threw }: Trace, values: ValuePool): RecordedRun {
  return { steps: steps.map(({ site, value }) => `${site.id}:${values.place(value)}`).join(' '), call, threw };
}

function recordedSite(exercise: string, site: Site): RecordedSite {
  const { does, name, into, reads, parent, parts, callbacks, within, returned, condition } = site;
  const kept = { does, name, into, reads, parent, parts, callbacks, within, returned, condition };
  return withWords(kept, (word) => hashedWord(exercise, word));
}

class ValuePool {
  readonly all: RecordedValue[] = [];
  private readonly places = new Map<string, number>();

  /** The place of a value in the pool. */
  place({ kind, shape, numbers }: TracedValue): number {
    const key = `${kind} ${shape} ${numbers.join()}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push({ kind, shape, numbers: [...numbers] }) - 1;
  }
}
