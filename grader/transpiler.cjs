// What ts-node calls to turn the kit's TypeScript into JavaScript. The output is kept beside the packages: compiling
// the kit again for each command would take longer than most commands (1.1 s of the 2.4 s of a grading).
//
// JavaScript, as it is loaded before anything can compile TypeScript. See `transpiler` in ts-node's documentation.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const ROOT = path.dirname(__dirname);
const KEPT = path.join(ROOT, 'node_modules', '.cache', 'transpiled');

const hash = (text) => createHash('sha256').update(text).digest('hex');

/** What was kept under `file` for this very source and compiler, or nothing. */
function kept(file, key) {
  try {
    const { key: its, output } = JSON.parse(readFileSync(file, 'utf8'));
    return its === key ? output : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, as another command may read it now; a folder that cannot be written costs time, nothing else. */
function keep(file, key, output) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(KEPT, { recursive: true });
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

exports.create = ({ service }) => {
  const compilerOptions = service.config.options;
  // Where the kit lies makes no difference to what is kept.
  const { configFilePath, rootDir, outDir, ...options } = compilerOptions;
  const compiler = hash(JSON.stringify([ts.version, options]));
  return {
    transpile(source, { fileName }) {
      const own = path.relative(ROOT, fileName);
      // A private workbook's files are few, and what is kept for them would never be thrown away.
      const keeping = !own.startsWith('..') && !path.isAbsolute(own);
      const file = path.join(KEPT, `${hash(own)}.json`);
      const key = hash(`${compiler}\n${source}`);
      const before = keeping ? kept(file, key) : undefined;
      if (before !== undefined) return before;
      const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
        fileName,
        compilerOptions,
        reportDiagnostics: true,
      });
      if (keeping && diagnostics.length === 0) keep(file, key, { outputText, sourceMapText });
      return { outputText, sourceMapText, diagnostics };
    },
  };
};
