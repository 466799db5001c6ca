import type { CheckReport, Json } from '../../grading/report';

/** Checks that fail for the same reason, the first of them to stand for all. */
export interface Reason {
  readonly first: CheckReport;
  readonly others: readonly CheckReport[];
}

/** The checks that fail, by reason, in their order. */
export function reasonsOf(checks: readonly CheckReport[]): readonly Reason[] {
  const failed = checks.filter(({ status }) => status === 'failed');
  const keys = [...new Set(failed.map(reasonKey))];
  return keys.map((key) => {
    const [first, ...others] = failed.filter((check) => reasonKey(check) === key);
    return { first, others };
  });
}

const ABOUT_SHAPE = / (?:has shape|is a flat array of) /;

/** The same for checks that fail in the same way, as far as what came back shows. */
function reasonKey({ message: said, example, place }: CheckReport): string {
  const message = said.replace(/, so this earns nothing yet$/, '');
  if (message.startsWith('The call changed its argument')) return 'argument changed';
  if (ABOUT_SHAPE.test(message)) return unnumbered(message);
  if (place !== null || example === null || example.got === null) return message;
  if (!isNumeric(example.got)) return unnumbered(message);
  return holdsNonFinite(example.got) ? 'not finite' : 'wrong numbers';
}

/** A message whatever numbers it holds. */
const unnumbered = (message: string) => message.replace(/\d+(?: numbers?)?/g, '#');

const NON_FINITE = ['NaN', 'Infinity', '-Infinity'];

function isNumeric(value: Json): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNumeric);
  return typeof value === 'number' || NON_FINITE.includes(String(value));
}

function holdsNonFinite(value: Json): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(holdsNonFinite)
    : NON_FINITE.includes(String(value));
}
