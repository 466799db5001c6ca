// What is kept beside the packages, in a file for each source, so that no command makes it again.
//
// JavaScript, as it is loaded before anything can compile TypeScript.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const KEPT = path.join(path.dirname(__dirname), 'node_modules', '.cache');

const hash = (text) => createHash('sha256').update(text).digest('hex');

const fileOf = (folder, name) => path.join(KEPT, folder, `${hash(name)}.json`);

/** What was kept in `folder` for `name` with this very key, or nothing. */
function kept(folder, name, key) {
  try {
    const { key: its, output } = JSON.parse(readFileSync(fileOf(folder, name), 'utf8'));
    return its === key ? output : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, as another command may read it now; a folder that cannot be written costs time, nothing else. */
function keep(folder, name, key, output) {
  const file = fileOf(folder, name);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify({ key, output }));
    renameSync(draft, file);
  } catch {
    discard(draft);
  }
}

/** Of a full disk, or a file that another program holds, nothing half written stays. */
function discard(draft) {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

module.exports = { hash, keep, kept };
