import type { Input } from '../../../authoring/values';
import type { Trial } from './trial';

/** Inputs with this many numbers more than the failing ones are not shown: nobody would compare the two. */
const MAX_MORE = 4;

/** Of `trials`, the one whose inputs are closest to those of `failing`; null when none is near. */
export function nearest(failing: Trial, trials: readonly Trial[]): Trial | null {
  const near = trials
    .filter(({ call }) => call.size <= failing.call.size + MAX_MORE)
    .map((trial) => ({ trial, distance: distance(failing, trial), length: JSON.stringify(trial.call.inputs).length }))
    .filter((one) => Number.isFinite(one.distance));
  near.sort((a, b) => a.distance - b.distance || a.length - b.length);
  return near[0]?.trial ?? null;
}

/** Whether more is the same than different: beside it, a reader sees what makes the difference. */
export function isNear(failing: Trial, other: Trial): boolean {
  return distance(failing, other) <= failing.call.size + 0.5;
}

/** How many numbers of their inputs differ, are missing or are too many; infinite where functions differ. */
export function distance(one: Trial, other: Trial): number {
  return differences(one.call.inputs, other.call.inputs);
}

/**
 * What a number that is missing or too many counts, where one that differs counts 1: another shape tells a reader less.
 */
const MISSING = 1.5;

function difference(one: Input | undefined, other: Input | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one === other ? 0 : 1;
  if (one === undefined || other === undefined) return one === other ? 0 : missing(one ?? other);
  if (typeof one !== 'object' || typeof other !== 'object') return one === other ? 0 : Number.POSITIVE_INFINITY;
  return differences(one, other);
}

function differences(one: object, other: object): number {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].reduce((sum, key) => sum + difference(item(one, key), item(other, key)), 0);
}

const item = (value: object, key: string): Input | undefined => (value as Readonly<Record<string, Input>>)[key];

function missing(value: Input | undefined): number {
  if (typeof value !== 'object') return typeof value === 'number' ? MISSING : Number.POSITIVE_INFINITY;
  return Object.values(value).reduce((sum: number, part: Input) => sum + missing(part), 0);
}
