// `biome check` for the line ends that this copy of the kit has. Git makes them LF everywhere (.gitattributes); a copy that
// came another way, such as a zip made on Windows, may have CRLF throughout, and that is not a fault.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const lineEnding = fs.readFileSync(path.join(root, '.biome.json'), 'utf8').includes('\r\n') ? 'crlf' : 'lf';
const biome = require.resolve('@biomejs/biome/bin/biome');
const args = [biome, 'check', '.', `--line-ending=${lineEnding}`, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
if (process.exitCode !== 0) {
  const crlf = lineEnding === 'crlf' ? ' --line-ending=crlf' : '';
  console.error(`To fix the format, and whatever else Biome can fix by itself: npx biome check --write .${crlf}`);
}
