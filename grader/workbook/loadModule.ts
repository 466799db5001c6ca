import path from 'node:path';
import { AuthoringError } from '../authoring/authored';

/**
 * Imports a file of a workbook.
 *
 * @throws AuthoringError when it, or what it imports, is not there, is not TypeScript, or throws: its author can fix that
 */
export async function loadModule(root: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(/* @vite-ignore */ file);
  } catch (error) {
    throw error instanceof AuthoringError ? error : new AuthoringError(loadSentence(root, file, error));
  }
}

/** Why `file` of a workbook cannot be loaded. */
function loadSentence(root: string, file: string, error: unknown): string {
  const { code, message, requireStack, diagnosticText, stack } = error as NodeJS.ErrnoException & {
    requireStack?: readonly string[];
    diagnosticText?: string;
  };
  if (diagnosticText !== undefined) return diagnosticText.trim();
  const [what] = String(message).split('\n');
  if (code !== 'MODULE_NOT_FOUND') return `${innermostPlace(root, stack ?? '') ?? shown(root, file)}: ${what}.`;
  return `${shown(root, requireStack?.[0] ?? file)}: ${what}. Fix the path of this import, or add the file.`;
}

/** The innermost line of the author's own that a stack trace names: `fixtures/relu/fixture.ts:12`. */
function innermostPlace(root: string, stack: string): string | null {
  const frames = [...stack.matchAll(/^ +at (?:async )?(?:.*? \()?((?:\/|[A-Za-z]:).*?):(\d+):\d+\)?$/gm)];
  const places = frames.map(([, file, line]) => `${shown(root, file)}:${line}`);
  return places.find((place) => /^(?:fixtures|reference)\//.test(place)) ?? null;
}

function shown(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
