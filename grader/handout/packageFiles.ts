import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../workbook/paths';
import { json, packagesLeftOut } from './kitFiles';

/** The scripts of a handout, in the order of its README. */
const LEARNERS_SCRIPTS: readonly string[] = [
  ...['grade', 'hint', 'try', 'reset', 'watch', 'ui', 'report', 'demo', 'hand-in'],
];

interface PackageJson {
  readonly version: string;
  readonly license: string;
  readonly engines: object;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly requires: boolean;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const read = (file: string) => JSON.parse(fs.readFileSync(path.join(KIT_ROOT, file), 'utf8'));

/**
 * `package.json` and the lock file of a handout: the kit's, with the learners' scripts and the packages that `files`
 * need.
 */
export function packageFiles(
  title: string,
  files: ReadonlyMap<string, string>,
  exam: boolean,
): ReadonlyMap<string, string> {
  const kit = read('package.json') as PackageJson;
  const leftOut = packagesLeftOut(files, Object.keys(kit.dependencies));
  const scripts = LEARNERS_SCRIPTS.filter((name) => !(exam && name === 'hint') && Object.hasOwn(kit.scripts, name));
  const dependencies = kept(kit.dependencies, (name) => !leftOut.includes(name));
  const own = {
    name: 'forward-pass-handout',
    version: kit.version,
    private: true,
    description: title,
    license: kit.license,
    engines: kit.engines,
    scripts: Object.fromEntries(scripts.map((name) => [name, kit.scripts[name]])),
    dependencies,
    // For the editor: types of Node.
    devDependencies: kept(kit.devDependencies, (name) => name === '@types/node'),
  };
  const { lockfileVersion, requires, packages } = read('package-lock.json') as Lock;
  const { name, version, license, engines, devDependencies } = own;
  const lock = {
    name,
    version,
    lockfileVersion,
    requires,
    packages: {
      '': { name, version, license, dependencies, devDependencies, engines },
      ...reached(packages, { ...dependencies, ...devDependencies }),
    },
  };
  return new Map([
    ['package.json', json(own)],
    ['package-lock.json', json(lock)],
  ]);
}

const kept = (all: Readonly<Record<string, string>>, keep: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => keep(name)));

/** The locked packages that `wanted` need, directly or through others. */
function reached(packages: Lock['packages'], wanted: Readonly<Record<string, string>>): Lock['packages'] {
  const found = new Set<string>();
  const waiting = Object.keys(wanted).map((name) => ({ from: '', name }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const at = locate(packages, next.from, next.name);
    if (at === null || found.has(at)) continue;
    found.add(at);
    const { dependencies, optionalDependencies, peerDependencies } = packages[at];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      waiting.push({ from: at, name });
  }
  return Object.fromEntries(Object.entries(packages).filter(([at]) => found.has(at)));
}

/** Where the package `name` is that one at `from` gets: beside what that has of its own, or farther out. */
function locate(packages: Lock['packages'], from: string, name: string): string | null {
  const at = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (Object.hasOwn(packages, at)) return at;
  if (from === '') return null;
  const outer = from.lastIndexOf('/node_modules/');
  return locate(packages, outer === -1 ? '' : from.slice(0, outer), name);
}
