import fs from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import { readJournal } from '../../class/store/journal';
import { type ClassCommandOptions, classCommand } from '../../commands/classCommand';
import type { ToyClass } from './toyClass';

const DEFAULTS = { jobs: 2, seed: 'workbook', timeLimit: 400, assignment: 'Forward pass' };

/** Runs the command in this process; what it told, standard output and errors together. */
export async function runClass(
  folders: readonly string[],
  options: Partial<ClassCommandOptions> & { readonly out: string },
): Promise<{ status: number; told: string }> {
  const lines: string[] = [];
  const keep = (text: unknown) => {
    lines.push(String(text));
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(keep);
  try {
    const status = await classCommand(folders, { ...DEFAULTS, ...options });
    return { status, told: lines.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Grades a toy class in this process. */
export const gradeToy = ({ submissions, workbook, out }: ToyClass, more: Partial<ClassCommandOptions> = {}) =>
  runClass([submissions], { workbook, out, ...more });

/** A file of an output folder. */
export const outputOf = (out: string, name: string) => fs.readFileSync(path.join(out, name), 'utf8');

/** The marks that count, by student. */
export function scoresOf(out: string): Record<string, number> {
  const { results } = readJournal(path.join(out, 'journal.jsonl'), 'journal');
  return Object.fromEntries([...results].map(([student, { score }]) => [student, score]));
}

/** The files of an output folder that hold no times. */
export function timelessFiles(out: string): Record<string, string> {
  const names = fs.readdirSync(path.join(out, 'reports')).map((name) => `reports/${name}`);
  const files = ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html', ...names];
  return Object.fromEntries(files.map((name) => [name, outputOf(out, name)]));
}
