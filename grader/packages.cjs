// Whether the packages are installed that the kit needs. Nobody reads what Node says when one is not there.
//
// JavaScript, and without a package, as it runs before all others.
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.dirname(__dirname);

/** Whether they are; where not, says so, and how the process will end. */
exports.areInstalled = () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  // An installation that was broken off has some of them.
  const isThere = (name) => fs.existsSync(path.join(ROOT, 'node_modules', name, 'package.json'));
  if (Object.keys(dependencies).every(isThere)) return true;
  console.error('The packages are not installed yet: run npm ci first.');
  process.exitCode = 2;
  return false;
};
