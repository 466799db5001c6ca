// Starts Vitest for npm's scripts: `node grader/vitest/start.cjs ARGUMENTS`.
//
// JavaScript, as Vitest compiles the kit's TypeScript itself, and ts-node beside it would do so, too.
const { realpathSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

/** What Vite takes for the end of a file's name, and Node's permissions for any folder. */
const CONFUSING = /[#?*]/;

/**
 * The kit's folder as it is really written. Windows lets a person type `c:\kit` for `C:\Kit`, which Vitest takes for two
 * folders. A mapped drive stays one: behind it may be a server.
 */
function trueFolder(folder) {
  if (process.platform !== 'win32') return folder;
  const real = realpathSync.native(folder);
  const isSameDrive = real.slice(0, 2).toLowerCase() === folder.slice(0, 2).toLowerCase();
  return isSameDrive ? real : folder[0].toUpperCase() + folder.slice(1);
}

const kit = trueFolder(path.resolve(__dirname, '../..'));
if (CONFUSING.test(kit)) {
  console.error(
    `Vitest cannot work in ${kit}: rename the folders whose names hold #, ? or *. npm run grade works there.`,
  );
  process.exitCode = 2;
} else if (require('../packages.cjs').areInstalled()) {
  process.chdir(kit);
  import(pathToFileURL(path.join(kit, 'node_modules/vitest/vitest.mjs')).href);
}
