/** The style sheet of the report page: light and dark, on screen and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f2f3f1; --card: #fff; --edge: #dcdfda; --ink: #23272c; --soft: #5f6670;
  --good: #1a7f45; --bad: #b3261e; --note: #1f5f9e; --note-card: #e9f1f9; --code: #f5f6f4; }
@media (prefers-color-scheme: dark) { :root { --page: #14161a; --card: #1b1e23; --edge: #343942; --ink: #e2e5ea;
  --soft: #a2a9b3; --good: #5fcf8f; --bad: #ff8f86; --note: #8fc4f7; --note-card: #1c2a38; --code: #15181c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; color: var(--soft); margin: 2.4rem 0 .8rem; }
h3 { font-size: 1.2rem; margin: 0; display: flex; gap: .6rem; align-items: baseline; flex-wrap: wrap; }
h3 .points { margin-left: auto; font-variant-numeric: tabular-nums; }
.soft, .file { color: var(--soft); font-weight: 400; font-size: .9rem; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .not-started, .skipped { color: var(--soft); }
meter { width: 100%; height: 1rem; margin: .4rem 0; }
article { background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; padding: 1rem 1.2rem; margin: 0 0 1rem; }
article > ul { list-style: none; margin: .6rem 0 0; padding: 0; }
article > ul > li { border-top: 1px solid var(--edge); padding: .5rem 0; }
.check { display: flex; gap: .6rem; } .check .points { margin-left: auto; white-space: nowrap; color: var(--soft); }
.mark { font-weight: 700; width: 1.1em; flex: none; text-align: center; }
.question { background: var(--note-card); color: var(--note); border-radius: .4rem; padding: .5rem .8rem; margin: .7rem 0 0; }
pre { background: var(--code); border: 1px solid var(--edge); border-radius: .4rem; padding: .6rem .8rem; margin: .5rem 0 0 1.7rem;
  overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; }
article > pre, details pre { margin-left: 0; }
figure { margin: .7rem 0 0 1.7rem; } figure svg { max-width: 100%; height: auto; display: block; }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; margin-top: .6rem; }
@media print { article { break-inside: avoid-page; } body { max-width: none; } }
`;
