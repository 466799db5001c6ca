import { createHash } from 'node:crypto';
import { escaped } from '../../text/escape';
import { STYLE } from './css';

/** A page that opens in any browser, needs no server and no other file, and looks as all of ours do. */
export interface Page {
  readonly title: string;
  /** HTML in which every text is escaped. */
  readonly body: string;
  /** The one script that runs in the page. */
  readonly script?: string;
}

/** `page` as an HTML document. */
export function htmlDocument({ title, body, script }: Page): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    body,
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>\n',
  ].join('\n');
}

/** Whatever a learner printed, or is called, nothing else may run or be loaded. */
function policy(script?: string): string {
  const base = "default-src 'none'; style-src 'unsafe-inline'";
  return script === undefined
    ? base
    : `${base}; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
