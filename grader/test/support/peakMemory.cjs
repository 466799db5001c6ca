// Preloaded with `node --require`: notes in the file PEAKS the most memory that each process ever had, in KiB, a line each.
const fs = require('node:fs');

process.on('exit', () => fs.appendFileSync(process.env.PEAKS, `${process.resourceUsage().maxRSS}\n`));
