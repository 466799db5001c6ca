// An import that is nowhere but on Object.prototype: of a module that is not the learner's, if there is one.
// verdict: error load
// says: cannot be imported here
Reflect.set(Object.prototype, 'anything', 'softmax.ts');
Reflect.set(Object.prototype, 'toString', 'softmax.ts');
const load = require;
try {
  load('toString');
} catch {}
load('anything');
export const relu = (Z: number[][]) => Z;
