// What ts-node calls to turn the kit's TypeScript into JavaScript. The output is kept beside the packages: compiling
// the kit again for each command would take longer than most commands (1.1 s of the 2.4 s of a grading).
//
// JavaScript, as it is loaded before anything can compile TypeScript. See `transpiler` in ts-node's documentation.
const path = require('node:path');
const ts = require('typescript');
const { hash, keep, kept } = require('./kept.cjs');

const ROOT = path.dirname(__dirname);

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
      const key = hash(`${compiler}\n${source}`);
      const before = keeping ? kept('transpiled', own, key) : undefined;
      if (before !== undefined) return before;
      const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
        fileName,
        compilerOptions,
        reportDiagnostics: true,
      });
      if (keeping && diagnostics.length === 0) keep('transpiled', own, key, { outputText, sourceMapText });
      return { outputText, sourceMapText, diagnostics };
    },
  };
};
