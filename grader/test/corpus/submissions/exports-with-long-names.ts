// Exports a thousand long names, but not the one.
// verdict: error missing-export
for (let i = 0; i < 1000; i++) exports[`\u001b${i}`.repeat(1000)] = 1;
