import { expect, test } from 'vitest';
import { newRecorder } from '../sandbox/protocol/recorder';
import { compile } from './compile';
import { instrument } from './instrument';

/** A program as it is, and as it is when its values are recorded. */
function both(source: string): {
  readonly plain: unknown;
  readonly recorded: unknown;
  readonly codes: readonly string[];
} {
  const { text, sites } = instrument(source, 'f.ts', '$record');
  const recorder = newRecorder();
  recorder.begin();
  const seen: string[] = [];
  const record = (site: number, value: unknown) => {
    seen.push(sites[site].code);
    return recorder.record(site, value);
  };
  const [plain, recorded] = [source, text].map((code) => {
    const compiled = compile(code, 'f.ts');
    if (!('code' in compiled)) throw new Error(`${compiled.message}: ${code}`);
    const exports: Record<string, unknown> = {};
    new Function('exports', '$record', compiled.code)(exports, record);
    return (exports.f as () => unknown)();
  });
  return { plain, recorded, codes: seen };
}

test.each([
  [
    'methods find their object',
    'class A { n = 2; twice() { return 2 * this.n; } } return new A().twice() + [3].map((z) => z)[0];',
  ],
  [
    'what is skipped is skipped',
    'const a: any = null; let n = 0; const g = () => ++n; (a?.b.c(g())); false && g(); true || g(); return n + (a ?? 5);',
  ],
  [
    'patterns take apart',
    'const [p, { q = 4, ...r }] = [1, { s: 2 } as any]; let [x, y] = [1, 2]; [x, y] = [y, x]; return [p, q, r, x, y];',
  ],
  [
    'assignments assign',
    'const A: any = { b: [1, 2] }; A.b[0] += 5; A.b[1] **= 2; A.b[2] ??= 7; let i = 0; i++; ++i; A.b[i]--; return A.b;',
  ],
  [
    'loops go round',
    `let s = ''; for (const k in { a: 1, b: 2 }) s += k; for (let i = 0, j = 9; i < j; i += 2, j--) s += \`\${i}\${j}\`; do s += '.'; while (s.length < 9); return s;`,
  ],
  ['types are gone', 'type T = { n: number }; const t = <T>{ n: 1 }; return (t as T).n! + (t satisfies T).n;'],
  ['directives stay first', "'use strict'; return this === undefined;"],
  [
    'operators that look at a name do',
    'const o: any = { a: 1 }; delete o.a; return [typeof nothing, typeof o.b, void 0, "a" in o];',
  ],
  [
    'switches, labels and throws jump',
    'out: for (;;) { switch (1 as number) { case 1: break out; default: } } try { throw new Error("e"); } catch (e) { return (e as Error).message; }',
  ],
  [
    'generators and tags run',
    `function* g() { const x: number = yield 1; yield x + 1; } const it = g(); it.next(); const tag = (s: any, v: any) => s[0] + v; return [it.next(4).value, tag\`a\${2}\`];`,
  ],
  [
    'getters, statics and defaults run',
    'class B { static k = 3; get v() { return B.k; } m(z = this.v) { return z; } } return new B().m();',
  ],
  ['sequences and conditions choose', 'let a = 1; return (a++, a > 1 ? [...[a], ...(a ? [1] : [])] : 0);'],
])('%s', (_, body) => {
  const { plain, recorded, codes } = both(
    `declare const nothing: unknown;\nexport function f(this: unknown): unknown { ${body} }`,
  );
  expect(recorded).toEqual(plain);
  expect(codes).not.toEqual([]);
});

test('the parts of an expression are recorded before it, at the places of the source', () => {
  const source = 'export const f = (z = 2) => {\n  const half = z / 4;\n  return Math.exp(half - 1);\n};';
  expect(both(source).codes).toEqual(['2', 'z', 'z / 4', 'half', 'half - 1', 'Math.exp(half - 1)']);
  const { sites } = instrument(source, 'f.ts', '$record');
  expect(sites.find(({ code }) => code === 'z / 4')).toMatchObject({ line: 2, column: 16, name: 'half', does: '/' });
  expect(sites.at(-2)).toMatchObject({ line: 3, column: 19, parent: sites.at(-3)?.id });
});
