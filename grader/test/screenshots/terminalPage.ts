import Anser from 'anser';

/** Colours that are legible on their background, as on GitHub. */
const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#d1d9e0, #3d444d); }
  body { margin: 0; }
  main {
    display: inline-block; overflow: hidden; border: 1px solid var(--line); border-radius: 8px;
    background: light-dark(#ffffff, #0d1117); color: light-dark(#1f2328, #e6edf3);
  }
  header {
    display: flex; gap: 7px; padding: 10px 14px; border-bottom: 1px solid var(--line);
    background: light-dark(#f6f8fa, #151b23);
  }
  header i { width: 11px; height: 11px; border-radius: 50%; background: var(--line); }
  pre {
    margin: 0; padding: 14px 18px 16px;
    font: 13px/18px "JetBrains Mono", "DejaVu Sans Mono", monospace; font-variant-ligatures: none;
  }
  .ansi-bold { font-weight: 700; }
  .ansi-dim { opacity: 0.62; }
  .ansi-green-fg { color: light-dark(#1a7f37, #3fb950); }
  .ansi-red-fg { color: light-dark(#cf222e, #ff7b72); }
  .ansi-magenta-fg { color: light-dark(#8250df, #d2a8ff); }
`;

/** A page that shows `command` and its coloured `output` as a terminal does. */
export function terminalPage(command: string, output: string): string {
  const html = Anser.ansiToHtml(Anser.escapeForHtml(output.trimEnd()), { use_classes: true });
  return `<!doctype html><style>${STYLE}</style><main>
<header><i></i><i></i><i></i></header>
<pre><span class="ansi-green-fg">$</span> ${command}\n${html}</pre>
</main>`;
}
