/** The style sheet of every page: light and dark, wide and narrow, on screen and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f2f3f1; --card: #fff; --edge: #dcdfda; --ink: #23272c; --soft: #5f6670;
  --good: #1a7f45; --bad: #b3261e; --note: #1f5f9e; --note-card: #e9f1f9; --code: #f5f6f4; --bar: #2f6fb5; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #14161a; --card: #1b1e23; --edge: #343942; --ink: #e2e5ea;
  --soft: #a2a9b3; --good: #5fcf8f; --bad: #ff8f86; --note: #8fc4f7; --note-card: #1c2a38; --code: #15181c; --bar: #64a8f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; color: var(--soft); margin: 2.4rem 0 .8rem; }
h3 { font-size: 1.2rem; margin: 0; }
p { margin: .5rem 0; }
article { background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; padding: 1rem 1.2rem; margin: 0 0 1rem; }
pre { background: var(--code); border: 1px solid var(--edge); border-radius: .4rem; padding: .6rem .8rem; margin: .5rem 0 0;
  overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; overflow-wrap: normal; }
.excerpt { white-space: pre-wrap; overflow-wrap: anywhere; }
.code { counter-reset: line; } .code > span { display: inline-block; padding-left: 3em; text-indent: -3em; }
.code > span::before { counter-increment: line; content: counter(line); display: inline-block; width: 2em; margin-right: 1em;
  text-align: right; text-indent: 0; color: var(--soft); }
.soft, .file { color: var(--soft); font-weight: 400; font-size: .9rem; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .not-started, .skipped, .not-judged { color: var(--soft); }
.question { background: var(--note-card); color: var(--note); border-radius: .4rem; padding: .5rem .8rem; margin: .7rem 0; }

/* An exercise and its checks. */
.total { height: .7rem; background: var(--edge); border-radius: .35rem; margin: .7rem 0; overflow: hidden; }
.total > span { display: block; height: 100%; background: var(--good); }
.line { display: flex; gap: .2rem .6rem; align-items: baseline; flex-wrap: wrap; }
.points { margin-left: auto; white-space: nowrap; font-variant-numeric: tabular-nums; }
.checks { list-style: none; margin: .6rem 0 0; padding: 0; }
.checks > li { border-top: 1px solid var(--edge); padding: .5rem 0; }
.check { display: flex; gap: .6rem; } .check .points { color: var(--soft); }
.mark { font-weight: 700; width: 1.1em; flex: none; text-align: center; }
.details { margin-left: 1.7rem; }
figure { margin: .7rem 0 0; } figure svg { max-width: 100%; height: auto; display: block; }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; margin-top: .6rem; } td summary { margin: 0; white-space: nowrap; }
td .who[open] { min-width: 16rem; }

/* Tables: wide ones scroll by themselves, and keep their first column in sight. */
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--edge); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--edge); font-size: .9rem; color: var(--soft); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
button { font: inherit; border: 0; background: none; padding: 0; color: var(--note); cursor: pointer; text-align: left; }
#students tr:not(.detail) > :first-child { position: sticky; left: 0; background: var(--card); }
#students .upright button { writing-mode: vertical-rl; rotate: 180deg; }
[aria-sort=ascending] button::after { content: ' ▲'; } [aria-sort=descending] button::after { content: ' ▼'; }
.upright[aria-sort=ascending] button::after { content: ' ▶'; } .upright[aria-sort=descending] button::after { content: ' ◀'; }

/* The checks of a student. */
.detail ul { columns: 22rem; list-style: none; margin: 0; padding: 0; font-size: .9rem; } .detail li { break-inside: avoid; }

/* A histogram: a row for each bar. */
.histogram { width: auto; } .histogram td, .histogram th { border: 0; padding: .12rem .6rem .12rem 0; font-weight: 400; }
.histogram td { width: 100%; white-space: nowrap; }
.bar { display: inline-block; height: 1rem; margin-right: .5rem; border-radius: 0 .2rem .2rem 0; background: var(--bar); vertical-align: -.15rem; }

/* The same in a cell. */
.columns { display: inline-flex; gap: 2px; align-items: flex-end; height: 1.3rem; width: 8rem; border-bottom: 1px solid var(--edge); }
.columns > span { flex: 1; background: var(--bar); }
a { color: var(--note); } code { font: .9em ui-monospace, monospace; } #students a { font-size: .85rem; }

@media (max-width: 40rem) { body { padding: 1rem .6rem 3rem; } article { padding: .8rem; } .details { margin-left: 0; } }
@media print { :root { color-scheme: light; --page: #fff; --ink: #000; --soft: #444; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } article { border: 0; padding: 0; } pre { white-space: pre-wrap; font-size: 8.5pt; }
  .wide { overflow: visible; } table { font-size: 9pt; } th, td { padding: .2rem .35rem; } .checks > li { padding: .25rem 0; } thead { display: table-header-group; }
  figure svg { max-width: 12cm; }
  /* What leads to something stays with it, and no example, picture or row goes over two pages. */
  h2, h3, .check:not(:last-child), summary, .who, p:has(+ pre), p:has(+ article) { break-after: avoid; } .question { break-before: avoid; }
  tr, pre, figure, .question { break-inside: avoid; } p { orphans: 3; widows: 3; }
  /* What is folded is left out; how many students there are is said without who they are. */
  details:not([open], .who), .on-screen { display: none; } summary { list-style: none; } td summary { font-size: inherit; } summary::-webkit-details-marker { display: none; }
  /* A browser repeats a heading on each page, but no button. */
  th button { display: none; } th[data-title]::before { content: attr(data-title); }
  .upright[data-title]::before { display: inline-block; writing-mode: vertical-rl; rotate: 180deg; }
  button { color: inherit; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
